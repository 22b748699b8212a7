#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "central/storesession.h"
#include "ledger/userkeys.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace consent::crypto {
class SecretBuffer;
}

namespace consent::central {

/// A user who is to be added. No secret in it is readable without the one-time password.
struct NewUser
{
    UserId user;
    QString login;            ///< isStoreLogin().
    QByteArray verifier;      ///< scramVerifier() of the one-time password.
    QStringList roles;        ///< As in Welcome.
    QByteArray sealedProfile; ///< As in StaffRecord.
    ledger::UserKeyRecord keys;
};

/// A user who forgot the password gets a new one-time password and, since the old private key is lost, a new key pair.
struct UserReset
{
    UserId user;
    QByteArray verifier;
    ledger::UserKeyRecord keys;
};

using EnrolmentId = Id<struct EnrolmentTag>;

/// Leave for one new PC to join. The secret itself goes to the PC in the sealed file.
struct NewEnrolment
{
    EnrolmentId id;
    DeviceId device;
    QString branch;
    QByteArray secretSha256; ///< 32 bytes.
    UtcTime expires{};
};

/// What a PC hands in to join.
struct DeviceClaim
{
    EnrolmentId enrolment;
    DeviceId device;
    QJsonObject publicKey;   ///< JWK of the key that signs its events.
    QByteArray secretSha256; ///< 32 bytes, of the device secret with which it says hello() from now on.
};

enum class EnrolAnswer {
    Enrolled, ///< Now, or before by the same claim.
    Used,     ///< Another PC used it.
    Expired,
    Unknown ///< No such enrolment, or not its secret. After a few wrong ones the enrolment ends.
};

enum class DeviceState { Waiting, Active, Revoked };

struct DeviceRecord
{
    DeviceId device;
    QString branch;
    DeviceState state = DeviceState::Waiting; ///< Waiting: an enrolment that no PC has used yet.
    QJsonObject publicKey;                    ///< JWK; empty while waiting.
    std::optional<UserId> enrolledBy;
    std::optional<UtcTime> enrolledAt;
    std::optional<UtcTime> lastSeen;
    std::optional<UtcTime> revokedAt;
    qint64 events = 0; ///< Length of its chain at the store.
    qint64 held = 0;   ///< Persons whose data it holds, as far as the store gave them out.

    friend bool operator==(const DeviceRecord &, const DeviceRecord &) = default;
};

/// Port: users and devices of a shared central store. Every call is one transaction, blocks, and is kept in the store's
/// history of rights; worker threads only. Needs the role admin where nothing else is said.
/// @return of every call: NotAllowed when the role, the standing or a password to be changed stands against it;
/// Unavailable when the outcome is unknown.
class CentralAdministration
{
public:
    virtual ~CentralAdministration() = default;
    CentralAdministration(const CentralAdministration &) = delete;
    CentralAdministration &operator=(const CentralAdministration &) = delete;

    /// Begins the connection, as CentralStore::hello(). Every call but enrolDevice() comes after it, from an enrolled
    /// device.
    virtual Result<Welcome> hello(const DeviceId &device, const crypto::SecretBuffer &deviceSecret,
                                  const QString &clientVersion) = 0;

    /// @return AlreadyExists when the login or the id is taken; InvalidArgument for an unknown role.
    virtual Result<void> addUser(const NewUser &user) = 0;
    /// A disabled user is refused from the next call on. @return NotFound; NotAllowed for oneself.
    virtual Result<void> setUserEnabled(const UserId &user, bool enabled) = 0;
    /// Also takes away the organisation keys that were wrapped for the lost key pair. @return NotFound.
    virtual Result<void> resetUser(const UserReset &reset) = 0;
    /// @return NotFound; InvalidArgument for an unknown role.
    virtual Result<void> setRoles(const UserId &user, const QStringList &roles) = 0;
    /// The organisation's keys, wrapped for a user by somebody who holds them (admin or privacy officer).
    /// @param publicKey for which they were wrapped
    /// @return Conflict when the user has another key pair by now; NotFound.
    virtual Result<void> grantKeys(const UserId &user, const QJsonObject &publicKey,
                                   const std::map<int, QByteArray> &wrapped) = 0;

    virtual Result<QStringList> branches() = 0;
    /// @param code [A-Za-z0-9-]{1,32}. One that is there already is nothing to do.
    virtual Result<void> addBranch(const QString &code) = 0;

    /// @return NotFound for an unknown branch; AlreadyExists for a device that is known.
    virtual Result<void> openEnrolment(const NewEnrolment &enrolment) = 0;
    /// Admins and privacy officers.
    virtual Result<std::vector<DeviceRecord>> devices() = 0;
    /// The device is refused from its next call on. @return NotFound.
    virtual Result<void> revokeDevice(const DeviceId &device, const QString &reason) = 0;
    /// The subjects whose data the device may hold: given out to it and not released since. Admins and privacy
    /// officers. @return NotFound.
    virtual Result<std::vector<SubjectId>> held(const DeviceId &device) = 0;
    /// Privacy officers. @param jws compact, as Welcome::checkpoint
    virtual Result<void> putCheckpoint(const QByteArray &jws) = 0;

    /// Everybody, also with a password that must be changed.
    virtual Result<EnrolAnswer> enrolDevice(const DeviceClaim &claim, const crypto::SecretBuffer &secret) = 0;
    /// Everybody, for oneself: new verifier and the same key pair under the new password, both or neither.
    /// @param wrappedPrivate as in UserKeyRecord
    virtual Result<void> changePassword(const QByteArray &verifier, const QByteArray &wrappedPrivate) = 0;

protected:
    CentralAdministration() = default;
};

} // namespace consent::central
