#include "dice.h"
#include "testdesk.h"

#include "ledger/eventtypes.h"
#include "vault/database/sqlconnection.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace consent;
using namespace consent::cache;
using namespace consent::test;
using namespace Qt::StringLiterals;

namespace types = ledger::eventtypes;
using Kind = domain::RequestKind;
using State = domain::RequestState;
using Step = domain::RequestStep;

class RequestStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyOrderOfArrivalGivesTheSame();
    void whatIsStoredIsTheLedgersOwnFold();
    void applyingTwiceChangesNothing();
    void aRebuildGivesTheSame();
    void compareNamesWhatWasChanged_data();
    void compareNamesWhatWasChanged();
    void aKeyThatArrivesLaterBringsTheWordsBack();
    void oneOpenCorrectionOfTwoKeepsThePersonFrozen();
    void aFreezeThatArrivesBeforeThePersonCounts();
    void leavingAndJoiningTheLaterStandsInEveryOrder();

private:
    std::unique_ptr<Cache> with(const std::vector<Recorded> &events)
    {
        auto cache = openCache(m_folder.filePath(u"cache-%1.db"_s.arg(++m_files)));
        if (!cache)
            return nullptr;
        auto transaction = (*cache)->begin();
        for (const Recorded &recorded : events) {
            if (!(*cache)->import(recorded.event, recorded.personal))
                return nullptr;
        }
        return transaction->commit() ? std::move(*cache) : nullptr;
    }
    Recorded opened(TestDevice &device, const Person &person, const RequestId &request, Kind kind)
    {
        ledger::RequestOpened facts;
        facts.request = request;
        facts.kind = kind;
        facts.received = m_clock.now();
        facts.dueDate = koreanDate(m_clock.now()).addDays(10);
        return device.about(person, types::requestOpened, facts.toFacts(), {{u"details"_s, u"말씀하신 내용"_s}});
    }
    Recorded moved(TestDevice &device, const Person &person, const RequestId &request, Step step)
    {
        ledger::RequestMoved facts;
        facts.request = request;
        facts.step = step;
        facts.days = step == Step::Extend ? 3 : 0;
        if (step == Step::Refuse)
            facts.ground = domain::RefusalGround::NotIdentified;
        return device.about(person, types::requestMoved, facts.toFacts(), {{u"reason"_s, u"까닭"_s}});
    }
    Recorded checked(TestDevice &device, const Person &person, const RequestId &request)
    {
        ledger::IdentityChecked facts;
        facts.request = request;
        return device.about(person, types::identityChecked, facts.toFacts());
    }
    Recorded freeze(TestDevice &device, const Person &person, const RequestId &request, bool frozen)
    {
        return device.about(person, frozen ? types::subjectFrozen : types::subjectUnfrozen,
                            ledger::SubjectFreeze{request, Kind::Correction, {}}.toFacts());
    }
    Recorded left(TestDevice &device, const Person &person)
    {
        ledger::ConsentEnded facts;
        facts.contact = ContactId::create();
        facts.items = {u"collection"_s};
        facts.left = true;
        return device.about(person, types::consentWithdrawn, facts.toFacts());
    }

    QTemporaryDir m_folder;
    int m_files = 0;
    SetClock m_clock;
    KeyRing m_keys;
    std::vector<Person> m_people;
    std::vector<RequestId> m_requests;
    std::vector<Recorded> m_history;
};

