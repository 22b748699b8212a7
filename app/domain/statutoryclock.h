#pragma once

#include "base/clock.h"
#include "domain/codes.h"

#include <QDate>

#include <optional>
#include <vector>

namespace consent::domain {

class Holidays;

/// Which days a period counts.
enum class CountedDays { Calendar, Working };
template <>
inline constexpr auto codesOf<CountedDays> = codes<CountedDays>({{CountedDays::Calendar, "calendar"},
                                                                 {CountedDays::Working, "working"}});

/// How a statutory period is counted. The defaults are those of the Civil Code: the day on which the request comes does
/// not count (157), and a period that would end on a Saturday or public holiday ends on the next working day (161).
struct CountingRule
{
    int days = 10; ///< 0 to 366; 0: without delay, on the very day.
    CountedDays unit = CountedDays::Calendar;
    bool firstDayCounts = false;
    bool rollsOver = true;

    friend bool operator==(const CountingRule &, const CountingRule &) = default;
};

/// A stretch in which the clock stands still. The day on which it stops does not count any more, the day on which it
/// goes on counts again; stopped and started on one day, nothing changes.
struct ClockStop
{
    UtcTime from{};
    std::optional<UtcTime> until; ///< Nothing: it stands still now.

    friend bool operator==(const ClockStop &, const ClockStop &) = default;
};

struct ClockReading
{
    QDate due;        ///< The last day that is in time, in Korea.
    int daysLeft = 0; ///< From today to `due` in calendar days; negative when late.
    bool stopped = false;
    bool estimate = false; ///< The data of holidays lacks one of the years it took: may be later in truth.

    friend bool operator==(const ClockReading &, const ClockReading &) = default;
};

/// Reads a statutory clock. All days are civil days in Korea (UTC+9), whatever the zone of the PC.
/// @param extraDays by which the period was extended, counted as the rule counts; 0 or more
ClockReading readClock(const CountingRule &rule, UtcTime received, int extraDays, const std::vector<ClockStop> &stops,
                       const Holidays &holidays, UtcTime now);

/// "10 calendar days; the first day does not count; ..." for people.
QString countingInWords(const CountingRule &rule);

} // namespace consent::domain
