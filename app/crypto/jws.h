#pragma once

#include "base/result.h"
#include "crypto/p256.h"

#include <QByteArray>
#include <QJsonObject>

namespace consent::crypto {

/// The largest compact JWS that is read. A notice with its source is the largest thing that is signed.
constexpr qsizetype JwsLimitBytes = 8 * 1024 * 1024;

/// A compact JWS (RFC 7515) taken apart; nothing in it is proved yet.
struct JwsParts
{
    QJsonObject header;
    QString kid; ///< Empty when absent.
    QString typ; ///< Empty when absent.
    QByteArray payload;
    QByteArray signingInput;
    QByteArray signature; ///< 64 bytes.
};

/// A JWS whose signature fits the key it was checked with.
struct VerifiedJws
{
    QJsonObject header;
    QString kid;
    QString typ;
    QByteArray payload;
};

/// Signs with ES256. The header holds alg, kid, typ and the members of extra, which may not name those three.
/// kid and typ are left out when empty.
Result<QByteArray> signCompact(const QByteArray &payload, const P256PrivateKey &key, const QString &kid,
                               const QString &typ, const QJsonObject &extra = {});

/// @return Damaged unless it is one canonical ES256 JWS within the limit: another alg, "none", any "crit", a member
/// named twice, padding or a wrong length are refused. Keys and links in the header are never used.
Result<JwsParts> parseCompact(const QByteArray &compact, qsizetype limitBytes = JwsLimitBytes);

/// @return Damaged when it can't be parsed or the signature does not fit.
Result<VerifiedJws> verifyCompact(const QByteArray &compact, const P256PublicKey &key,
                                  qsizetype limitBytes = JwsLimitBytes);

/// The same for parts that are parsed already, for example to find the key by its kid.
Result<VerifiedJws> verifyParts(JwsParts parts, const P256PublicKey &key);

} // namespace consent::crypto