void RequestStoreTest::initTestCase()
{
    TestDevice one(m_clock);
    TestDevice two(m_clock);
    two.setSkew(45'000);
    Dice random(11);
    for (int i = 0; i < 3; ++i) {
        m_people.push_back(Person::of(u"이온달"_s, u"0100000%1"_s.arg(3000 + i), QDate(1990 + i, 1, 2)));
        m_keys.add(m_people.back());
        m_history.push_back(one.registered(m_people.back()));
    }
    for (int i = 0; i < 6; ++i)
        m_requests.push_back(RequestId::create());
    for (std::size_t i = 0; i < 6; ++i)
        m_history.push_back(opened(i % 2 == 0 ? one : two, m_people[i % 3], m_requests[i], Kind(i)));
    constexpr std::array steps{Step::AskPapers, Step::PapersCame, Step::Pause, Step::Resume,
                               Step::Extend,    Step::Complete,   Step::Refuse};
    for (int i = 0; i < 70; ++i) {
        m_clock.advance(Milliseconds(random.roll(2) * 20'000));
        TestDevice &device = random.roll(2) == 0 ? one : two;
        const auto which = static_cast<std::size_t>(random.roll(6));
        const Person &person = m_people[which % 3];
        switch (random.roll(6)) {
        case 0:
            m_history.push_back(checked(device, person, m_requests[which]));
            break;
        case 1:
            m_history.push_back(freeze(device, person, m_requests[which], random.roll(2) == 0));
            break;
        case 2:
            m_history.push_back(left(device, person));
            break;
        case 3:
            m_history.push_back(device.captured(person, {u"collection"_s}, {}));
            break;
        default:
            m_history.push_back(moved(device, person, m_requests[which], steps[random.roll(steps.size())]));
            break;
        }
    }
}

void RequestStoreTest::everyOrderOfArrivalGivesTheSame()
{
    const unsigned seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    auto inOrder = with(m_history);
    QVERIFY(inOrder);
    const QByteArray expected = projectionsAsText(*inOrder);
    for (int i = 0; i < 8; ++i) {
        std::vector<Recorded> shuffled = m_history;
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        auto cache = with(shuffled);
        QVERIFY(cache);
        QVERIFY(projectionsAsText(*cache) == expected);
    }
}

void RequestStoreTest::whatIsStoredIsTheLedgersOwnFold()
{
    auto cache = with(m_history);
    int conflicts = 0;
    for (const RequestId &request : m_requests) {
        std::vector<ledger::Event> events;
        for (const Recorded &recorded : m_history) {
            if (ledger::requestOf(recorded.event.event) == std::optional(request))
                events.push_back(recorded.event.event);
        }
        const ledger::RequestFold fold = ledger::foldRequest(events);
        const auto row = cache->requests().find(request).value();
        QVERIFY(row.has_value());
        QVERIFY(row->record == *fold.record);
        QCOMPARE(row->personal.value(u"details"_s).toString(), u"말씀하신 내용"_s);
        conflicts += row->record.conflicts;
        const auto rows = cache->requests().events(request).value();
        QCOMPARE(rows.size(), fold.traces.size());
        for (std::size_t i = 0; i < rows.size(); ++i)
            QVERIFY(rows[i].trace == fold.traces[i]);
    }
    QVERIFY(conflicts > 5);
    int counted = 0;
    const auto counts = cache->requests().counts();
    for (const auto &[state, count] : *counts)
        counted += count;
    QCOMPARE(counted, 6);
    QCOMPARE(cache->requests().open()->size() + cache->requests().closed(100)->size(), 6U);
}

void RequestStoreTest::applyingTwiceChangesNothing()
{
    auto cache = with(m_history);
    const QByteArray before = projectionsAsText(*cache);
    for (const Recorded &recorded : m_history) {
        const auto stored = cache->events().find(recorded.event.event.id);
        QVERIFY(cache->projector().apply(*stored, recorded.personal));
    }
    QCOMPARE(projectionsAsText(*cache), before);
}

void RequestStoreTest::aRebuildGivesTheSame()
{
    auto cache = with(m_history);
    const QByteArray before = projectionsAsText(*cache);
    QVERIFY(cache->projector().rebuild(m_keys.opener()));
    QCOMPARE(projectionsAsText(*cache), before);
    const auto difference = cache->projector().compare(m_keys.opener());
    QVERIFY(difference.ok());
    QVERIFY2(!difference->has_value(), qPrintable(difference->value_or(Projector::Difference()).what));
}

void RequestStoreTest::compareNamesWhatWasChanged_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::newRow("a state") << QByteArray("UPDATE request SET state=(state+1)%7");
    QTest::newRow("a freeze") << QByteArray("UPDATE request SET frozen=CASE WHEN frozen IS NULL THEN 1 END");
    QTest::newRow("days") << QByteArray("UPDATE request SET extra_days=extra_days+1");
    QTest::newRow("a stop") << QByteArray("UPDATE request SET stops=stops||' 1/2'");
    QTest::newRow("a request gone") << QByteArray("DELETE FROM request WHERE person=2");
    QTest::newRow("an event gone") << QByteArray("DELETE FROM request_event WHERE person=1");
    QTest::newRow("a conflict hidden") << QByteArray("UPDATE request_event SET conflict=0 WHERE conflict=1");
    QTest::newRow("a membership") << QByteArray("UPDATE subject SET state=(state+1)%3 WHERE person=1");
}

void RequestStoreTest::compareNamesWhatWasChanged()
{
    QFETCH(QByteArray, change);
    auto cache = with(m_history);
    QVERIFY(cache->connection().runScript(change));
    const auto difference = cache->projector().compare(m_keys.opener());
    QVERIFY(difference.ok());
    QVERIFY(difference->has_value());
}

void RequestStoreTest::aKeyThatArrivesLaterBringsTheWordsBack()
{
    std::vector<Recorded> sealed = m_history;
    for (Recorded &recorded : sealed)
        recorded.personal.reset();
    auto cache = with(sealed);
    QVERIFY(cache->requests().find(m_requests[0]).value()->personal.isEmpty());
    for (const Person &person : m_people)
        QVERIFY(cache->projector().reproject(person.id, m_keys.opener()));
    QCOMPARE(projectionsAsText(*cache), projectionsAsText(*with(m_history)));
}

void RequestStoreTest::oneOpenCorrectionOfTwoKeepsThePersonFrozen()
{
    TestDevice device(m_clock);
    const Person &person = m_people.front();
    const RequestId first = RequestId::create();
    const RequestId second = RequestId::create();
    std::vector<Recorded> history;
    const auto add = [&](const Recorded &recorded) {
        history.push_back(recorded);
        m_clock.advance(Milliseconds(1000));
    };
    for (const RequestId &request : {first, second}) {
        add(opened(device, person, request, Kind::Correction));
        add(freeze(device, person, request, true));
    }
    add(checked(device, person, first));
    add(moved(device, person, first, Step::Complete));
    add(freeze(device, person, first, false));
    auto cache = with(history);
    QCOMPARE(cache->requests().frozen(person.id).value()->request, second);
    QCOMPARE(cache->requests().frozenPersons()->size(), 1U);
    add(checked(device, person, second));
    add(moved(device, person, second, Step::Complete));
    cache = with(history);
    QVERIFY(cache->requests().frozen(person.id).value().has_value()); // not unfrozen yet
    add(freeze(device, person, second, false));
    cache = with(history);
    QVERIFY(!cache->requests().frozen(person.id).value().has_value());
    QVERIFY(cache->requests().frozenPersons()->empty());
}

void RequestStoreTest::aFreezeThatArrivesBeforeThePersonCounts()
{
    TestDevice device(m_clock);
    const Person stranger = Person::of(u"박모름"_s, u"01000004444"_s, QDate(1980, 1, 1));
    auto cache = with({freeze(device, stranger, RequestId::create(), true)});
    QVERIFY(cache->requests().frozen(stranger.id).value().has_value());
    QVERIFY(cache->requests().open()->empty());
}

void RequestStoreTest::leavingAndJoiningTheLaterStandsInEveryOrder()
{
    TestDevice device(m_clock);
    const Person &person = m_people.front();
    const Recorded joined = device.captured(person, {u"collection"_s}, {});
    m_clock.advance(Milliseconds(1000));
    const Recorded gone = left(device, person);
    for (const auto &order : {std::vector{joined, gone}, std::vector{gone, joined}})
        QCOMPARE(with(order)->subjects().find(person.id).value()->subject.state, domain::MembershipState::Left);
    m_clock.advance(Milliseconds(1000));
    const Recorded again = device.captured(person, {u"collection"_s}, {});
    for (const auto &order : {std::vector{joined, gone, again}, std::vector{again, gone, joined}})
        QCOMPARE(with(order)->subjects().find(person.id).value()->subject.state, domain::MembershipState::Joined);
}

QTEST_GUILESS_MAIN(RequestStoreTest)
#include "requeststoretest.moc"
