#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QJsonObject>

#include <array>
#include <optional>

/// What the compact forms of JWS and JWE have in common. Included by the sources of this folder only.
namespace consent::crypto {

constexpr qsizetype HeaderLimitBytes = 4096;

/// The texts between the dots.
/// @return nothing unless there are exactly that many.
template <std::size_t Count> std::optional<std::array<QByteArrayView, Count>> splitCompact(QByteArrayView compact)
{
    std::array<QByteArrayView, Count> segments;
    for (std::size_t i = 0; i + 1 < Count; ++i) {
        const qsizetype dot = compact.indexOf('.');
        if (dot < 0)
            return std::nullopt;
        segments[i] = compact.first(dot);
        compact = compact.sliced(dot + 1);
    }
    if (compact.indexOf('.') >= 0)
        return std::nullopt;
    segments.back() = compact;
    return segments;
}

/// The header object in a segment: one JSON object of at most HeaderLimitBytes, no member twice, no "crit" (we know no
/// extension, and RFC 7515, 4.1.11 forbids to ignore one), "kid" and "typ" text where they are present.
std::optional<QJsonObject> parseHeader(QByteArrayView segment);

/// The segment for a header made of our members and the caller's.
/// @return nothing when the caller's would change what ours say, or it gets too long.
std::optional<QByteArray> makeHeader(const QJsonObject &own, const QJsonObject &extra);

/// "This record can't be trusted", with the reason for the log.
Error damagedRecord(const QString &detail);

} // namespace consent::crypto
