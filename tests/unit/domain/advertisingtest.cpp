#include "domain/advertising.h"
#include "domain/birthdate.h"

#include <QDateTime>
#include <QTest>

#include <array>

using namespace consent;
using namespace consent::domain;
using namespace Qt::StringLiterals;

namespace {

UtcTime korean(const QString &text)
{
    const QDateTime local = QDateTime::fromString(text + u"+09:00"_s, Qt::ISODateWithMs);
    Q_ASSERT(local.isValid());
    return fromMs(local.toMSecsSinceEpoch());
}

/// The PC's zone, put back at the end.
class Zone
{
public:
    explicit Zone(const char *name)
        : m_before(qgetenv("TZ"))
        , m_had(qEnvironmentVariableIsSet("TZ"))
    {
        set(name);
    }
    ~Zone()
    {
        if (m_had)
            set(m_before.constData());
        else
            qunsetenv("TZ");
        tzset();
    }
    Zone(const Zone &) = delete;
    Zone &operator=(const Zone &) = delete;

private:
    static void set(const char *name)
    {
        qputenv("TZ", name);
        tzset();
    }
    QByteArray m_before;
    bool m_had;
};

constexpr std::array zones{"Asia/Seoul", "UTC", "America/New_York", "Pacific/Kiritimati", "Australia/Lord_Howe"};

} // namespace

class AdvertisingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNightIsByTheTimeInKorea_data();
    void theNightIsByTheTimeInKorea();
    void hoursOfOneDayAreAsTheyStand();
    void aConsentIsConfirmedBeforeTheDay_data();
    void aConsentIsConfirmedBeforeTheDay();
    void theResultIsToldWithinTheDays_data();
    void theResultIsToldWithinTheDays();
    void theGuardiansAuthorityEndsOnTheDay_data();
    void theGuardiansAuthorityEndsOnTheDay();
    void ofAnUnknownAgeNobodyIsGuardian();
};

void AdvertisingTest::theNightIsByTheTimeInKorea_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<bool>("quiet");
    QTest::newRow("a millisecond before nine") << u"2026-11-23T20:59:59.999"_s << false;
    QTest::newRow("nine in the evening") << u"2026-11-23T21:00:00.000"_s << true;
    QTest::newRow("before midnight") << u"2026-11-23T23:59:59.999"_s << true;
    QTest::newRow("midnight") << u"2026-11-24T00:00:00.000"_s << true;
    QTest::newRow("a millisecond before eight") << u"2026-11-24T07:59:59.999"_s << true;
    QTest::newRow("eight in the morning") << u"2026-11-24T08:00:00.000"_s << false;
    QTest::newRow("noon") << u"2026-11-24T12:00:00.000"_s << false;
    QTest::newRow("a summer night") << u"2026-07-01T21:00:00.000"_s << true;
    QTest::newRow("leap day") << u"2028-02-29T07:59:59.999"_s << true;
    QTest::newRow("new year") << u"2027-01-01T00:00:00.000"_s << true;
    QTest::newRow("long ago") << u"1969-12-31T21:00:00.000"_s << true;
}

void AdvertisingTest::theNightIsByTheTimeInKorea()
{
    QFETCH(QString, at);
    const UtcTime moment = korean(at);
    for (const char *name : zones) {
        const Zone zone(name);
        QTEST(isQuietTime(moment, QTime(21, 0), QTime(8, 0)), "quiet");
    }
}

void AdvertisingTest::hoursOfOneDayAreAsTheyStand()
{
    const QTime from(0, 0);
    const QTime until(6, 30);
    QVERIFY(isQuietTime(korean(u"2026-11-24T00:00:00.000"_s), from, until));
    QVERIFY(isQuietTime(korean(u"2026-11-24T06:29:59.999"_s), from, until));
    QVERIFY(!isQuietTime(korean(u"2026-11-24T06:30:00.000"_s), from, until));
    QVERIFY(!isQuietTime(korean(u"2026-11-23T23:59:59.999"_s), from, until));
}

