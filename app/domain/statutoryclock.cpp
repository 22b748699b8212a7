#include "domain/statutoryclock.h"

#include "domain/holidays.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace consent::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(StatutoryClock)
};

/// Days on which the clock stands still.
struct StoppedDays
{
    QDate from;
    QDate until; ///< The first that counts again.
};

} // namespace

ClockReading readClock(const CountingRule &rule, UtcTime received, int extraDays, const std::vector<ClockStop> &stops,
                       const Holidays &holidays, UtcTime now)
{
    ClockReading reading;
    const QDate today = koreanDate(now);
    std::vector<StoppedDays> stopped;
    for (const ClockStop &stop : stops) {
        stopped.push_back({koreanDate(stop.from), koreanDate(stop.until.value_or(now))});
        reading.stopped = reading.stopped || !stop.until;
    }
    const auto isStopped = [&stopped](QDate day) {
        return std::ranges::any_of(stopped,
                                   [day](const StoppedDays &stop) { return stop.from <= day && day < stop.until; });
    };
    const auto counts = [&](QDate day) {
        return !isStopped(day) && (rule.unit == CountedDays::Calendar || holidays.isWorkingDay(day));
    };

    const QDate first = koreanDate(received);
    int left = std::clamp(rule.days, 0, 366) + std::max(extraDays, 0);
    QDate day = first;
    if (left > 0 && rule.firstDayCounts && counts(day))
        --left;
    while (left > 0) {
        day = day.addDays(1);
        if (counts(day))
            --left;
    }
    // What has to be done without delay does not wait for Monday; only a stopped clock moves it.
    const bool rolls = rule.rollsOver && rule.days + extraDays > 0;
    while (isStopped(day) || (rolls && !holidays.isWorkingDay(day)))
        day = day.addDays(1);

    reading.due = day;
    reading.daysLeft = int(today.daysTo(day));
    reading.estimate =
        (rolls || rule.unit == CountedDays::Working) && (!holidays.covers(first) || !holidays.covers(day));
    return reading;
}

QString countingInWords(const CountingRule &rule)
{
    if (rule.days == 0)
        return Text::tr("Without delay");
    QStringList parts;
    parts.append(rule.unit == CountedDays::Calendar ? Text::tr("%n calendar day(s)", nullptr, rule.days)
                                                    : Text::tr("%n working day(s)", nullptr, rule.days));
    parts.append(rule.firstDayCounts ? Text::tr("the first day counts") : Text::tr("the first day does not count"));
    if (rule.rollsOver)
        parts.append(Text::tr("a Saturday or holiday at the end moves it to the next working day"));
    return parts.join(QStringLiteral("; "));
}

} // namespace consent::domain
