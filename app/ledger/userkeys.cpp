#include "ledger/userkeys.h"

#include "crypto/base64url.h"
#include "crypto/jwe.h"
#include "crypto/kdf.h"
#include "ledger/keyerrors_p.h"
#include "ledger/organisationkey.h"

#include <QCoreApplication>

namespace consent::ledger {

namespace {

Result<crypto::SecretBuffer> sealingKey(const crypto::SecretBuffer &passwordKey, const UserId &user)
{
    // The user's id as salt: the same password of two people gives two keys even if a scrypt salt were repeated.
    auto key = crypto::hkdfSha256(passwordKey.span(), crypto::bytesOf(user.toString().toLatin1()),
                                  crypto::bytesOf(std::string_view("consentdesk user private key v1")), 32);
    if (!key)
        return noSecureMemory();
    return *std::move(key);
}

} // namespace

UserKeys::UserKeys(UserId user, crypto::P256PrivateKey key, crypto::P256PublicKey publicKey)
    : m_user(std::move(user))
    , m_private(std::move(key))
    , m_public(std::move(publicKey))
{
}

Result<UserKeys> UserKeys::generate(const UserId &user)
{
    auto key = crypto::P256PrivateKey::generate();
    if (!key)
        return key.error();
    crypto::P256PublicKey publicKey = key->publicKey();
    return UserKeys(user, *std::move(key), std::move(publicKey));
}

Result<UserKeys> UserKeys::unlock(const UserKeyRecord &record, const crypto::SecretBuffer &passwordKey)
{
    const auto sealing = sealingKey(passwordKey, record.user);
    if (!sealing)
        return sealing.error();
    const auto header = crypto::readJweHeader(record.wrappedPrivate);
    if (!header || header->algorithm != crypto::JweAlgorithm::Direct)
        return unreadableKey(QStringLiteral("user key of %1 is no JWE").arg(record.user.toString()));
    const auto jwk = crypto::decryptDirectSecret(record.wrappedPrivate, sealing->span());
    if (!jwk)
        return Error{ErrorKind::WrongPassword,
                     QCoreApplication::translate("Ledger",
                                                 "The password does not open this user's keys. Try again; if it was "
                                                 "reset, use the new one."),
                     jwk.error().detail};
    auto key = crypto::P256PrivateKey::fromJwk(jwk->span());
    if (!key)
        return unreadableKey(QStringLiteral("user key of %1: %2").arg(record.user.toString(), key.error().detail));
    crypto::P256PublicKey publicKey = key->publicKey();
    if (publicKey.toJwk() != record.publicKey)
        return unreadableKey(QStringLiteral("the halves of the key of %1 do not fit").arg(record.user.toString()));
    return UserKeys(record.user, *std::move(key), std::move(publicKey));
}

Result<UserKeyRecord> UserKeys::seal(const crypto::SecretBuffer &passwordKey) const
{
    const auto sealing = sealingKey(passwordKey, m_user);
    if (!sealing)
        return sealing.error();
    const auto jwk = m_private.toJwk();
    if (!jwk)
        return jwk.error();
    auto wrapped = crypto::encryptDirect(jwk->span(), sealing->span(), m_user.toString());
    if (!wrapped)
        return wrapped.error();
    return UserKeyRecord{m_user, m_public.toJwk(), *std::move(wrapped)};
}

Result<OrganisationKey> UserKeys::openOrganisationKey(const QByteArray &wrapped, int epoch) const
{
    // The header is authenticated, so the epoch in it is the one under which the key was made out.
    const auto header = crypto::readJweHeader(wrapped);
    if (!header || header->kid != QString::number(epoch))
        return unreadableKey(QStringLiteral("organisation key is not of epoch %1").arg(epoch));
    auto secret = crypto::decryptSecretWith(wrapped, m_private);
    if (!secret)
        return unreadableKey(QStringLiteral("organisation key of epoch %1: %2").arg(epoch).arg(secret.error().detail));
    return OrganisationKey::fromSecret(epoch, *std::move(secret));
}

} // namespace consent::ledger
