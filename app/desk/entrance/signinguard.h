#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QString>

namespace consent::desk {

/// Counts wrong passwords on this desk and closes it for a while after too many (PIPA safety standard: lock after
/// failed log-ins). The count outlives a restart. It slows down somebody at the keyboard; somebody with the disk is
/// slowed down by scrypt and stopped by the keychain.
class SignInGuard
{
public:
    /// @param folder of the desk
    /// @param mostFailures in a row, from the organisation file
    SignInGuard(QString folder, int mostFailures, const Clock &clock); // clock outlives this

    /// @return NotAllowed, saying until when, while the desk is closed.
    Result<void> mayTry() const;
    /// On disk before it returns, so that pulling the plug saves nobody a failure.
    Result<void> failed();
    Result<void> succeeded();

private:
    struct Record
    {
        int failures = 0;
        UtcTime closedUntil{};
    };
    Record read() const;
    Result<void> write(const Record &record) const;

    QString m_path;
    int m_most;
    const Clock &m_clock;
};

} // namespace consent::desk
