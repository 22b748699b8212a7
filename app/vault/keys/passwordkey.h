#pragma once

#include "base/result.h"
#include "crypto/kdf.h"

#include <QByteArray>
#include <QStringView>

namespace consent::vault {

/// What scrypt makes of a password: 32 bytes that open the user's key slot and, by derivation, the user's private key.
/// Move-only.
class PasswordKey
{
public:
    static constexpr std::size_t SaltBytes = 32;
    /// Costs that are accepted: less is too easy to guess, more takes memory that a PC may not have.
    static constexpr unsigned LowestLogN = 15;
    static constexpr unsigned HighestLogN = 20;

    /// With a fresh salt, for a new user or a new password. About 0.6 s of one core: never on the UI thread.
    /// @return InvalidArgument for an empty password or one of more than 1,024 letters; Internal without memory.
    static Result<PasswordKey> create(QStringView password, const crypto::ScryptParameters &cost = {});
    /// With the salt of before.
    /// @return Damaged when salt or cost are out of their range, else as create().
    static Result<PasswordKey> derive(QStringView password, const QByteArray &salt,
                                      const crypto::ScryptParameters &cost);
    /// @return Internal when the secure heap is full.
    Result<PasswordKey> clone() const;

    const crypto::SecretBuffer &key() const noexcept { return m_key; }
    const QByteArray &salt() const noexcept { return m_salt; }
    const crypto::ScryptParameters &cost() const noexcept { return m_cost; }

    static bool isAcceptableCost(const crypto::ScryptParameters &cost) noexcept;

private:
    PasswordKey(crypto::SecretBuffer key, QByteArray salt, const crypto::ScryptParameters &cost);

    crypto::SecretBuffer m_key;
    QByteArray m_salt;
    crypto::ScryptParameters m_cost;
};

} // namespace consent::vault
