#include "vault/keys/passwordkey.h"

#include "crypto/base64url.h"
#include "crypto/random.h"

#include <QCoreApplication>
#include <QString>

#include <array>

namespace consent::vault {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype PasswordLimit = 1024;
constexpr std::size_t KeyBytes = 32;

Error noMemory(const QString &detail)
{
    return {.kind = ErrorKind::Internal,
            .message =
                QCoreApplication::translate("PasswordKey", "The PC has too little free memory to check a password. "
                                                           "Nothing was changed. Close other programs and try again."),
            .detail = detail};
}

/// The password as UTF-8 in NFC, so that 가 typed as one letter or as its parts is the same password.
std::optional<crypto::SecretBuffer> bytesOfPassword(QStringView password)
{
    QString composed = password.toString().normalized(QString::NormalizationForm_C);
    QByteArray utf8 = composed.toUtf8();
    auto secret = crypto::SecretBuffer::copyOf(crypto::bytesOf(utf8));
    composed.fill(u'\0');
    crypto::wipe({reinterpret_cast<std::uint8_t *>(utf8.data()), static_cast<std::size_t>(utf8.size())});
    return secret;
}

} // namespace

PasswordKey::PasswordKey(crypto::SecretBuffer key, QByteArray salt, const crypto::ScryptParameters &cost)
    : m_key(std::move(key))
    , m_salt(std::move(salt))
    , m_cost(cost)
{
}

bool PasswordKey::isAcceptableCost(const crypto::ScryptParameters &cost) noexcept
{
    return cost.logN >= LowestLogN && cost.logN <= HighestLogN && cost.r == 8 && cost.p == 1;
}

Result<PasswordKey> PasswordKey::create(QStringView password, const crypto::ScryptParameters &cost)
{
    std::array<std::uint8_t, SaltBytes> salt{};
    if (!crypto::fillRandom(salt))
        return noMemory(u"no random salt"_s);
    return derive(password, crypto::toByteArray(salt), cost);
}

Result<PasswordKey> PasswordKey::derive(QStringView password, const QByteArray &salt,
                                        const crypto::ScryptParameters &cost)
{
    if (password.isEmpty() || password.size() > PasswordLimit)
        return Error{.kind = ErrorKind::InvalidArgument,
                     .message = QCoreApplication::translate("PasswordKey", "Enter a password of 1 to 1,024 letters."),
                     .detail = u"password of %1 letters"_s.arg(password.size())};
    if (salt.size() != qsizetype{SaltBytes} || !isAcceptableCost(cost))
        return Error{.kind = ErrorKind::Damaged,
                     .message = QCoreApplication::translate(
                         "PasswordKey", "What is stored about this password is damaged. Nothing was changed. Ask the "
                                        "administrator to set up this user again."),
                     .detail =
                         u"salt of %1 bytes, cost %2/%3/%4"_s.arg(salt.size()).arg(cost.logN).arg(cost.r).arg(cost.p)};
    const auto secret = bytesOfPassword(password);
    auto key = secret ? crypto::scrypt(secret->span(), crypto::bytesOf(salt), cost, KeyBytes) : std::nullopt;
    if (!key)
        return noMemory(u"scrypt with logN %1"_s.arg(cost.logN));
    return PasswordKey(std::move(*key), salt, cost);
}

Result<PasswordKey> PasswordKey::clone() const
{
    auto key = m_key.clone();
    if (!key)
        return noMemory(u"secure heap full"_s);
    return PasswordKey(std::move(*key), m_salt, m_cost);
}

} // namespace consent::vault
