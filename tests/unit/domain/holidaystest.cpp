#include "domain/holidays.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace consent;
using namespace consent::domain;
using namespace Qt::StringLiterals;

class HolidaysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theShippedDataKnowsTheDay_data();
    void theShippedDataKnowsTheDay();
    void aSubstituteFollowsAHolidayAndIsAWorkingDayOtherwise();
    void everyFeastHasADayOffBeforeAndAfter();
    void beyondItsYearsItSaysSo();
    void withoutDataOnlyWeekendsAreKnown();
    void everyFaultIsNamedWithItsPath_data();
    void everyFaultIsNamedWithItsPath();

private:
    QByteArray m_json;
    Holidays m_holidays;
};

void HolidaysTest::initTestCase()
{
    QFile file(QStringLiteral(CONSENT_SOURCE_DIR "/resources/holidays/kr.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_json = file.readAll();
    auto parsed = Holidays::parse(m_json);
    QVERIFY2(parsed.ok(), qPrintable(parsed ? QString() : parsed.error().message));
    m_holidays = *parsed;
}

void HolidaysTest::theShippedDataKnowsTheDay_data()
{
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QString>("name"); // empty: a working day
    QTest::newRow("new year") << QDate(2026, 1, 1) << u"신정"_s;
    QTest::newRow("lunar new year") << QDate(2026, 2, 17) << u"설날"_s;
    QTest::newRow("lunar new year of 2027, a day later than in China") << QDate(2027, 2, 7) << u"설날"_s;
    QTest::newRow("lunar new year of 2028, twelve minutes after midnight") << QDate(2028, 1, 27) << u"설날"_s;
    QTest::newRow("substitute after a Sunday") << QDate(2026, 3, 2) << u"대체공휴일"_s;
    QTest::newRow("both on one day: first name") << QDate(2025, 5, 5) << u"부처님 오신 날"_s;
    QTest::newRow("Constitution Day is one again") << QDate(2026, 7, 17) << u"제헌절"_s;
    QTest::newRow("Constitution Day was none") << QDate(2025, 7, 17) << QString();
    QTest::newRow("Memorial Day has no substitute") << QDate(2026, 6, 8) << QString();
    QTest::newRow("Chuseok") << QDate(2017, 10, 4) << u"추석"_s;
    QTest::newRow("temporary") << QDate(2017, 10, 2) << u"임시공휴일"_s;
    QTest::newRow("election") << QDate(2026, 6, 3) << u"선거일"_s;
    QTest::newRow("an ordinary Monday") << QDate(2026, 11, 23) << QString();
    QTest::newRow("Christmas") << QDate(2030, 12, 25) << u"기독탄신일"_s;
}

void HolidaysTest::theShippedDataKnowsTheDay()
{
    QFETCH(QDate, date);
    QFETCH(QString, name);
    QCOMPARE(m_holidays.nameOf(date).value_or(LocalText()).ko, name);
    QCOMPARE(m_holidays.isWorkingDay(date), name.isEmpty());
}

void HolidaysTest::aSubstituteFollowsAHolidayAndIsAWorkingDayOtherwise()
{
    int substitutes = 0;
    for (QDate day(2017, 1, 1); day < QDate(2031, 1, 1); day = day.addDays(1)) {
        const auto name = m_holidays.nameOf(day);
        if (!name || name->en != u"Substitute holiday")
            continue;
        ++substitutes;
        QVERIFY2(day.dayOfWeek() < Qt::Saturday, qPrintable(day.toString(Qt::ISODate)));
        // The day before is a day off: the holiday itself, or the Sunday after it.
        QVERIFY2(!m_holidays.isWorkingDay(day.addDays(-1)), qPrintable(day.toString(Qt::ISODate)));
        // And one of the four days before is a holiday with a name of its own that fell on a day off or on another.
        bool found = false;
        for (int back = 1; back <= 4; ++back)
            found = found || m_holidays.nameOf(day.addDays(-back)).has_value();
        QVERIFY2(found, qPrintable(day.toString(Qt::ISODate)));
    }
    QCOMPARE(substitutes, 33);
}

void HolidaysTest::everyFeastHasADayOffBeforeAndAfter()
{
    for (int year = m_holidays.firstYear(); year <= m_holidays.lastYear(); ++year) {
        for (const QString &feast : {u"Lunar New Year"_s, u"Chuseok"_s}) {
            int days = 0;
            for (QDate day(year, 1, 1); day.year() == year; day = day.addDays(1)) {
                if (m_holidays.nameOf(day).value_or(LocalText()).en != feast)
                    continue;
                ++days;
                QVERIFY(!m_holidays.isWorkingDay(day.addDays(-1)));
                QVERIFY(!m_holidays.isWorkingDay(day.addDays(1)));
            }
            QCOMPARE(days, 1);
        }
    }
}

void HolidaysTest::beyondItsYearsItSaysSo()
{
    QVERIFY(m_holidays.covers(QDate(2017, 1, 1)));
    QVERIFY(m_holidays.covers(QDate(2030, 12, 31)));
    QVERIFY(!m_holidays.covers(QDate(2016, 12, 31)));
    QVERIFY(!m_holidays.covers(QDate(2031, 1, 1)));
    QVERIFY(!m_holidays.covers(QDate()));
    QVERIFY(!m_holidays.isWorkingDay(QDate(2031, 10, 3))); // a fixed one is known all the same
}

void HolidaysTest::withoutDataOnlyWeekendsAreKnown()
{
    const Holidays none;
    QVERIFY(!none.covers(QDate(2026, 1, 1)));
    QVERIFY(none.isWorkingDay(QDate(2026, 1, 1)));
    QVERIFY(!none.isWorkingDay(QDate(2026, 11, 21)));
    QVERIFY(!none.isWorkingDay(QDate(2026, 11, 22)));
}

void HolidaysTest::everyFaultIsNamedWithItsPath_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("path");
    QTest::newRow("another country") << QByteArray("\"KR\"") << QByteArray("\"JP\"") << u"country"_s;
    QTest::newRow("a newer format") << QByteArray("holidays/1\"") << QByteArray("holidays/2\"") << u"format"_s;
    QTest::newRow("years swapped") << QByteArray("\"lastYear\": 2030") << QByteArray("\"lastYear\": 2016")
                                   << u"lastYear"_s;
    QTest::newRow("no such day") << QByteArray("\"03-01\"") << QByteArray("\"02-30\"") << u"fixed"_s;
    QTest::newRow("no such date") << QByteArray("\"2026-02-17\"") << QByteArray("\"2026-02-29\"") << u"dated"_s;
    QTest::newRow("outside its years") << QByteArray("\"2017-01-27\"") << QByteArray("\"2015-01-27\"") << u"dated"_s;
    QTest::newRow("an unknown kind") << QByteArray("\"election\"") << QByteArray("\"vote\"") << u"dated"_s;
    QTest::newRow("a member too many") << QByteArray("\"firstYear\"") << QByteArray("\"era\": 1, \"firstYear\"")
                                       << u"era"_s;
    QTest::newRow("a name in one language")
        << QByteArray("\"en\": \"Chuseok\"") << QByteArray("\"en\": \"\"") << u"name"_s;
}

void HolidaysTest::everyFaultIsNamedWithItsPath()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, path);
    QByteArray changed = m_json;
    const qsizetype at = changed.indexOf(from);
    QVERIFY(at >= 0);
    changed.replace(at, from.size(), to);
    const auto parsed = Holidays::parse(changed);
    QVERIFY(!parsed.ok());
    QVERIFY2(parsed.error().message.contains(path), qPrintable(parsed.error().message));
}

QTEST_GUILESS_MAIN(HolidaysTest)
#include "holidaystest.moc"
