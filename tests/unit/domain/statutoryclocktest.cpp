#include "domain/statutoryclock.h"
#include "domain/holidays.h"

#include <QFile>
#include <QTest>
#include <QTimeZone>

#include <random>

using namespace consent;
using namespace consent::domain;
using namespace Qt::StringLiterals;

namespace {

/// A moment by the clock in Korea, "2026-11-23 14:00".
UtcTime korea(const QString &text)
{
    const QDateTime moment = QDateTime::fromString(text.left(10) + u'T' + text.mid(11) + u":00+09:00"_s, Qt::ISODate);
    return fromMs(moment.toMSecsSinceEpoch());
}

QDate day(const QString &text)
{
    return QDate::fromString(text, Qt::ISODate);
}

constexpr CountingRule civil{10, CountedDays::Calendar, false, true};
constexpr CountingRule firstDay{10, CountedDays::Calendar, true, true};
constexpr CountingRule strict{10, CountedDays::Calendar, false, false};
constexpr CountingRule working{10, CountedDays::Working, false, true};
constexpr CountingRule atOnce{0, CountedDays::Calendar, false, true};

} // namespace

Q_DECLARE_METATYPE(consent::domain::CountingRule)

class StatutoryClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theDueDateIsThatOfTheRule_data();
    void theDueDateIsThatOfTheRule();
    void theZoneOfThePcChangesNothing();
    void daysLeftTurnAtMidnightInKorea();
    void aStopMovesTheDueDateByItsDays_data();
    void aStopMovesTheDueDateByItsDays();
    void whileStoppedTheDaysLeftStay();
    void aStopAfterTheDueDateSavesNothing();
    void anExtensionCountsLikeTheRule();
    void beyondTheDataTheDateIsAnEstimate();
    void aHolidayThatIsMissingNeverMakesItLater();

private:
    Holidays m_holidays;
};

