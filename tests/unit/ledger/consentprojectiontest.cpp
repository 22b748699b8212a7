#include "consentsamples.h"

#include "ledger/consentprojection.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace consent;
using namespace consent::ledger;
using namespace samples;
using domain::Channel;
using domain::ConsentStatus;
using domain::Decision;

class ConsentProjectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void laterAnswerCounts();
    void withdrawalIsNotUndoneByAnEarlierGrant_data();
    void withdrawalIsNotUndoneByAnEarlierGrant();
    void onATieTheAnswerThatProtectsWins();
    void skewOfTheDeviceClockIsTakenOut();
    void whatTheDeskKnewIsEarlierWhateverItsClockSays();
    void blanketOptOutReachesItemsOfTheChannelOnly();
    void blanketOptOutLeavesMandatoryItems();
    void grantAfterABlanketOptOutCounts();
    void newerVersionsAndOtherTypesSayNothing();
    void anItemNamedTwiceTakesTheProtectiveAnswer();
    void everyOrderOfArrivalGivesTheSameState();
    void applyingTwiceChangesNothing();
    void orderIsStrictAndTotal();

private:
    Event grant(qint64 atMs, qint64 seq = 2, qint64 skewMs = 0) const
    {
        return unsignedEvent(eventtypes::consentCaptured, m_subject,
                             captured({item(u"m"_s, Decision::Granted)}).toFacts(), atMs, m_deviceA, seq, skewMs);
    }
    Event optOut(qint64 atMs, qint64 seq = 2, qint64 skewMs = 0) const
    {
        return unsignedEvent(eventtypes::consentOptedOut, m_subject, ended({u"m"_s}).toFacts(), atMs, m_deviceB, seq,
                             skewMs);
    }
    ConsentStatus statusAfter(const std::vector<Event> &events) const
    {
        ConsentProjection projection;
        for (const Event &event : events)
            projection.apply(event);
        const ConsentStatement *state = projection.find(m_subject, u"m"_s);
        return state == nullptr ? ConsentStatus::None : state->status;
    }
    std::vector<Event> randomHistory(std::mt19937 &random) const;

    SubjectId m_subject = SubjectId::create();
    DeviceId m_deviceA;
    DeviceId m_deviceB;
};

void ConsentProjectionTest::initTestCase()
{
    m_deviceA = DeviceId::create();
    m_deviceB = DeviceId::create();
}

void ConsentProjectionTest::laterAnswerCounts()
{
    QCOMPARE(statusAfter({optOut(1000), grant(2000)}), ConsentStatus::Granted);
    QCOMPARE(statusAfter({grant(1000), optOut(2000)}), ConsentStatus::OptedOut);
}

void ConsentProjectionTest::withdrawalIsNotUndoneByAnEarlierGrant_data()
{
    QTest::addColumn<QLatin1StringView>("type");
    QTest::addColumn<ConsentStatus>("expected");
    QTest::newRow("withdrawal") << eventtypes::consentWithdrawn << ConsentStatus::Withdrawn;
    QTest::newRow("opt-out") << eventtypes::consentOptedOut << ConsentStatus::OptedOut;
}

void ConsentProjectionTest::withdrawalIsNotUndoneByAnEarlierGrant()
{
    QFETCH(const QLatin1StringView, type);
    QFETCH(const ConsentStatus, expected);
    const Event end = unsignedEvent(type, m_subject, ended({u"m"_s}).toFacts(), 5000, m_deviceB, 2);
    // The grant was captured before, and arrives after: a desk that was offline.
    QCOMPARE(statusAfter({end, grant(4999)}), expected);
    QCOMPARE(statusAfter({grant(4999), end}), expected);
}

void ConsentProjectionTest::onATieTheAnswerThatProtectsWins()
{
    const Event withdrawn =
        unsignedEvent(eventtypes::consentWithdrawn, m_subject, ended({u"m"_s}).toFacts(), 1000, m_deviceB, 9);
    const Event refused = unsignedEvent(eventtypes::consentCaptured, m_subject,
                                        captured({item(u"m"_s, Decision::Refused)}).toFacts(), 1000, m_deviceA, 7);
    std::vector<Event> events{grant(1000, 99), refused, withdrawn, optOut(1000)};
    const std::vector<ConsentStatus> strongest{ConsentStatus::Granted, ConsentStatus::Refused, ConsentStatus::Withdrawn,
                                               ConsentStatus::OptedOut};
    for (std::size_t count = 1; count <= events.size(); ++count) {
        std::vector<Event> some(events.begin(), events.begin() + static_cast<std::ptrdiff_t>(count));
        QCOMPARE(statusAfter(some), strongest[count - 1]);
        std::reverse(some.begin(), some.end());
        QCOMPARE(statusAfter(some), strongest[count - 1]);
    }
}

