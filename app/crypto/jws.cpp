#include "crypto/jws.h"

#include "crypto/base64url.h"
#include "crypto/compact_p.h"

#include <QCoreApplication>

namespace consent::crypto {

using namespace Qt::StringLiterals;

Result<QByteArray> signCompact(const QByteArray &payload, const P256PrivateKey &key, const QString &kid,
                               const QString &typ, const QJsonObject &extra)
{
    QJsonObject own{{u"alg"_s, u"ES256"_s}};
    if (!kid.isEmpty())
        own.insert(u"kid"_s, kid);
    if (!typ.isEmpty())
        own.insert(u"typ"_s, typ);
    const auto header = makeHeader(own, extra);
    if (!header)
        return Error{.kind = ErrorKind::Internal,
                     .message =
                         QCoreApplication::translate("Crypto", "A record could not be signed. Nothing was saved. "
                                                               "Call the administrator."),
                     .detail = u"JWS header too long or with a reserved member"_s};
    QByteArray compact = *header + '.' + base64UrlEncode(bytesOf(payload));
    const auto signature = key.sign(bytesOf(compact));
    if (!signature)
        return signature.error();
    compact += '.' + base64UrlEncode(*signature);
    return compact;
}

Result<JwsParts> parseCompact(const QByteArray &compact, qsizetype limitBytes)
{
    if (compact.size() > limitBytes)
        return damagedRecord(u"JWS of %1 bytes"_s.arg(compact.size()));
    const auto segments = splitCompact<3>(compact);
    if (!segments)
        return damagedRecord(u"not three JWS segments"_s);
    const auto &[headerSegment, payloadSegment, signatureSegment] = *segments;
    const auto header = parseHeader(headerSegment);
    if (!header)
        return damagedRecord(u"JWS header"_s);
    if (header->value("alg"_L1) != "ES256"_L1)
        return damagedRecord(u"JWS algorithm is not ES256"_s);
    // RFC 7797: such a payload is not in base64url, and readers that don't know it read another text.
    if (header->contains("b64"_L1))
        return damagedRecord(u"JWS with b64"_s);
    auto payload = base64UrlDecode(payloadSegment);
    auto signature = base64UrlDecode(signatureSegment);
    if (!payload || !signature || signature->size() != qsizetype{EcSignature{}.size()})
        return damagedRecord(u"JWS payload or signature form"_s);
    return JwsParts{.header = *header,
                    .kid = header->value("kid"_L1).toString(),
                    .typ = header->value("typ"_L1).toString(),
                    .payload = std::move(*payload),
                    .signingInput = compact.first(headerSegment.size() + 1 + payloadSegment.size()),
                    .signature = std::move(*signature)};
}

Result<VerifiedJws> verifyCompact(const QByteArray &compact, const P256PublicKey &key, qsizetype limitBytes)
{
    auto parts = parseCompact(compact, limitBytes);
    if (!parts)
        return parts.error();
    return verifyParts(std::move(*parts), key);
}

Result<VerifiedJws> verifyParts(JwsParts parts, const P256PublicKey &key)
{
    if (!key.verify(bytesOf(parts.signingInput), bytesOf(parts.signature)))
        return damagedRecord(u"JWS signature does not fit the key"_s);
    return VerifiedJws{.header = std::move(parts.header),
                       .kid = std::move(parts.kid),
                       .typ = std::move(parts.typ),
                       .payload = std::move(parts.payload)};
}

} // namespace consent::crypto
