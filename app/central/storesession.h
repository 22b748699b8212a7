#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "ledger/userkeys.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>

namespace consent::central {

/// Whether a user may work on a device.
enum class Standing {
    Active,
    UserDisabled,  ///< Only hello() is answered from now on; the desk destroys its cache.
    DeviceRevoked, ///< As above.
    DeviceUnknown  ///< Never enrolled, or its secret is another one.
};

/// What the store answers to a connection that says who it is.
struct Welcome
{
    QString storeId;   ///< UUID, the same for the life of the store, after a restore too.
    UtcTime storeTime; ///< The store's clock when it answered.
    int schema = 0;    ///< Number of the latest migration.
    Standing standing = Standing::DeviceUnknown;
    std::optional<UserId> user; ///< Whose login this connection is; nothing where a store knows no users.
    QString branch;             ///< Of the device.
    QStringList roles;          ///< Of the user, sorted: agent, counter, supervisor, privacy_officer, admin.
    QByteArray checkpoint;      ///< The latest signed checkpoint (compact JWS); empty when there is none.
    bool mustChangePassword = false;

    friend bool operator==(const Welcome &, const Welcome &) = default;
};

/// What a user needs to sign in on a desk: all of it sealed.
struct UserKeyMaterial
{
    ledger::UserKeyRecord keys;
    std::map<int, QByteArray> organisationKeys; ///< By epoch: compact JWE to the user's public key.

    friend bool operator==(const UserKeyMaterial &, const UserKeyMaterial &) = default;
};

/// A user as every desk may know them.
struct StaffRecord
{
    UserId user;
    QString login;            ///< [a-z][a-z0-9._-]{0,30}
    QByteArray sealedProfile; ///< Compact JWE (dir) under a key derived from the organisation key; may be empty.
    QStringList roles;        ///< Sorted.
    bool enabled = true;
    QJsonObject publicKey; ///< JWK; empty until the user has keys.

    friend bool operator==(const StaffRecord &, const StaffRecord &) = default;
};

} // namespace consent::central
