#include "dice.h"
#include "testdesk.h"

#include "ledger/consentprojection.h"
#include "ledger/contactfacts.h"
#include "ledger/eventtypes.h"
#include "ledger/mistakes.h"
#include "vault/database/sqlconnection.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace consent;
using namespace consent::cache;
using namespace consent::test;
using namespace Qt::StringLiterals;

namespace types = ledger::eventtypes;

class ContactProjectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyOrderOfArrivalGivesTheSame();
    void statesAreThoseOfTheLedgersOwnFold();
    void aRebuildGivesTheSameAndCompareFindsNothing();
    void compareNamesWhatWasChanged_data();
    void compareNamesWhatWasChanged();
    void aSlipCountsOnlyFromTheSameHandSoonAfter_data();
    void aSlipCountsOnlyFromTheSameHandSoonAfter();
    void aSlipBringsBackWhatStoodBefore();
    void aSlipNeedsNoNotice();
    void anAnswerAboutAdvertisingWaitsToBeTold();
    void theFirstTellingCounts();
    void keepingDoesNotBringBackWhatEnded();

private:
    std::unique_ptr<Cache> with(const std::vector<Recorded> &events)
    {
        auto cache = openCache(m_folder.filePath(u"contacts-%1.db"_s.arg(++m_files)));
        if (!cache)
            return nullptr;
        auto transaction = (*cache)->begin();
        for (const Recorded &recorded : events) {
            if (!(*cache)->import(recorded.event, recorded.personal))
                return nullptr;
        }
        return transaction->commit() ? std::move(*cache) : nullptr;
    }
    domain::ConsentStatus statusOf(Cache &cache, const Person &person, const QString &scope)
    {
        const auto statements = cache.states().ofSubject(person.id);
        for (const auto &statement : *statements) {
            if (statement.scope == scope)
                return statement.status;
        }
        return domain::ConsentStatus::None;
    }
    void makeHistory(unsigned seed);

    QTemporaryDir m_folder;
    int m_files = 0;
    SetClock m_clock;
    KeyRing m_keys;
    std::vector<Person> m_people;
    std::vector<Recorded> m_history;
};

void ContactProjectionTest::initTestCase()
{
    for (int i = 0; i < 4; ++i) {
        m_people.push_back(Person::of(u"김하늘"_s, u"0100000%1"_s.arg(2000 + i), QDate(2013 + i, 3, 4)));
        m_keys.add(m_people.back());
    }
    makeHistory(11);
}

