#include "base/clock.h"

#include <QDateTime>
#include <QTimeZone>

namespace consent {

namespace {

constexpr int koreaOffsetSeconds = 9 * 60 * 60;

QDateTime inKorea(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(time), Qt::OffsetFromUTC, koreaOffsetSeconds);
}

} // namespace

QDate koreanDate(UtcTime time) { return inKorea(time).date(); }

QString koreanTimestamp(UtcTime time) { return inKorea(time).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")); }

QString isoUtc(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(time), Qt::UTC).toString(Qt::ISODateWithMs);
}

UtcTime SystemClock::now() const
{
    return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
}

Milliseconds SystemClock::elapsed() const
{
    return std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace consent
