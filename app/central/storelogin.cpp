#include "central/storelogin.h"

#include "crypto/base64url.h"
#include "crypto/hash.h"
#include "crypto/kdf.h"
#include "crypto/random.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace consent::central {

using namespace Qt::StringLiterals;
using crypto::bytesOf;

namespace {

constexpr qsizetype LongestLogin = 31;
constexpr unsigned ScramRounds = 4096; // RFC 7677, 4
constexpr std::size_t ScramSaltBytes = 16;

Error noMemory()
{
    return {ErrorKind::Internal,
            QCoreApplication::translate("StoreLogin",
                                        "There is not enough protected memory to sign in. Nothing was changed. Close "
                                        "other programs and try again."),
            u"secure heap"_s};
}

} // namespace

bool isStoreLogin(QStringView login)
{
    const auto isLetter = [](QChar c) { return c >= u'a' && c <= u'z'; };
    return !login.isEmpty() && login.size() <= LongestLogin && isLetter(login.front()) &&
           std::ranges::all_of(login, [&](QChar c) {
               return isLetter(c) || (c >= u'0' && c <= u'9') || c == u'.' || c == u'_' || c == u'-';
           });
}

QByteArray loginSalt(const QString &storeId, const QString &login)
{
    return crypto::toByteArray(
        crypto::sha256(bytesOf("consentdesk login salt v1\n" + storeId.toUtf8() + '\n' + login.toUtf8())));
}

Result<vault::PasswordKey> storePasswordKey(QStringView password, const QString &storeId, const QString &login)
{
    return vault::PasswordKey::derive(password, loginSalt(storeId, login), {});
}

Result<crypto::SecretBuffer> storePassword(const vault::PasswordKey &key)
{
    const auto derived =
        crypto::hkdfSha256(key.key().span(), {}, bytesOf(std::string_view("consentdesk central password v1")), 32);
    auto text = derived ? crypto::base64UrlEncodeSecret(derived->span()) : std::nullopt;
    if (!text)
        return noMemory();
    return std::move(*text);
}

Result<QByteArray> scramVerifier(const crypto::SecretBuffer &storePassword)
{
    std::array<std::uint8_t, ScramSaltBytes> salt{};
    if (!crypto::fillRandom(salt))
        return noMemory();
    return scramVerifier(storePassword.span(), salt, ScramRounds);
}

Result<QByteArray> scramVerifier(crypto::Bytes storePassword, crypto::Bytes salt, unsigned rounds)
{
    const auto salted = crypto::pbkdf2Sha256(storePassword, salt, rounds, 32);
    if (!salted)
        return noMemory();
    crypto::Digest clientKey = crypto::hmacSha256(salted->span(), bytesOf(std::string_view("Client Key")));
    const crypto::Digest stored = crypto::sha256(clientKey);
    crypto::wipe(clientKey);
    const crypto::Digest server = crypto::hmacSha256(salted->span(), bytesOf(std::string_view("Server Key")));
    return QByteArray("SCRAM-SHA-256$" + QByteArray::number(rounds) + ':' + crypto::toByteArray(salt).toBase64() + '$' +
                      crypto::toByteArray(stored).toBase64() + ':' + crypto::toByteArray(server).toBase64());
}

} // namespace consent::central