void ContactProjectionTest::makeHistory(unsigned seed)
{
    TestDevice one(m_clock);
    TestDevice two(m_clock);
    two.setSkew(90'000);
    Dice random(seed);
    std::vector<std::pair<Recorded, const Person *>> endings;
    std::vector<std::pair<ProvisionId, const Person *>> provisions;
    for (const Person &person : m_people)
        m_history.push_back(one.registered(person));
    for (int i = 0; i < 120; ++i) {
        m_clock.advance(Milliseconds(random.roll(4) * 60'000));
        TestDevice &device = random.roll(2) == 0 ? one : two;
        const Person &person = m_people[random.roll(m_people.size())];
        switch (random.roll(8)) {
        case 0:
        case 1:
            m_history.push_back(device.captured(person, {u"ads.sms"_s, u"ads.email"_s}, {u"ads.phone"_s}));
            break;
        case 2:
            endings.emplace_back(device.ended(person, random.roll(2) == 0 ? QStringList{} : QStringList{u"ads.sms"_s},
                                              random.roll(2) == 0),
                                 &person);
            m_history.push_back(endings.back().first);
            break;
        case 3:
            if (!endings.empty()) {
                const auto &[ending, who] = endings[random.roll(endings.size())];
                const ledger::ConsentMistaken slip{ending.event.event.id, domain::MistakeReason::WrongItem, {}};
                m_history.push_back(device.about(*who, types::consentMistaken, slip.toFacts()));
            }
            break;
        case 4: {
            const ledger::ConsentReconfirmed again{{u"ads.sms"_s},
                                                   random.roll(2) == 0 ? domain::Reconfirmation::Kept
                                                                       : domain::Reconfirmation::Silent,
                                                   true,
                                                   u"b%1"_s.arg(i),
                                                   {}};
            m_history.push_back(device.about(person, types::consentReconfirmed, again.toFacts()));
            break;
        }
        case 5:
            if (!endings.empty()) {
                const auto &[ending, who] = endings[random.roll(endings.size())];
                const ledger::ResultTold told{ending.event.event.id,
                                              random.roll(2) == 0 ? domain::ToldBy::Sms : domain::ToldBy::Post,
                                              m_clock.now(),
                                              {}};
                m_history.push_back(device.about(*who, types::resultTold, told.toFacts()));
            }
            break;
        case 6: {
            const ledger::ProvisionMade made{ProvisionId::create(),           u"police"_s,
                                             u"identityDocument"_s,           {u"name"_s},
                                             domain::ProvisionBasis::Consent, {}};
            provisions.emplace_back(made.provision, &person);
            m_history.push_back(device.about(person, types::provisionMade, made.toFacts()));
            break;
        }
        default:
            if (!provisions.empty() && random.roll(2) == 0) {
                const auto &[provision, who] = provisions[random.roll(provisions.size())];
                m_history.push_back(device.about(*who, types::provisionCorrected,
                                                 ledger::ProvisionCorrected{provision, u"r"_s, {}}.toFacts()));
            } else {
                m_history.push_back(device.about(person, types::guardianLinked,
                                                 ledger::GuardianLinked{u"phone"_s, {}}.toFacts(),
                                                 {{u"guardian"_s, QJsonObject{{u"name"_s, u"모%1"_s.arg(i)},
                                                                              {u"phone"_s, u"01000000000"_s},
                                                                              {u"relation"_s, u"모"_s}}}}));
            }
            break;
        }
    }
}

void ContactProjectionTest::everyOrderOfArrivalGivesTheSame()
{
    auto inOrder = with(m_history);
    QVERIFY(inOrder);
    const QByteArray expected = projectionsAsText(*inOrder);
    for (unsigned seed = 1; seed <= 12; ++seed) {
        std::vector<Recorded> shuffled = m_history;
        std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(seed));
        auto cache = with(shuffled);
        QVERIFY(cache);
        QVERIFY2(projectionsAsText(*cache) == expected, qPrintable(u"seed %1"_s.arg(seed)));
    }
}

void ContactProjectionTest::statesAreThoseOfTheLedgersOwnFold()
{
    for (unsigned seed = 1; seed <= 4; ++seed) {
        std::vector<Recorded> shuffled = m_history;
        std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(seed));
        auto cache = with(shuffled);
        QVERIFY(cache);
        std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(seed + 100));
        ledger::ConsentProjection fold;
        for (const Recorded &recorded : shuffled)
            fold.apply(recorded.event.event);
        QVERIFY(fold.states().size() > 4);
        size_t stored = 0;
        for (const Person &person : m_people) {
            const auto statements = cache->states().ofSubject(person.id);
            QVERIFY(statements.ok());
            for (const auto &statement : *statements) {
                const auto *other = fold.find(person.id, statement.scope);
                QVERIFY2(other != nullptr && *other == statement, qPrintable(u"seed %1"_s.arg(seed)));
                ++stored;
            }
        }
        QCOMPARE(stored, fold.states().size());
    }
}

void ContactProjectionTest::aRebuildGivesTheSameAndCompareFindsNothing()
{
    auto cache = with(m_history);
    QVERIFY(cache);
    const QByteArray before = projectionsAsText(*cache);
    const auto difference = cache->projector().compare(m_keys.opener());
    QVERIFY(difference.ok());
    QVERIFY2(!*difference, qPrintable(*difference ? (*difference)->what : QString()));
    const auto rebuilt = cache->projector().rebuild(m_keys.opener());
    QVERIFY(rebuilt.ok());
    QVERIFY(projectionsAsText(*cache) == before);
}

void ContactProjectionTest::compareNamesWhatWasChanged_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("provision") << u"UPDATE provision SET recipient='kftc'"_s;
    QTest::newRow("correction") << u"DELETE FROM provision_correction"_s;
    QTest::newRow("notice") << u"UPDATE result_notice SET told=1 WHERE told IS NULL"_s;
    QTest::newRow("told") << u"DELETE FROM result_told"_s;
    QTest::newRow("kept") << u"UPDATE consent_kept SET time=time+1"_s;
    QTest::newRow("reconfirmation") << u"UPDATE reconfirmation SET outcome=0"_s;
    QTest::newRow("guardian") << u"UPDATE guardian_link SET method='card'"_s;
    QTest::newRow("slip") << u"DELETE FROM consent_mistake"_s;
}