void ConsentProjectionTest::skewOfTheDeviceClockIsTakenOut()
{
    // A's clock is two hours ahead and said so: its grant was really first.
    constexpr qint64 hour = 3'600'000;
    QCOMPARE(statusAfter({grant(10 * hour, 2, 2 * hour), optOut(9 * hour)}), ConsentStatus::OptedOut);
    QCOMPARE(statusAfter({grant(10 * hour, 2, 0), optOut(9 * hour)}), ConsentStatus::Granted);
    QCOMPARE(statusAfter({grant(10 * hour, 2, 0), optOut(9 * hour, 2, -2 * hour)}), ConsentStatus::OptedOut);
}

void ConsentProjectionTest::whatTheDeskKnewIsEarlierWhateverItsClockSays()
{
    // The grant was made under a clock that is years ahead; the person then opts out at a desk that shows that grant.
    const Event early = grant(4'000'000'000'000);
    ConsentEnded facts = ended({u"m"_s});
    facts.after = orderTime(early);
    const Event late =
        unsignedEvent(eventtypes::consentOptedOut, m_subject, facts.toFacts(), 1'764'000'000'000, m_deviceB, 2);
    QVERIFY(orderedBefore(early, late));
    QCOMPARE(statusAfter({late, early}), ConsentStatus::OptedOut);
    QCOMPARE(statusAfter({early, late}), ConsentStatus::OptedOut);
    // And a new grant that knew of the opt-out counts again.
    ConsentCaptured again = captured({item(u"m"_s, Decision::Granted)});
    again.after = orderTime(late);
    const Event last =
        unsignedEvent(eventtypes::consentCaptured, m_subject, again.toFacts(), 1'764'000'001'000, m_deviceA, 3);
    QCOMPARE(statusAfter({last, late, early}), ConsentStatus::Granted);
}

void ConsentProjectionTest::blanketOptOutReachesItemsOfTheChannelOnly()
{
    const Event asked = grant(1000);
    const Event noSms =
        unsignedEvent(eventtypes::consentOptedOut, m_subject, ended({}, {Channel::Sms}).toFacts(), 2000, m_deviceB, 2);
    const auto item = consentStatements(asked).front();
    const auto blankets = consentStatements(noSms);
    QCOMPARE(effectiveStatus(&item, {false, Channel::Sms}, blankets), ConsentStatus::OptedOut);
    QCOMPARE(effectiveStatus(&item, {false, Channel::Phone}, blankets), ConsentStatus::Granted);
    QCOMPARE(effectiveStatus(&item, {false, Channel::None}, blankets), ConsentStatus::Granted);
    QCOMPARE(effectiveStatus(nullptr, {false, Channel::Sms}, blankets), ConsentStatus::OptedOut);
    QCOMPARE(effectiveStatus(nullptr, {false, Channel::Phone}, blankets), ConsentStatus::None);
}

void ConsentProjectionTest::blanketOptOutLeavesMandatoryItems()
{
    const auto item = consentStatements(grant(1000)).front();
    const auto blankets = consentStatements(unsignedEvent(
        eventtypes::consentOptedOut, m_subject, ended({}, {Channel::Sms}, true).toFacts(), 2000, m_deviceB, 2));
    QCOMPARE(blankets.size(), std::size_t(2));
    QCOMPARE(effectiveStatus(&item, {true, Channel::None}, blankets), ConsentStatus::Granted);
    QCOMPARE(effectiveStatus(&item, {true, Channel::Sms}, blankets), ConsentStatus::Granted);
    QCOMPARE(effectiveStatus(&item, {false, Channel::None}, blankets), ConsentStatus::OptedOut);
}

void ConsentProjectionTest::grantAfterABlanketOptOutCounts()
{
    const auto blankets = consentStatements(
        unsignedEvent(eventtypes::consentOptedOut, m_subject, ended({}, {}, true).toFacts(), 2000, m_deviceB, 2));
    const auto before = consentStatements(grant(1999)).front();
    const auto after = consentStatements(grant(2001)).front();
    QCOMPARE(effectiveStatus(&before, {}, blankets), ConsentStatus::OptedOut);
    QCOMPARE(effectiveStatus(&after, {}, blankets), ConsentStatus::Granted);
}

void ConsentProjectionTest::newerVersionsAndOtherTypesSayNothing()
{
    Event newer = grant(1000);
    newer.v = currentEventVersion + 1;
    QVERIFY(consentStatements(newer).empty());
    Event other = grant(1000);
    other.type = u"review.decided"_s;
    QVERIFY(consentStatements(other).empty());
    Event nobody = grant(1000);
    nobody.subject.reset();
    QVERIFY(consentStatements(nobody).empty());
}

