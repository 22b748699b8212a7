#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "crypto/secretbuffer.h"
#include "desk/session/deskprofile.h"
#include "desk/session/staff.h"
#include "domain/organisation.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace consent::vault {
class Keychain;
}

namespace consent::desk {

/// Makes a new desk on this PC: keys, slots, sealed cache, the first events. All of it or nothing: it is built in a
/// folder beside and renamed at the end. Worker thread; takes seconds (scrypt).
class DeskFounding
{
public:
    struct Plan
    {
        QString folder; ///< Must not exist.
        DeskProfile::Purpose purpose = DeskProfile::Purpose::Work;
        QByteArray organisationJson;
        QString branch;
        StaffMember firstUser; ///< With an id of its own.
        QString password;
        QByteArray scriptJson;  ///< Published with the founding.
        QByteArray noticeBytes; ///< Published with the founding; may be empty.
        QString noticeName;     ///< File name, for its kind.
        int samplePeople = 0;   ///< Fictitious ones to begin with; sample desk only.
    };
    using Progress = std::function<void(int done, int total)>;

    /// @param keychain, clock outlive this
    DeskFounding(vault::Keychain &keychain, const Clock &clock)
        : m_keychain(keychain)
        , m_clock(clock)
    {
    }

    /// @return AlreadyExists; Unavailable when the keychain is needed and can't be used; DiskFull, Io, InvalidArgument.
    Result<void> found(const Plan &plan, const Progress &progress = {});

private:
    Result<void> build(const Plan &plan, const domain::Organisation &organisation, const QString &folder,
                       const Progress &progress, QString &keychainEntry);

    vault::Keychain &m_keychain;
    const Clock &m_clock;
};

} // namespace consent::desk