void StatutoryClockTest::initTestCase()
{
    QFile file(QStringLiteral(CONSENT_SOURCE_DIR "/resources/holidays/kr.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_holidays = Holidays::parse(file.readAll()).value();
}

void StatutoryClockTest::theDueDateIsThatOfTheRule_data()
{
    QTest::addColumn<CountingRule>("rule");
    QTest::addColumn<QString>("received");
    QTest::addColumn<QString>("due");
    QTest::newRow("a Monday, ten days") << civil << u"2026-11-23 14:00"_s << u"2026-12-03"_s;
    QTest::newRow("the last minute of a day") << civil << u"2026-11-23 23:59"_s << u"2026-12-03"_s;
    QTest::newRow("the first minute of a day") << civil << u"2026-11-24 00:00"_s << u"2026-12-04"_s;
    QTest::newRow("the first day counts") << firstDay << u"2026-11-23 14:00"_s << u"2026-12-02"_s;
    QTest::newRow("ends on a Saturday") << civil << u"2026-11-25 09:00"_s << u"2026-12-07"_s;
    QTest::newRow("ends on a Saturday, not rolled") << strict << u"2026-11-25 09:00"_s << u"2026-12-05"_s;
    QTest::newRow("ends on a Sunday") << civil << u"2026-11-26 09:00"_s << u"2026-12-07"_s;
    QTest::newRow("over the end of the year")
        << civil << u"2026-12-22 09:00"_s << u"2027-01-04"_s; // 1 January, weekend
    QTest::newRow("over a leap day") << civil << u"2028-02-25 09:00"_s << u"2028-03-06"_s;
    QTest::newRow("over no leap day") << civil << u"2027-02-25 09:00"_s << u"2027-03-08"_s; // a Sunday
    QTest::newRow("received on a leap day") << civil << u"2028-02-29 09:00"_s << u"2028-03-10"_s;
    QTest::newRow("ends within Chuseok") << civil << u"2026-09-15 09:00"_s << u"2026-09-28"_s; // 25th, then weekend
    QTest::newRow("ends on a substitute holiday") << civil << u"2026-08-07 09:00"_s << u"2026-08-18"_s;
    QTest::newRow("ends on the long feast of 2017") << civil << u"2017-09-22 09:00"_s << u"2017-10-10"_s;
    QTest::newRow("working days") << working << u"2026-11-23 14:00"_s << u"2026-12-07"_s;
    QTest::newRow("working days over Chuseok and a substitute") << working << u"2026-09-21 09:00"_s << u"2026-10-08"_s;
    QTest::newRow("without delay") << atOnce << u"2026-11-23 23:59"_s << u"2026-11-23"_s;
    QTest::newRow("without delay on a Sunday") << atOnce << u"2026-11-22 10:00"_s << u"2026-11-22"_s;
}

void StatutoryClockTest::theDueDateIsThatOfTheRule()
{
    QFETCH(CountingRule, rule);
    QFETCH(QString, received);
    QFETCH(QString, due);
    const ClockReading reading = readClock(rule, korea(received), 0, {}, m_holidays, korea(received));
    QCOMPARE(reading.due, day(due));
    QCOMPARE(reading.daysLeft, int(day(received.left(10)).daysTo(day(due))));
    QVERIFY(!reading.stopped);
    QVERIFY(!reading.estimate);
}

void StatutoryClockTest::theZoneOfThePcChangesNothing()
{
    const QByteArray before = qgetenv("TZ");
    const UtcTime received = korea(u"2026-11-24 00:30"_s); // still the 23rd west of Korea
    for (const char *zone : {"Asia/Seoul", "UTC", "America/Los_Angeles", "Pacific/Kiritimati", "Europe/Berlin"}) {
        qputenv("TZ", zone);
        tzset();
        QCOMPARE(readClock(civil, received, 0, {}, m_holidays, received).due, QDate(2026, 12, 4));
    }
    qputenv("TZ", before);
    tzset();
}

void StatutoryClockTest::daysLeftTurnAtMidnightInKorea()
{
    const UtcTime received = korea(u"2026-11-23 14:00"_s);
    QCOMPARE(readClock(civil, received, 0, {}, m_holidays, korea(u"2026-12-03 00:00"_s)).daysLeft, 0);
    QCOMPARE(readClock(civil, received, 0, {}, m_holidays, korea(u"2026-12-02 23:59"_s)).daysLeft, 1);
    QCOMPARE(readClock(civil, received, 0, {}, m_holidays, korea(u"2026-12-03 23:59"_s)).daysLeft, 0);
    QCOMPARE(readClock(civil, received, 0, {}, m_holidays, korea(u"2026-12-04 00:00"_s)).daysLeft, -1);
}

void StatutoryClockTest::aStopMovesTheDueDateByItsDays_data()
{
    QTest::addColumn<CountingRule>("rule");
    QTest::addColumn<QStringList>("stops"); // from, until, from, until ...
    QTest::addColumn<QString>("due");
    QTest::newRow("none") << civil << QStringList() << u"2026-12-03"_s;
    QTest::newRow("within a day") << civil << QStringList{u"2026-11-25 09:00"_s, u"2026-11-25 17:00"_s}
                                  << u"2026-12-03"_s;
    QTest::newRow("over one midnight") << civil << QStringList{u"2026-11-25 23:59"_s, u"2026-11-26 00:01"_s}
                                       << u"2026-12-04"_s;
    QTest::newRow("four days, then a weekend")
        << civil << QStringList{u"2026-11-25 09:00"_s, u"2026-11-29 09:00"_s} << u"2026-12-07"_s;
    QTest::newRow("two stops") << civil
                               << QStringList{u"2026-11-25 09:00"_s, u"2026-11-27 09:00"_s, u"2026-11-30 09:00"_s,
                                              u"2026-12-02 09:00"_s}
                               << u"2026-12-07"_s;
    QTest::newRow("two that overlap count once")
        << civil
        << QStringList{u"2026-11-25 09:00"_s, u"2026-11-28 09:00"_s, u"2026-11-26 09:00"_s, u"2026-11-28 12:00"_s}
        << u"2026-12-07"_s;
    QTest::newRow("from the day of receipt")
        << strict << QStringList{u"2026-11-23 15:00"_s, u"2026-11-25 09:00"_s} << u"2026-12-04"_s;
    QTest::newRow("over a weekend, working days")
        << working << QStringList{u"2026-11-27 09:00"_s, u"2026-11-30 09:00"_s} << u"2026-12-08"_s;
    QTest::newRow("without delay, papers missing")
        << atOnce << QStringList{u"2026-11-23 15:00"_s, u"2026-11-26 09:00"_s} << u"2026-11-26"_s;
    QTest::newRow("on the last day, while it rolls")
        << civil << QStringList{u"2026-12-03 09:00"_s, u"2026-12-05 09:00"_s} << u"2026-12-07"_s;
}

void StatutoryClockTest::aStopMovesTheDueDateByItsDays()
{
    QFETCH(CountingRule, rule);
    QFETCH(QStringList, stops);
    QFETCH(QString, due);
    std::vector<ClockStop> stretches;
    for (qsizetype i = 0; i < stops.size(); i += 2)
        stretches.push_back({korea(stops[i]), korea(stops[i + 1])});
    const ClockReading reading =
        readClock(rule, korea(u"2026-11-23 14:00"_s), 0, stretches, m_holidays, korea(u"2026-12-10 12:00"_s));
    QCOMPARE(reading.due, day(due));
    QVERIFY(!reading.stopped);
}

void StatutoryClockTest::whileStoppedTheDaysLeftStay()
{
    const UtcTime received = korea(u"2026-11-23 14:00"_s);
    const std::vector<ClockStop> stops{{korea(u"2026-11-26 10:00"_s), std::nullopt}};
    for (int days = 0; days < 60; ++days) {
        const UtcTime now = korea(u"2026-11-26 11:00"_s) + std::chrono::days(days);
        const ClockReading reading = readClock(strict, received, 0, stops, m_holidays, now);
        QVERIFY(reading.stopped);
        QCOMPARE(reading.daysLeft, 7);
    }
}

void StatutoryClockTest::aStopAfterTheDueDateSavesNothing()
{
    const UtcTime received = korea(u"2026-11-02 14:00"_s); // due on the 12th
    const std::vector<ClockStop> stops{{korea(u"2026-11-13 09:00"_s), std::nullopt}};
    const ClockReading reading = readClock(civil, received, 0, stops, m_holidays, korea(u"2026-11-23 09:00"_s));
    QCOMPARE(reading.due, QDate(2026, 11, 12));
    QCOMPARE(reading.daysLeft, -11);
}

void StatutoryClockTest::anExtensionCountsLikeTheRule()
{
    const UtcTime received = korea(u"2026-11-23 14:00"_s);
    QCOMPARE(readClock(civil, received, 10, {}, m_holidays, received).due, QDate(2026, 12, 14)); // 13th is a Sunday
    QCOMPARE(readClock(working, received, 5, {}, m_holidays, received).due, QDate(2026, 12, 14));
    QCOMPARE(readClock(civil, received, -5, {}, m_holidays, received).due, QDate(2026, 12, 3)); // never shorter
}

void StatutoryClockTest::beyondTheDataTheDateIsAnEstimate()
{
    const UtcTime received = korea(u"2030-12-27 09:00"_s);
    QVERIFY(readClock(civil, received, 0, {}, m_holidays, received).estimate);
    QVERIFY(readClock(working, received, 0, {}, m_holidays, received).estimate);
    QVERIFY(!readClock(strict, received, 0, {}, m_holidays, received).estimate); // holidays play no part
    QVERIFY(!readClock(atOnce, received, 0, {}, m_holidays, received).estimate);
}

void StatutoryClockTest::aHolidayThatIsMissingNeverMakesItLater()
{
    const unsigned seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const Holidays none;
    for (int i = 0; i < 3000; ++i) {
        const UtcTime received = korea(u"2017-01-02 00:00"_s) + std::chrono::hours(random() % (24 * 365 * 13));
        std::vector<ClockStop> stops;
        for (auto n = random() % 3; n > 0; --n) {
            const UtcTime from = received + std::chrono::hours(random() % 400);
            stops.push_back({from, from + std::chrono::hours(random() % 300)});
        }
        const CountingRule rule{int(random() % 20), random() % 2 == 0 ? CountedDays::Calendar : CountedDays::Working,
                                random() % 2 == 0, random() % 2 == 0};
        const int extra = int(random() % 12);
        const UtcTime now = received + std::chrono::hours(random() % 1000);
        const ClockReading with = readClock(rule, received, extra, stops, m_holidays, now);
        const ClockReading without = readClock(rule, received, extra, stops, none, now);
        QVERIFY(without.due <= with.due);
        QVERIFY(with.due >= koreanDate(received));
        // A rule that rolls, or counts working days, never ends on a day off.
        if (rule.days + extra > 0 && rule.rollsOver)
            QVERIFY(m_holidays.isWorkingDay(with.due));
        // One more day never makes it earlier.
        QVERIFY(readClock(rule, received, extra + 1, stops, m_holidays, now).due >= with.due);
    }
}

QTEST_GUILESS_MAIN(StatutoryClockTest)
#include "statutoryclocktest.moc"