void ContactProjectionTest::compareNamesWhatWasChanged()
{
    QFETCH(QString, sql);
    auto cache = with(m_history);
    QVERIFY(cache);
    QVERIFY(cache->connection().run(sql).ok());
    const auto difference = cache->projector().compare(m_keys.opener());
    QVERIFY(difference.ok());
    QVERIFY(difference->has_value());
}

void ContactProjectionTest::aSlipCountsOnlyFromTheSameHandSoonAfter_data()
{
    QTest::addColumn<int>("secondsLater");
    QTest::addColumn<QString>("from");
    QTest::addColumn<bool>("counts");
    QTest::newRow("at once") << 0 << u"same"_s << true;
    QTest::newRow("after ten minutes") << 600 << u"same"_s << true;
    QTest::newRow("a second later than that") << 601 << u"same"_s << false;
    QTest::newRow("another user of the desk") << 5 << u"user"_s << false;
    QTest::newRow("another desk") << 5 << u"device"_s << false;
    QTest::newRow("about another person") << 5 << u"person"_s << false;
    QTest::newRow("about no ending") << 5 << u"grant"_s << false;
}

void ContactProjectionTest::aSlipCountsOnlyFromTheSameHandSoonAfter()
{
    QFETCH(int, secondsLater);
    QFETCH(QString, from);
    QFETCH(bool, counts);
    TestDevice device(m_clock);
    TestDevice other(m_clock);
    other.setAgent(device.agent());
    const Person &person = m_people[0];
    const Recorded grant = device.captured(person, {u"ads.sms"_s}, {});
    m_clock.advance(Milliseconds(1000));
    const Recorded ending = device.ended(person, {u"ads.sms"_s}, true);
    m_clock.advance(Milliseconds(secondsLater * 1000));
    if (from == u"user"_s)
        device.setAgent(UserId::create());
    const EventId target = from == u"grant"_s ? grant.event.event.id : ending.event.event.id;
    const ledger::ConsentMistaken slip{target, domain::MistakeReason::NotSaid, {}};
    const Recorded correction =
        (from == u"device"_s ? other : device)
            .about(from == u"person"_s ? m_people[1] : person, types::consentMistaken, slip.toFacts());
    const std::vector<Recorded> inOrder{grant, ending, correction};
    for (std::vector<size_t> order : {std::vector<size_t>{0, 1, 2}, {2, 1, 0}, {1, 2, 0}, {2, 0, 1}}) {
        std::vector<Recorded> events;
        for (const size_t i : order)
            events.push_back(inOrder[i]);
        auto cache = with(events);
        QVERIFY(cache);
        QCOMPARE(statusOf(*cache, person, u"ads.sms"_s),
                 counts ? domain::ConsentStatus::Granted : domain::ConsentStatus::OptedOut);
    }
}

void ContactProjectionTest::aSlipBringsBackWhatStoodBefore()
{
    TestDevice device(m_clock);
    const Person &person = m_people[0];
    std::vector<Recorded> events{device.captured(person, {u"ads.sms"_s}, {u"ads.email"_s})};
    m_clock.advance(Milliseconds(1000));
    events.push_back(device.ended(person, {u"ads.email"_s}, true)); // said, and stands
    m_clock.advance(Milliseconds(1000));
    events.push_back(device.ended(person, {}, true)); // the slip
    const EventId slipped = events.back().event.event.id;
    m_clock.advance(Milliseconds(1000));
    events.push_back(device.about(person, types::consentMistaken,
                                  ledger::ConsentMistaken{slipped, domain::MistakeReason::WrongItem, {}}.toFacts()));
    auto cache = with(events);
    QVERIFY(cache);
    QCOMPARE(statusOf(*cache, person, u"ads.sms"_s), domain::ConsentStatus::Granted);
    QCOMPARE(statusOf(*cache, person, u"ads.email"_s), domain::ConsentStatus::OptedOut);
    QCOMPARE(statusOf(*cache, person, QString(ledger::allOptionalScope)), domain::ConsentStatus::None);
    const auto rows = cache->log().ofSubject(person.id);
    QVERIFY(rows.ok());
    QCOMPARE(rows->size(), size_t(4)); // both the slip and its correction stay in the log
    QCOMPARE(rows->front().kind, LogKind::Mistaken);
    QVERIFY(cache->contacts().mistakeAbout(slipped)->has_value());
}