void ConsentProjectionTest::anItemNamedTwiceTakesTheProtectiveAnswer()
{
    for (const auto &pair :
         {std::pair(Decision::Granted, Decision::Refused), std::pair(Decision::Refused, Decision::Granted)}) {
        const Event twice = unsignedEvent(eventtypes::consentCaptured, m_subject,
                                          captured({item(u"m"_s, pair.first), item(u"m"_s, pair.second)}).toFacts(),
                                          1000, m_deviceA, 2);
        QCOMPARE(consentStatements(twice).size(), std::size_t(1));
        QCOMPARE(consentStatements(twice).front().status, ConsentStatus::Refused);
    }
}

/// Several devices with wrong clocks, few moments so that ties are common, all kinds of events.
std::vector<Event> ConsentProjectionTest::randomHistory(std::mt19937 &random) const
{
    const auto upTo = [&random](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    const std::vector<SubjectId> subjects{m_subject, SubjectId::create()};
    const QStringList codes{u"m"_s, u"sms"_s, u"provision"_s};
    std::vector<Event> events;
    for (int d = 0; d < 3; ++d) {
        const DeviceId device = DeviceId::create();
        const qint64 skew = (upTo(3) - 1) * 2000;
        for (qint64 seq = 1; seq <= 12; ++seq) {
            const SubjectId &subject = subjects[static_cast<std::size_t>(upTo(2))];
            const qint64 at = 10'000 + 1000 * upTo(6);
            if (upTo(2) == 0) {
                const auto decision = upTo(2) == 0 ? Decision::Granted : Decision::Refused;
                auto facts = captured({item(codes[upTo(3)], decision)});
                if (upTo(4) == 0)
                    facts.after = fromMs(10'000 + 1000 * upTo(6));
                events.push_back(
                    unsignedEvent(eventtypes::consentCaptured, subject, facts.toFacts(), at, device, seq, skew));
            } else {
                const auto type = upTo(2) == 0 ? eventtypes::consentWithdrawn : eventtypes::consentOptedOut;
                const auto facts = upTo(3) == 0 ? ended({}, {Channel::Sms}, upTo(2) == 0) : ended({codes[upTo(3)]});
                events.push_back(unsignedEvent(type, subject, facts.toFacts(), at, device, seq, skew));
            }
        }
    }
    return events;
}

void ConsentProjectionTest::everyOrderOfArrivalGivesTheSameState()
{
    for (unsigned seed = 1; seed <= 200; ++seed) {
        std::mt19937 random(seed);
        std::vector<Event> events = randomHistory(random);
        // The specification: sort by the total order, the last statement of a scope stands.
        ConsentProjection expected;
        std::vector<ConsentStatement> all;
        for (const Event &event : events)
            for (const ConsentStatement &statement : consentStatements(event))
                all.push_back(statement);
        std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return supersedes(b, a); });
        std::map<ConsentProjection::Key, ConsentStatement> last;
        for (const ConsentStatement &statement : all)
            last.insert_or_assign({statement.subject, statement.scope}, statement);
        for (int shuffle = 0; shuffle < 5; ++shuffle) {
            std::shuffle(events.begin(), events.end(), random);
            ConsentProjection projection;
            for (const Event &event : events)
                projection.apply(event);
            QVERIFY2(projection.states() == last, qPrintable(u"seed %1"_s.arg(seed)));
        }
    }
}

void ConsentProjectionTest::applyingTwiceChangesNothing()
{
    std::mt19937 random(7);
    const std::vector<Event> events = randomHistory(random);
    ConsentProjection once;
    ConsentProjection twice;
    for (const Event &event : events) {
        once.apply(event);
        twice.apply(event);
        twice.apply(event);
    }
    for (const Event &event : events)
        twice.apply(event);
    QVERIFY(once == twice);
}

void ConsentProjectionTest::orderIsStrictAndTotal()
{
    std::mt19937 random(11);
    std::vector<ConsentStatement> all;
    for (const Event &event : randomHistory(random))
        for (const ConsentStatement &statement : consentStatements(event))
            all.push_back(statement);
    for (const auto &a : all) {
        QVERIFY(!supersedes(a, a));
        for (const auto &b : all) {
            if (a.event != b.event)
                QVERIFY(supersedes(a, b) != supersedes(b, a));
            for (const auto &c : all)
                if (supersedes(a, b) && supersedes(b, c))
                    QVERIFY(supersedes(a, c));
        }
    }
}

QTEST_GUILESS_MAIN(ConsentProjectionTest)
#include "consentprojectiontest.moc"
