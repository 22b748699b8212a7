#pragma once

#include "base/clock.h"

#include <QDate>
#include <QString>

#include <algorithm>

/// Keys of the table consent_log: the order time shifted left, with room to keep rows of one millisecond apart.
namespace consent::cache::consentlogplace {

inline constexpr qint64 dayMs = 24 * 60 * 60 * 1000;
inline constexpr qint64 koreaMs = 9 * 60 * 60 * 1000; // UTC+9 all year
inline constexpr int tieBits = 20;
inline constexpr qint64 latestMs = (qint64(1) << (63 - tieBits)) - dayMs; // in the year 2248
inline constexpr char16_t firstCharacter = 0x100;

/// Times out of all reason go to the nearer end.
inline qint64 clamped(UtcTime time)
{
    return std::clamp<qint64>(toMs(time), 0, latestMs);
}

/// Days since 1970-01-01 by the time in Korea.
inline qint64 dayOf(qint64 ms)
{
    return (ms + koreaMs) / dayMs;
}

inline qint64 dayOf(const QDate &date)
{
    return date.toJulianDay() - QDate(1970, 1, 1).toJulianDay();
}

/// The first place of a day; that of the day after it is its end.
inline qint64 placeOfDay(qint64 day)
{
    return std::clamp<qint64>(day * dayMs - koreaMs, 0, latestMs + dayMs - 1) << tieBits;
}

inline UtcTime timeOfPlace(qint64 place)
{
    return fromMs(place >> tieBits);
}

/// By which the columns granted, refused and ended name a scope.
inline QString characterOf(qint64 scope)
{
    const char32_t character = static_cast<char32_t>(firstCharacter + scope);
    return QString::fromUcs4(&character, 1);
}

} // namespace consent::cache::consentlogplace
