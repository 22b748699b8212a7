#include "domain/holidays.h"

#include "base/jsonfile.h"
#include "domain/invalid.h"
#include "domain/jsonreader.h"

#include <QCoreApplication>

#include <algorithm>

namespace consent::domain {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(Holidays)
};

using namespace Qt::StringLiterals;

LocalText name(JsonReader &reader)
{
    const LocalText text = reader.localText(u"name"_s, 100);
    if (text.ko.isEmpty() || text.en.isEmpty())
        reader.fault(u"name"_s, Text::tr("The text is needed in Korean (ko) and in English (en)."));
    return text;
}

/// Month and day as a date of a leap year; invalid when there is no such day.
QDate dayOfYear(const QString &text)
{
    return text.size() == 5 ? QDate::fromString(u"2000-"_s + text, Qt::ISODate) : QDate();
}

} // namespace

Result<Holidays> Holidays::parse(const QByteArray &json)
{
    if (json.size() > maxBytes)
        return invalid(
            Text::tr("The file of holidays is larger than %1 KB. Choose the right file.").arg(maxBytes / 1024), "size");
    const Result<QJsonObject> root = parseJsonObject(json, Text::tr("The file of holidays"));
    if (!root)
        return root.error();
    std::vector<ScriptFault> faults;
    JsonReader reader(*root, QString(), faults);
    if (const QString format = reader.text(u"format"_s, 40); !format.isEmpty() && format != u"consent-holidays/1")
        reader.fault(u"format"_s, Text::tr("This version reads the format “consent-holidays/1”."));
    if (const QString country = reader.text(u"country"_s, 2); !country.isEmpty() && country != u"KR")
        reader.fault(u"country"_s, Text::tr("Periods are counted by the holidays of Korea (KR)."));
    Holidays holidays;
    holidays.m_firstYear = reader.integer(u"firstYear"_s, 2000, 2100);
    holidays.m_lastYear = reader.integer(u"lastYear"_s, 2000, 2100);
    if (holidays.m_lastYear < holidays.m_firstYear)
        reader.fault(u"lastYear"_s, Text::tr("The last year lies before the first."));
    reader.objects(u"fixed"_s, 0, 40, [&holidays](JsonReader &inner) {
        const QDate day = dayOfYear(inner.text(u"day"_s, 5));
        if (!day.isValid())
            inner.fault(u"day"_s, Text::tr("A day such as 03-01 is expected here."));
        Fixed fixed{day.month(), day.day(), 0, 9999, name(inner)};
        if (inner.has(u"fromYear"_s))
            fixed.fromYear = inner.integer(u"fromYear"_s, 1900, 2100);
        if (inner.has(u"untilYear"_s))
            fixed.untilYear = inner.integer(u"untilYear"_s, 1900, 2100);
        inner.finish();
        holidays.m_fixed.push_back(fixed);
    });
    reader.objects(u"dated"_s, 0, 2000, [&holidays](JsonReader &inner) {
        const QDate date = QDate::fromString(inner.text(u"date"_s, 10), Qt::ISODate);
        if (!holidays.covers(date))
            inner.fault(u"date"_s, Text::tr("A date within the years of the file, such as %1-02-17, is expected here.")
                                       .arg(holidays.m_firstYear));
        (void)inner.code(u"kind"_s, HolidayKind::Lunar);
        holidays.m_dated.emplace(date, name(inner)); // where two fall on one day the first gives the name
        inner.finish();
    });
    reader.finish();
    if (!faults.empty())
        return invalid(Text::tr("The file of holidays has faults. Correct them and start again:") + u'\n' +
                           joinedFaults(faults),
                       "holidays file");
    return holidays;
}

bool Holidays::isWorkingDay(QDate date) const
{
    return date.dayOfWeek() < Qt::Saturday && !nameOf(date);
}

std::optional<LocalText> Holidays::nameOf(QDate date) const
{
    if (const auto found = m_dated.find(date); found != m_dated.end())
        return found->second;
    const auto found = std::ranges::find_if(m_fixed, [&date](const Fixed &fixed) {
        return fixed.month == date.month() && fixed.day == date.day() && fixed.fromYear <= date.year() &&
               date.year() <= fixed.untilYear;
    });
    return found == m_fixed.end() ? std::nullopt : std::optional(found->name);
}

bool Holidays::covers(QDate date) const
{
    return date.isValid() && m_firstYear <= date.year() && date.year() <= m_lastYear;
}

} // namespace consent::domain