void AdvertisingTest::aConsentIsConfirmedBeforeTheDay_data()
{
    QTest::addColumn<QString>("since");
    QTest::addColumn<QDate>("before");
    QTest::newRow("plain") << u"2024-11-24T10:00:00.000"_s << QDate(2026, 11, 24);
    QTest::newRow("last moment of the day") << u"2024-11-24T23:59:59.999"_s << QDate(2026, 11, 24);
    QTest::newRow("first moment of the day") << u"2024-11-25T00:00:00.000"_s << QDate(2026, 11, 25);
    QTest::newRow("leap day") << u"2024-02-29T12:00:00.000"_s << QDate(2026, 2, 28);
    QTest::newRow("to a leap year") << u"2026-02-28T12:00:00.000"_s << QDate(2028, 2, 28);
    QTest::newRow("new year's eve") << u"2024-12-31T23:59:59.999"_s << QDate(2026, 12, 31);
}

void AdvertisingTest::aConsentIsConfirmedBeforeTheDay()
{
    QFETCH(QString, since);
    for (const char *name : zones) {
        const Zone zone(name);
        QTEST(reconfirmBefore(korean(since), 24), "before");
    }
}

void AdvertisingTest::theResultIsToldWithinTheDays_data()
{
    QTest::addColumn<QString>("answered");
    QTest::addColumn<QDate>("by");
    QTest::newRow("plain") << u"2026-11-24T10:00:00.000"_s << QDate(2026, 12, 8);
    QTest::newRow("before midnight") << u"2026-11-24T23:59:59.999"_s << QDate(2026, 12, 8);
    QTest::newRow("after midnight") << u"2026-11-25T00:00:00.000"_s << QDate(2026, 12, 9);
    QTest::newRow("over a leap day") << u"2028-02-20T10:00:00.000"_s << QDate(2028, 3, 5);
    QTest::newRow("over no leap day") << u"2027-02-20T10:00:00.000"_s << QDate(2027, 3, 6);
    QTest::newRow("over the year") << u"2026-12-25T10:00:00.000"_s << QDate(2027, 1, 8);
}

void AdvertisingTest::theResultIsToldWithinTheDays()
{
    QFETCH(QString, answered);
    QTEST(tellResultBy(korean(answered), 14), "by");
}

void AdvertisingTest::theGuardiansAuthorityEndsOnTheDay_data()
{
    QTest::addColumn<QDate>("born");
    QTest::addColumn<QDate>("today");
    QTest::addColumn<bool>("inForce");
    QTest::addColumn<QDate>("endsOn");
    QTest::newRow("the day before") << QDate(2012, 11, 25) << QDate(2026, 11, 24) << true << QDate(2026, 11, 25);
    QTest::newRow("the day") << QDate(2012, 11, 25) << QDate(2026, 11, 25) << false << QDate(2026, 11, 25);
    QTest::newRow("leap child, 28 February") << QDate(2012, 2, 29) << QDate(2026, 2, 28) << true << QDate(2026, 3, 1);
    QTest::newRow("leap child, 1 March") << QDate(2012, 2, 29) << QDate(2026, 3, 1) << false << QDate(2026, 3, 1);
    QTest::newRow("new born") << QDate(2026, 11, 24) << QDate(2026, 11, 24) << true << QDate(2040, 11, 24);
    QTest::newRow("new year's child") << QDate(2013, 1, 1) << QDate(2026, 12, 31) << true << QDate(2027, 1, 1);
    QTest::newRow("grown up") << QDate(1985, 5, 5) << QDate(2026, 11, 24) << false << QDate(1999, 5, 5);
}

void AdvertisingTest::theGuardiansAuthorityEndsOnTheDay()
{
    QFETCH(QDate, born);
    QFETCH(QDate, today);
    const GuardianAuthority authority = guardianAuthority(born, today);
    QTEST(authority.inForce, "inForce");
    QTEST(authority.endsOn, "endsOn");
}

void AdvertisingTest::ofAnUnknownAgeNobodyIsGuardian()
{
    const GuardianAuthority authority = guardianAuthority(QDate(), QDate(2026, 11, 24));
    QVERIFY(!authority.inForce);
    QVERIFY(!authority.endsOn.isValid());
}

QTEST_GUILESS_MAIN(AdvertisingTest)
#include "advertisingtest.moc"
