#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "vault/database/sqlconnection.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace consent::central {

/// Who is at the other end of a connection to the embedded store.
///
/// The file is one sealed file: who can open it has all of it. So what is checked here keeps the program honest, it
/// does not keep out an attacker; and until hello() named a device, everything is for this one PC.
struct EmbeddedSession
{
    vault::SqlConnection &connection;
    std::shared_ptr<const Clock> clock;
    std::optional<UserId> user;
    QStringList roles;
    bool greeted = false; ///< hello() was answered with Active.
    bool refused = false; ///< hello() was answered with something else.
    qint64 deviceNumber = 0;
    DeviceId device;
    QString branch;

    qint64 now() const { return toMs(clock->now()); }
    QString userText() const { return user ? user->toString() : QString(); }
    /// A number among the settings.
    Result<qint64> setting(const QString &name) const;
    /// @return NotAllowed after a hello() that was not answered with Active
    Result<void> mayWork() const;
    /// Makes a subject one of this branch, after hello().
    Result<void> link(const SubjectId &subject) const;
    bool hasAnyRole(const QStringList &some) const;
};

} // namespace consent::central
