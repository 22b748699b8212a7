#include "cache/store/packedjws.h"

#include "cache/store/cachewords_p.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace consent::cache {

namespace {

constexpr char asItIs = 'T';
constexpr char inParts = 'P';
constexpr int level = 3;        // a tenth of a millisecond for a call; higher levels save 2 % more
constexpr qsizetype prefix = 5; // form, header length (2), signature length (2)
constexpr auto urlForm = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray decoded(const QByteArray &part)
{
    return QByteArray::fromBase64(part, urlForm);
}

Error damaged()
{
    return CacheWords::damaged(u"packed event of unknown form"_s);
}

Result<QByteArray> unpackParts(const QByteArray &packed)
{
    if (packed.size() < prefix)
        return damaged();
    const qsizetype header = qFromBigEndian<quint16>(packed.constData() + 1);
    const qsizetype signature = qFromBigEndian<quint16>(packed.constData() + 3);
    if (packed.size() < prefix + header + signature)
        return damaged();
    const QByteArray payload = qUncompress(packed.mid(prefix + header + signature));
    return packed.mid(prefix, header).toBase64(urlForm) + '.' + payload.toBase64(urlForm) + '.' +
           packed.mid(prefix + header, signature).toBase64(urlForm);
}

} // namespace

QByteArray packJws(const QByteArray &compactJws)
{
    const QList<QByteArray> parts = compactJws.split('.');
    if (parts.size() == 3) {
        const QByteArray header = decoded(parts[0]);
        const QByteArray signature = decoded(parts[2]);
        if (header.size() <= 0xffff && signature.size() <= 0xffff) {
            QByteArray packed(prefix, inParts);
            qToBigEndian(static_cast<quint16>(header.size()), packed.data() + 1);
            qToBigEndian(static_cast<quint16>(signature.size()), packed.data() + 3);
            packed += header + signature + qCompress(decoded(parts[1]), level);
            if (const auto back = unpackParts(packed); back && *back == compactJws)
                return packed;
        }
    }
    return asItIs + compactJws;
}

Result<QByteArray> unpackJws(const QByteArray &packed)
{
    if (packed.startsWith(asItIs))
        return packed.mid(1);
    return packed.startsWith(inParts) ? unpackParts(packed) : damaged();
}

} // namespace consent::cache
