#include "ledger/organisationkey.h"

#include "crypto/base64url.h"
#include "crypto/jwe.h"
#include "crypto/kdf.h"
#include "crypto/p256.h"
#include "ledger/keyerrors_p.h"

namespace consent::ledger {

Result<OrganisationKey> OrganisationKey::generate(int epoch)
{
    auto secret = crypto::SecretBuffer::random(KeyBytes);
    if (!secret)
        return noSecureMemory();
    return fromSecret(epoch, *std::move(secret));
}

Result<OrganisationKey> OrganisationKey::fromSecret(int epoch, crypto::SecretBuffer secret)
{
    if (epoch < 1 || secret.size() != KeyBytes)
        return unreadableKey(
            QStringLiteral("organisation key of epoch %1 with %2 bytes").arg(epoch).arg(secret.size()));
    return OrganisationKey(epoch, std::move(secret));
}

Result<crypto::SecretBuffer> OrganisationKey::derive(const QByteArray &purpose) const
{
    auto key = crypto::hkdfSha256(m_secret.span(), {}, crypto::bytesOf(purpose), KeyBytes);
    if (!key)
        return noSecureMemory();
    return *std::move(key);
}

Result<QByteArray> OrganisationKey::wrapFor(const crypto::P256PublicKey &user) const
{
    return crypto::encryptFor(m_secret.span(), user, QString::number(m_epoch));
}

void OrganisationKeys::add(OrganisationKey key)
{
    const int epoch = key.epoch();
    m_byEpoch.insert_or_assign(epoch, std::move(key));
}

void OrganisationKeys::remove(int epoch)
{
    m_byEpoch.erase(epoch);
}

const OrganisationKey *OrganisationKeys::find(int epoch) const
{
    const auto at = m_byEpoch.find(epoch);
    return at == m_byEpoch.end() ? nullptr : &at->second;
}

const OrganisationKey *OrganisationKeys::current() const
{
    return m_byEpoch.empty() ? nullptr : &m_byEpoch.rbegin()->second;
}

} // namespace consent::ledger
