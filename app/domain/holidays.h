#pragma once

#include "base/result.h"
#include "domain/codes.h"
#include "domain/script.h"

#include <QByteArray>
#include <QDate>

#include <map>
#include <optional>
#include <vector>

namespace consent::domain {

/// Why a day of one year is a holiday.
enum class HolidayKind { Lunar, Substitute, Election, Temporary };
template <>
inline constexpr auto codesOf<HolidayKind> = codes<HolidayKind>({{HolidayKind::Lunar, "lunar"},
                                                                 {HolidayKind::Substitute, "substitute"},
                                                                 {HolidayKind::Election, "election"},
                                                                 {HolidayKind::Temporary, "temporary"}});

/// Public holidays of Korea as data (resources/holidays/kr.json), for counting statutory periods. A day that the data
/// lacks makes a due date earlier, never later: on the side of the person whose data it is.
class Holidays
{
public:
    static constexpr qsizetype maxBytes = 512 * 1024;

    /// Knows Saturdays and Sundays only, and covers no year.
    Holidays() = default;

    /// Strict: every fault with its path is in the message.
    static Result<Holidays> parse(const QByteArray &json);

    /// Neither Saturday, Sunday nor a public holiday (Civil Code 161: on such a day no period ends).
    bool isWorkingDay(QDate date) const;
    /// Of a public holiday; nothing on other days, weekends included.
    std::optional<LocalText> nameOf(QDate date) const;
    /// Whether the data has the year of the date.
    bool covers(QDate date) const;
    int firstYear() const { return m_firstYear; }
    int lastYear() const { return m_lastYear; } ///< 0 without data.

private:
    struct Fixed
    {
        int month = 0;
        int day = 0;
        int fromYear = 0;
        int untilYear = 0;
        LocalText name;
    };

    int m_firstYear = 0;
    int m_lastYear = 0;
    std::vector<Fixed> m_fixed;
    std::map<QDate, LocalText> m_dated;
};

} // namespace consent::domain