void ContactProjectionTest::aSlipNeedsNoNotice()
{
    TestDevice device(m_clock);
    const Person &person = m_people[0];
    const Recorded ending = device.ended(person, {}, true);
    const Recorded slip =
        device.about(person, types::consentMistaken,
                     ledger::ConsentMistaken{ending.event.event.id, domain::MistakeReason::NotSaid, {}}.toFacts());
    auto before = with({ending});
    QVERIFY(before);
    QCOMPARE(before->contacts().openNotices(10)->size(), size_t(1));
    for (const auto &order : {std::vector<Recorded>{ending, slip}, std::vector<Recorded>{slip, ending}}) {
        auto cache = with(order);
        QVERIFY(cache);
        QVERIFY(cache->contacts().openNotices(10)->empty());
    }
}

void ContactProjectionTest::anAnswerAboutAdvertisingWaitsToBeTold()
{
    TestDevice device(m_clock);
    const Person &person = m_people[0];
    ledger::ConsentCaptured facts =
        *ledger::ConsentCaptured::fromFacts(device.captured(person, {u"collect"_s}, {u"ads.sms"_s}).event.event.facts);
    auto mandatoryOnly = with({device.about(person, types::consentCaptured, facts.toFacts())});
    QVERIFY(mandatoryOnly);
    QCOMPARE(*mandatoryOnly->contacts().openNoticeCount(), 0);
    facts.items[1].category = domain::ItemCategory::Marketing;
    facts.items[1].channel = domain::Channel::Sms; // refused: that too is told
    const Recorded answer = device.about(person, types::consentCaptured, facts.toFacts());
    auto advertising = with({answer});
    QVERIFY(advertising);
    const auto open = advertising->contacts().openNotices(10);
    QVERIFY(open.ok());
    QCOMPARE(open->size(), size_t(1));
    QCOMPARE(open->front().about, answer.event.event.id);
    QCOMPARE(open->front().answered, ledger::orderTime(answer.event.event));
}

void ContactProjectionTest::theFirstTellingCounts()
{
    TestDevice device(m_clock);
    const Person &person = m_people[0];
    const Recorded ending = device.ended(person, {}, true);
    std::vector<Recorded> told;
    for (const auto &[ms, channel] : {std::pair{2000, domain::ToldBy::Post}, std::pair{1000, domain::ToldBy::Email}})
        told.push_back(device.about(
            person, types::resultTold,
            ledger::ResultTold{ending.event.event.id, channel, m_clock.now() + Milliseconds(ms), {}}.toFacts()));
    for (const auto &order :
         {std::vector<Recorded>{told[0], told[1], ending}, std::vector<Recorded>{ending, told[0], told[1]}}) {
        auto cache = with(order);
        QVERIFY(cache);
        const auto notice = cache->contacts().notice(ending.event.event.id);
        QVERIFY(notice.ok() && *notice);
        QCOMPARE((*notice)->told, std::optional(m_clock.now() + Milliseconds(1000)));
        QCOMPARE((*notice)->channel, std::optional(domain::ToldBy::Email));
        QCOMPARE(*cache->contacts().openNoticeCount(), 0);
    }
}

void ContactProjectionTest::keepingDoesNotBringBackWhatEnded()
{
    TestDevice device(m_clock);
    const Person &person = m_people[0];
    std::vector<Recorded> events{device.captured(person, {u"ads.sms"_s}, {})};
    m_clock.advance(Milliseconds(1000));
    events.push_back(device.ended(person, {u"ads.sms"_s}, false));
    m_clock.advance(Milliseconds(1000));
    events.push_back(device.about(
        person, types::consentReconfirmed,
        ledger::ConsentReconfirmed{{u"ads.sms"_s}, domain::Reconfirmation::Silent, true, u"b"_s, {}}.toFacts()));
    auto cache = with(events);
    QVERIFY(cache);
    QCOMPARE(statusOf(*cache, person, u"ads.sms"_s), domain::ConsentStatus::Withdrawn);
    QCOMPARE(cache->contacts().keptOf(person.id)->count(u"ads.sms"_s), size_t(1));
}

QTEST_GUILESS_MAIN(ContactProjectionTest)
#include "contactprojectiontest.moc"
