#pragma once

#include <QDate>
#include <QString>

#include <chrono>

namespace consent {

using Milliseconds = std::chrono::milliseconds;
/// A moment in UTC, to the millisecond.
using UtcTime = std::chrono::sys_time<Milliseconds>;

/// Milliseconds since 1970-01-01T00:00Z, the form in which moments are stored.
constexpr qint64 toMs(UtcTime time) { return time.time_since_epoch().count(); }
constexpr UtcTime fromMs(qint64 ms) { return UtcTime(Milliseconds(ms)); }

/// The civil date in Korea (UTC+9 all year, whatever the zone of the PC): ages and statutory clocks count by it.
QDate koreanDate(UtcTime time);
/// "2026-11-23 14:05:09" in Korean time, for people.
QString koreanTimestamp(UtcTime time);
/// RFC 3339 in UTC with milliseconds, for machines.
QString isoUtc(UtcTime time);

/// Port: the time. Implementations are thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;

    virtual UtcTime now() const = 0;
    /// Never goes back; for durations only.
    virtual Milliseconds elapsed() const = 0;

protected:
    Clock() = default;
};

/// The PC's clock.
class SystemClock : public Clock
{
public:
    UtcTime now() const override;
    Milliseconds elapsed() const override;
};

} // namespace consent
