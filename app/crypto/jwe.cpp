#include "crypto/jwe.h"

#include "crypto/aead.h"
#include "crypto/aeskw.h"
#include "crypto/base64url.h"
#include "crypto/compact_p.h"
#include "crypto/kdf.h"
#include "crypto/opensslerror.h"
#include "crypto/random.h"

#include <QCoreApplication>

namespace consent::crypto {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t KeyBytes = Aes256Gcm::KeyBytes;
constexpr auto KeyWrapName = "ECDH-ES+A256KW";

struct JweParts
{
    JweHeader header;
    QByteArray associated;
    QByteArray encryptedKey;
    QByteArray nonce;
    QByteArray cipher;
    QByteArray tag;
};

Error wrongKeyLength()
{
    return {.kind = ErrorKind::InvalidArgument,
            .message = QCoreApplication::translate(
                "Crypto",
                "This key can't be used: it is damaged or of another kind. Nothing was changed. Ask for it to "
                "be issued again."),
            .detail = u"content key is not 256 bits long"_s};
}

std::optional<JweAlgorithm> algorithmOf(const QJsonValue &alg)
{
    if (alg == "dir"_L1)
        return JweAlgorithm::Direct;
    if (alg == QLatin1StringView(KeyWrapName))
        return JweAlgorithm::EcdhEsA256Kw;
    return std::nullopt;
}

Result<JweParts> parse(const QByteArray &compact, qsizetype limitBytes)
{
    if (compact.size() > limitBytes)
        return damagedRecord(u"JWE of %1 bytes"_s.arg(compact.size()));
    const auto segments = splitCompact<5>(compact);
    const auto members = segments ? parseHeader((*segments)[0]) : std::nullopt;
    if (!members)
        return damagedRecord(u"JWE segments or header"_s);
    const auto algorithm = algorithmOf(members->value("alg"_L1));
    // Compressed content is refused: its size would tell about the content, and a small one can grow without bound.
    if (!algorithm || members->value("enc"_L1) != "A256GCM"_L1 || members->contains("zip"_L1))
        return damagedRecord(u"JWE algorithm"_s);
    std::array<std::optional<QByteArray>, 5> decoded;
    for (std::size_t i = 1; i < decoded.size(); ++i) {
        decoded[i] = base64UrlDecode((*segments)[i]);
        if (!decoded[i])
            return damagedRecord(u"JWE segment %1 is not base64url"_s.arg(i));
    }
    const auto keySize = *algorithm == JweAlgorithm::Direct ? 0 : qsizetype{WrappedKey256{}.size()};
    if (decoded[1]->size() != keySize || decoded[2]->size() != qsizetype{Aes256Gcm::NonceBytes} ||
        decoded[4]->size() != qsizetype{Aes256Gcm::TagBytes})
        return damagedRecord(u"JWE segment of a wrong length"_s);
    return JweParts{
        .header = {.algorithm = *algorithm, .kid = members->value("kid"_L1).toString(), .members = *members},
        .associated = (*segments)[0].toByteArray(),
        .encryptedKey = std::move(*decoded[1]),
        .nonce = std::move(*decoded[2]),
        .cipher = std::move(*decoded[3]),
        .tag = std::move(*decoded[4])};
}

Result<QByteArray> seal(Bytes plain, Bytes contentKey, const QJsonObject &own, Bytes encryptedKey, const QString &kid,
                        const QJsonObject &extra)
{
    QJsonObject members = own;
    members.insert(u"enc"_s, u"A256GCM"_s);
    if (!kid.isEmpty())
        members.insert(u"kid"_s, kid);
    const auto header = makeHeader(members, extra);
    if (!header)
        return opensslFailure(u"JWE header too long or with a reserved member"_s);
    auto aead = Aes256Gcm::create(contentKey);
    std::array<std::uint8_t, Aes256Gcm::NonceBytes> nonce{};
    std::array<std::uint8_t, Aes256Gcm::TagBytes> tag{};
    QByteArray cipher(static_cast<qsizetype>(plain.size()), Qt::Uninitialized);
    const MutableBytes cipherBytes(reinterpret_cast<std::uint8_t *>(cipher.data()), plain.size());
    if (!aead || !fillRandom(nonce) || !aead->seal(nonce, bytesOf(*header), plain, cipherBytes, tag))
        return opensslFailure(u"JWE content"_s);
    return *header + '.' + base64UrlEncode(encryptedKey) + '.' + base64UrlEncode(nonce) + '.' +
           base64UrlEncode(bytesOf(cipher)) + '.' + base64UrlEncode(tag);
}

bool open(const JweParts &parts, Bytes contentKey, MutableBytes plainOut)
{
    auto aead = Aes256Gcm::create(contentKey);
    return aead && aead->open(bytesOf(parts.nonce).first<Aes256Gcm::NonceBytes>(), bytesOf(parts.associated),
                              bytesOf(parts.cipher), bytesOf(parts.tag).first<Aes256Gcm::TagBytes>(), plainOut);
}

Result<QByteArray> openBytes(const JweParts &parts, Bytes contentKey)
{
    QByteArray plain(parts.cipher.size(), Qt::Uninitialized);
    if (!open(parts, contentKey,
              {reinterpret_cast<std::uint8_t *>(plain.data()), static_cast<std::size_t>(plain.size())}))
        return damagedRecord(u"JWE content does not verify"_s);
    return plain;
}

Result<SecretBuffer> openSecret(const JweParts &parts, Bytes contentKey)
{
    auto plain = SecretBuffer::zeroed(static_cast<std::size_t>(parts.cipher.size()));
    if (!plain)
        return opensslFailure(u"secure heap full"_s);
    if (!open(parts, contentKey, plain->span()))
        return damagedRecord(u"JWE content does not verify"_s);
    return std::move(*plain);
}

Result<JweParts> parseDirect(const QByteArray &compact, Bytes key)
{
    if (key.size() != KeyBytes)
        return wrongKeyLength();
    auto parts = parse(compact, JweLimitBytes);
    if (parts && parts->header.algorithm != JweAlgorithm::Direct)
        return damagedRecord(u"JWE is not for a shared key"_s);
    return parts;
}

/// The key that wraps the content key (RFC 7518, 4.6.2).
std::optional<SecretBuffer> wrappingKey(const SecretBuffer &shared, Bytes partyU, Bytes partyV)
{
    return concatKdfSha256(shared.span(), bytesOf(std::string_view(KeyWrapName)), partyU, partyV, KeyBytes);
}

/// The bytes of "apu" or "apv"; empty when absent.
std::optional<QByteArray> partyInfo(const QJsonObject &members, QLatin1StringView name)
{
    const QJsonValue value = members.value(name);
    if (value.isUndefined())
        return QByteArray();
    return value.isString() ? base64UrlDecode(value.toString().toLatin1()) : std::nullopt;
}

struct Wrapped
{
    JweParts parts;
    SecretBuffer contentKey;
};

Result<Wrapped> unwrap(const QByteArray &compact, const P256PrivateKey &key)
{
    auto parts = parse(compact, JweLimitBytes);
    if (!parts)
        return parts.error();
    if (parts->header.algorithm != JweAlgorithm::EcdhEsA256Kw)
        return damagedRecord(u"JWE is not wrapped for a key pair"_s);
    const QJsonObject &members = parts->header.members;
    const auto ephemeral = P256PublicKey::fromJwk(members.value("epk"_L1).toObject());
    const auto partyU = partyInfo(members, "apu"_L1);
    const auto partyV = partyInfo(members, "apv"_L1);
    if (!ephemeral || !partyU || !partyV)
        return damagedRecord(u"JWE ephemeral key: "_s + (ephemeral ? u"party info"_s : ephemeral.error().detail));
    const auto shared = key.agree(*ephemeral);
    if (!shared)
        return shared.error();
    const auto wrapping = wrappingKey(*shared, bytesOf(*partyU), bytesOf(*partyV));
    if (!wrapping)
        return opensslFailure(u"JWE key derivation"_s);
    auto contentKey = unwrapKey(wrapping->span(), bytesOf(parts->encryptedKey));
    if (!contentKey && !SecretBuffer::zeroed(2 * KeyBytes)) // else a full heap would be taken for a wrong key
        return opensslFailure(u"secure heap full"_s);
    if (!contentKey)
        return Error{.kind = ErrorKind::WrongKey,
                     .message = QCoreApplication::translate(
                         "Crypto", "This was sealed for another user or an older key. Nothing was changed. Ask the "
                                   "administrator to give you access again."),
                     .detail = u"JWE content key does not unwrap"_s};
    return Wrapped{std::move(*parts), std::move(*contentKey)};
}

} // namespace

