#pragma once

#include "base/id.h"
#include "base/result.h"
#include "crypto/secretbuffer.h"
#include "ledger/datakeys.h"

#include <QByteArray>
#include <QString>

#include <map>

namespace consent::crypto {
class P256PublicKey;
}

namespace consent::ledger {

/// The organisation's secret of one epoch: wraps data keys, and is the root of the blind index. Never leaves a desk in
/// the clear; every user holds it wrapped to the user's own public key.
class OrganisationKey
{
public:
    static constexpr std::size_t KeyBytes = 32;

    /// @param epoch from 1
    static Result<OrganisationKey> generate(int epoch);
    /// @param secret 32 bytes
    static Result<OrganisationKey> fromSecret(int epoch, crypto::SecretBuffer secret);

    int epoch() const noexcept { return m_epoch; }
    const crypto::SecretBuffer &secret() const noexcept { return m_secret; }

    /// HKDF-SHA-256 of the secret for one purpose.
    /// @return Unavailable when the secure heap is full.
    Result<crypto::SecretBuffer> derive(const QByteArray &purpose) const;

    /// Compact JWE (ECDH-ES+A256KW, A256GCM) that only the owner of the private half opens (UserKeys).
    Result<QByteArray> wrapFor(const crypto::P256PublicKey &user) const;

private:
    OrganisationKey(int epoch, crypto::SecretBuffer secret)
        : m_epoch(epoch)
        , m_secret(std::move(secret))
    {
    }

    int m_epoch = 0;
    crypto::SecretBuffer m_secret;
};

/// The epochs that the signed-in user holds. New keys are wrapped under the newest.
class OrganisationKeys
{
public:
    void add(OrganisationKey key);
    /// An epoch that was destroyed: what only it wrapped is erased for good.
    void remove(int epoch);
    const OrganisationKey *find(int epoch) const;
    const OrganisationKey *current() const;

private:
    std::map<int, OrganisationKey> m_byEpoch;
};

} // namespace consent::ledger
