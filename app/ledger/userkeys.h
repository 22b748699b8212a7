#pragma once

#include "base/id.h"
#include "base/result.h"
#include "crypto/p256.h"
#include "crypto/secretbuffer.h"

#include <QByteArray>
#include <QJsonObject>

namespace consent::ledger {

class OrganisationKey;

/// What the store keeps of a user's key pair: the private half only as a sealed text that the password opens.
struct UserKeyRecord
{
    UserId user;
    QJsonObject publicKey;     ///< JWK
    QByteArray wrappedPrivate; ///< Compact JWE (dir, A256GCM) of the private JWK.

    friend bool operator==(const UserKeyRecord &, const UserKeyRecord &) = default;
};

/// A user's key pair, to which the organisation key is wrapped; so an epoch can change without anybody's password.
class UserKeys
{
public:
    static Result<UserKeys> generate(const UserId &user);
    /// @param passwordKey what scrypt made of the password (see KeySlots); the key that seals is derived from it
    /// @return WrongPassword when it does not open, Damaged when what it opens is not the pair.
    static Result<UserKeys> unlock(const UserKeyRecord &record, const crypto::SecretBuffer &passwordKey);

    /// The pair for storing, sealed under this password; a changed password re-seals this alone.
    Result<UserKeyRecord> seal(const crypto::SecretBuffer &passwordKey) const;
    /// @param wrapped from OrganisationKey::wrapFor with this user's public key
    /// @return Damaged when it was not wrapped for this user, or is not of that epoch.
    Result<OrganisationKey> openOrganisationKey(const QByteArray &wrapped, int epoch) const;

    const UserId &user() const noexcept { return m_user; }
    const crypto::P256PublicKey &publicKey() const noexcept { return m_public; }

private:
    UserKeys(UserId user, crypto::P256PrivateKey key, crypto::P256PublicKey publicKey);

    UserId m_user;
    crypto::P256PrivateKey m_private;
    crypto::P256PublicKey m_public;
};

} // namespace consent::ledger