Result<JweHeader> readJweHeader(const QByteArray &compact, qsizetype limitBytes)
{
    auto parts = parse(compact, limitBytes);
    if (!parts)
        return parts.error();
    return std::move(parts->header);
}

Result<QByteArray> encryptDirect(Bytes plain, Bytes key, const QString &kid, const QJsonObject &extra)
{
    if (key.size() != KeyBytes)
        return wrongKeyLength();
    return seal(plain, key, {{u"alg"_s, u"dir"_s}}, {}, kid, extra);
}

Result<QByteArray> decryptDirect(const QByteArray &compact, Bytes key)
{
    const auto parts = parseDirect(compact, key);
    if (!parts)
        return parts.error();
    return openBytes(*parts, key);
}

Result<SecretBuffer> decryptDirectSecret(const QByteArray &compact, Bytes key)
{
    const auto parts = parseDirect(compact, key);
    if (!parts)
        return parts.error();
    return openSecret(*parts, key);
}

Result<QByteArray> encryptFor(Bytes plain, const P256PublicKey &recipient, const QString &kid, const QJsonObject &extra)
{
    const auto ephemeral = P256PrivateKey::generate();
    if (!ephemeral)
        return ephemeral.error();
    const auto shared = ephemeral->agree(recipient);
    if (!shared)
        return shared.error();
    const auto wrapping = wrappingKey(*shared, {}, {});
    const auto contentKey = SecretBuffer::random(KeyBytes);
    const auto wrapped = wrapping && contentKey ? wrapKey(wrapping->span(), contentKey->span()) : std::nullopt;
    if (!wrapped)
        return opensslFailure(u"JWE key wrap"_s);
    const QJsonObject own{{u"alg"_s, QString::fromLatin1(KeyWrapName)}, {u"epk"_s, ephemeral->publicKey().toJwk()}};
    return seal(plain, contentKey->span(), own, *wrapped, kid, extra);
}

Result<QByteArray> decryptWith(const QByteArray &compact, const P256PrivateKey &key)
{
    const auto wrapped = unwrap(compact, key);
    if (!wrapped)
        return wrapped.error();
    return openBytes(wrapped->parts, wrapped->contentKey.span());
}

Result<SecretBuffer> decryptSecretWith(const QByteArray &compact, const P256PrivateKey &key)
{
    const auto wrapped = unwrap(compact, key);
    if (!wrapped)
        return wrapped.error();
    return openSecret(wrapped->parts, wrapped->contentKey.span());
}

} // namespace consent::crypto
