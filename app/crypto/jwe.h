#pragma once

#include "base/result.h"
#include "crypto/p256.h"

#include <QByteArray>
#include <QJsonObject>

namespace consent::crypto {

/// The largest compact JWE that is read.
constexpr qsizetype JweLimitBytes = 8 * 1024 * 1024;

/// Which way the content key of a compact JWE (RFC 7516) is found.
enum class JweAlgorithm {
    Direct,       ///< "dir": the key is shared.
    EcdhEsA256Kw, ///< "ECDH-ES+A256KW": wrapped for the holder of a P-256 key.
};

/// What a JWE says about itself, readable by anybody and not proved until it is decrypted.
struct JweHeader
{
    JweAlgorithm algorithm = JweAlgorithm::Direct;
    QString kid; ///< Empty when absent.
    QJsonObject members;
};

/// @return Damaged unless it is one canonical A256GCM JWE of the two algorithms within the limit.
Result<JweHeader> readJweHeader(const QByteArray &compact, qsizetype limitBytes = JweLimitBytes);

/// Seals under a shared 256-bit key. The header holds alg, enc, kid (unless empty) and the members of extra, which may
/// not name any of the members that say how to decrypt; all of it is authenticated.
/// @return InvalidArgument for a key of another length.
Result<QByteArray> encryptDirect(Bytes plain, Bytes key, const QString &kid, const QJsonObject &extra = {});
/// @return Damaged when it is no such JWE or does not verify under this key; InvalidArgument for a key of another
/// length.
Result<QByteArray> decryptDirect(const QByteArray &compact, Bytes key);
/// The same for content that is itself a key.
Result<SecretBuffer> decryptDirectSecret(const QByteArray &compact, Bytes key);

/// Seals for the holder of the private half, with a fresh ephemeral key.
Result<QByteArray> encryptFor(Bytes plain, const P256PublicKey &recipient, const QString &kid,
                              const QJsonObject &extra = {});
/// @return WrongKey when it was sealed for another key, Damaged when it is no such JWE or was altered.
Result<QByteArray> decryptWith(const QByteArray &compact, const P256PrivateKey &key);
/// The same for content that is itself a key.
Result<SecretBuffer> decryptSecretWith(const QByteArray &compact, const P256PrivateKey &key);

} // namespace consent::crypto
