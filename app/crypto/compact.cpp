#include "crypto/compact_p.h"

#include "crypto/base64url.h"
#include "crypto/opensslerror.h"
#include "crypto/strictjson.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace consent::crypto {

using namespace Qt::StringLiterals;

namespace {

bool isTextOrAbsent(const QJsonValue &value)
{
    return value.isUndefined() || value.isString();
}

} // namespace

std::optional<QJsonObject> parseHeader(QByteArrayView segment)
{
    if (segment.size() > HeaderLimitBytes)
        return std::nullopt;
    const auto json = base64UrlDecode(segment);
    auto header = json ? parseUnambiguousJson(*json) : std::nullopt;
    if (!header || header->contains("crit"_L1) || !isTextOrAbsent(header->value("kid"_L1)) ||
        !isTextOrAbsent(header->value("typ"_L1)))
        return std::nullopt;
    return header;
}

std::optional<QByteArray> makeHeader(const QJsonObject &own, const QJsonObject &extra)
{
    // Members that would change how the record is read; "b64" and "zip" do it without "crit" for some readers.
    constexpr std::array Reserved{"alg"_L1, "b64"_L1, "crit"_L1, "enc"_L1, "epk"_L1, "kid"_L1, "typ"_L1, "zip"_L1};
    if (std::ranges::any_of(Reserved, [&extra](QLatin1StringView name) { return extra.contains(name); }))
        return std::nullopt;
    QJsonObject header = own;
    for (auto it = extra.begin(); it != extra.end(); ++it)
        header.insert(it.key(), *it);
    QByteArray segment = base64UrlEncode(bytesOf(QJsonDocument(header).toJson(QJsonDocument::Compact)));
    if (segment.size() > HeaderLimitBytes)
        return std::nullopt;
    return segment;
}

Error damagedRecord(const QString &detail)
{
    const QString reasons = takeOpenSslErrors();
    return {.kind = ErrorKind::Damaged,
            .message = QCoreApplication::translate(
                "Crypto", "A sealed or signed record does not verify: it was damaged or altered, or it was not made by "
                          "this program. It was not used. Tell the administrator, and keep the file as it is."),
            .detail = reasons.isEmpty() ? detail : detail + u" ("_s + reasons + u')'};
}

} // namespace consent::crypto
