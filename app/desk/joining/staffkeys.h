#pragma once

#include "base/result.h"
#include "central/provisioning/centralprovisioning.h"
#include "crypto/secretbuffer.h"
#include "desk/joining/enrolmentfile.h"
#include "desk/session/staff.h"
#include "domain/organisation.h"
#include "ledger/organisationkey.h"

#include <QString>

#include <map>

/// What an administrator's program makes for users and PCs before the central store hears of them: keys and sealed
/// profiles. Slow (scrypt); worker thread or command line.
namespace consent::desk::staffkeys {

/// The user as the store gets it, with a key pair of the user's own under the password.
/// @param keys seal the profile; where they hold none it stays empty, and the login stands for the name
Result<central::NewUser> newUser(const QString &storeId, const StaffMember &member, const QString &password,
                                 const ledger::OrganisationKeys &keys);
/// The same for a user who gets a new one-time password.
Result<central::UserReset> reset(const QString &storeId, const UserId &user, const QString &login,
                                 const QString &password);
/// Every key that is held, wrapped for one user.
Result<std::map<int, QByteArray>> wrapFor(const ledger::OrganisationKeys &keys, const QJsonObject &publicKey);

/// The first privacy officer of an empty store, who is its administrator too, with a fresh key of the organisation that
/// nobody else has. @param member with an id of its own; roles are set
Result<central::FirstUser> firstOfficer(const QString &storeId, StaffMember member, const QString &password);

/// Readable on the phone, 20 letters in groups, about 98 bits.
Result<QString> oneTimePassword();

struct Enrolment
{
    central::NewEnrolment opened; ///< For the store.
    QByteArray file;              ///< For the PC.
    QString code;                 ///< For whoever sits at it, by another way.
};
/// @param address postgresql://..., without a user
Result<Enrolment> enrolment(const QString &storeId, const QString &address, const QByteArray &caPem,
                            const QString &branch, const QByteArray &organisationJson, UtcTime expires);

} // namespace consent::desk::staffkeys
