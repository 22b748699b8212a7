#include "dice.h"
#include "testdesk.h"

#include "cache/store/bulkload.h"
#include "ledger/consentprojection.h"
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

class ProjectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void everyOrderOfArrivalGivesTheSame();
    void statesAreThoseOfTheLedgersOwnFold();
    void applyingTwiceChangesNothing();
    void takingManyAtOnceGivesTheSame();
    void aRebuildGivesTheSame();
    void aRebuildThatIsStoppedIsKnownAndCanBeDoneAgain();
    void compareFindsNothingInAnIntactCache();
    void compareNamesWhatWasChanged_data();
    void compareNamesWhatWasChanged();
    void compareChangesNothing();
    void theLatestCorrectionOfEachFieldStands();
    void aWithdrawalStandsAgainstAnEarlierGrantThatArrivesLater();
    void withoutTheKeyOnlyWhatIsNotPersonalShows();
    void aKeyThatArrivesLaterBringsThePersonBack();
    void theFirstNoticeOfANumberStandsAndTheLatestUser();
    void anEventOfANewerFormatIsKeptAndNotShown();

private:
    std::unique_ptr<Cache> fresh()
    {
        auto cache = openCache(m_folder.filePath(u"cache-%1.db"_s.arg(++m_files)));
        return cache ? std::move(*cache) : nullptr;
    }
    std::unique_ptr<Cache> with(const std::vector<Recorded> &events)
    {
        auto cache = fresh();
        auto transaction = cache->begin();
        for (const Recorded &recorded : events) {
            if (!cache->import(recorded.event, recorded.personal))
                return nullptr;
        }
        return transaction->commit() ? std::move(cache) : nullptr;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
    SetClock m_clock;
    KeyRing m_keys;
    std::vector<Person> m_people;
    std::vector<Recorded> m_history; // two devices, one with a wrong clock, in the order in which it was made
};

void ProjectorTest::initTestCase()
{
    TestDevice one(m_clock);
    TestDevice two(m_clock);
    two.setSkew(90'000);
    for (int i = 0; i < 6; ++i) {
        m_people.push_back(
            Person::of(u"김하늘바다"_s.left(2 + i % 4), u"0100000%1"_s.arg(1000 + i), QDate(1980 + i, 3, 4)));
        m_keys.add(m_people.back());
    }
    Dice random(7);
    for (const Person &person : m_people)
        m_history.push_back(one.registered(person));
    const QStringList items{u"collection"_s, u"marketing.sms"_s, u"marketing.email"_s, u"provision"_s};
    for (int i = 0; i < 60; ++i) {
        m_clock.advance(Milliseconds(random.roll(3) * 30'000)); // often the same moment
        TestDevice &device = random.roll(2) == 0 ? one : two;
        const Person &person = m_people[random.roll(m_people.size())];
        switch (random.roll(5)) {
        case 0:
            m_history.push_back(device.captured(person, items.mid(0, 2), items.mid(2)));
            break;
        case 1:
            m_history.push_back(device.captured(person, items, {}, false));
            break;
        case 2:
            m_history.push_back(device.ended(person, {items[random.roll(items.size())]}, random.roll(2) == 0));
            break;
        case 3:
            m_history.push_back(device.corrected(person, {{u"name"_s, u"박%1"_s.arg(QChar(u'가' + i))}}));
            break;
        default:
            m_history.push_back(device.corrected(
                person, {{u"phone"_s, u"0100001%1"_s.arg(2000 + i)},
                         {u"guardian"_s, QJsonObject{{u"name"_s, u"모"_s}, {u"phone"_s, u"01000000000"_s}}}}));
            break;
        }
    }
    m_history.push_back(one.published(types::noticePublished, {{u"number"_s, 1}, {u"source"_s, u"YWJj"_s}}));
}

void ProjectorTest::everyOrderOfArrivalGivesTheSame()
{
    auto inOrder = with(m_history);
    QVERIFY(inOrder);
    const QByteArray expected = projectionsAsText(*inOrder);
    QVERIFY(expected.size() > 5000);
    for (unsigned seed = 1; seed <= 10; ++seed) {
        std::vector<Recorded> shuffled = m_history;
        std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(seed));
        auto cache = with(shuffled);
        QVERIFY(cache);
        QVERIFY2(projectionsAsText(*cache) == expected, QByteArray::number(seed));
    }
}

void ProjectorTest::statesAreThoseOfTheLedgersOwnFold()
{
    auto cache = with(m_history);
    ledger::ConsentProjection fold;
    for (const Recorded &recorded : m_history)
        fold.apply(recorded.event.event);
    size_t stored = 0;
    for (const Person &person : m_people) {
        const auto statements = cache->states().ofSubject(person.id).value();
        stored += statements.size();
        for (const ledger::ConsentStatement &statement : statements)
            QCOMPARE(statement, *fold.find(person.id, statement.scope));
    }
    QCOMPARE(stored, fold.states().size());
}

void ProjectorTest::applyingTwiceChangesNothing()
{
    auto cache = with(m_history);
    const QByteArray before = projectionsAsText(*cache);
    for (const Recorded &recorded : m_history) {
        const auto stored = cache->events().find(recorded.event.event.id);
        QVERIFY(cache->projector().apply(*stored, recorded.personal));
    }
    QCOMPARE(projectionsAsText(*cache), before);
}

void ProjectorTest::takingManyAtOnceGivesTheSame()
{
    auto cache = fresh();
    {
        BulkLoad load(*cache);
        for (const Recorded &recorded : m_history)
            QVERIFY(load.add(recorded.event, recorded.personal, false));
        QVERIFY(cache->projector().wasInterrupted().value());
        QVERIFY(load.finish());
    }
    QVERIFY(!cache->projector().wasInterrupted().value());
    QCOMPARE(projectionsAsText(*cache), projectionsAsText(*with(m_history)));
    const Person later = Person::of(u"나중에"_s, u"01000006666"_s, QDate(1990, 1, 1));
    TestDevice device(m_clock);
    const Recorded registration = device.registered(later);
    QVERIFY(cache->import(registration.event, registration.personal));
    QCOMPARE(cache->search().find(u"나중"_s)->size(), size_t(1)); // terms are kept up again
}

void ProjectorTest::aRebuildGivesTheSame()
{
    auto cache = with(m_history);
    const QByteArray before = projectionsAsText(*cache);
    qint64 reported = 0;
    const auto rebuilt = cache->projector().rebuild(m_keys.opener(), [&](qint64 done, qint64) { reported = done; });
    QCOMPARE(rebuilt.value(), qint64(m_history.size()));
    QCOMPARE(reported, qint64(m_history.size()));
    QCOMPARE(projectionsAsText(*cache), before);
    QVERIFY(!cache->projector().wasInterrupted().value());
}

void ProjectorTest::aRebuildThatIsStoppedIsKnownAndCanBeDoneAgain()
{
    auto cache = with(m_history);
    const QByteArray before = projectionsAsText(*cache);
    const std::atomic_bool cancelled = true;
    QCOMPARE(cache->projector().rebuild(m_keys.opener(), {}, &cancelled).error().kind, ErrorKind::Cancelled);
    QVERIFY(cache->projector().wasInterrupted().value());
    QVERIFY(cache->projector().rebuild(m_keys.opener()));
    QVERIFY(!cache->projector().wasInterrupted().value());
    QCOMPARE(projectionsAsText(*cache), before);
}

void ProjectorTest::compareFindsNothingInAnIntactCache()
{
    auto cache = with(m_history);
    const auto difference = cache->projector().compare(m_keys.opener());
    QVERIFY(difference.ok());
    QVERIFY2(!difference->has_value(), qPrintable(difference->value_or(Projector::Difference()).what));
}

void ProjectorTest::compareNamesWhatWasChanged_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::newRow("a name") << QByteArray("UPDATE subject SET name='다른' WHERE person=2");
    QTest::newRow("a stamp") << QByteArray("UPDATE subject SET stamps=NULL WHERE stamps IS NOT NULL");
    QTest::newRow("a state") << QByteArray("UPDATE consent_state SET status=1-status WHERE status<2");
    QTest::newRow("a state gone") << QByteArray("DELETE FROM consent_state WHERE person=1");
    QTest::newRow("a log row's answers") << QByteArray("UPDATE consent_log SET granted=refused WHERE refused<>''");
    QTest::newRow("a log row gone") << QByteArray("DELETE FROM consent_log WHERE rowid IN"
                                                  " (SELECT place FROM consent_log LIMIT 1)");
    QTest::newRow("a day's count") << QByteArray("UPDATE consent_log_day SET rows=rows+1");
    QTest::newRow("a term gone") << QByteArray("DELETE FROM search_term WHERE term LIKE '#%' AND person=1");
    QTest::newRow("a term of nobody") << QByteArray("INSERT INTO search_term(term,person) VALUES('#1',1)");
    QTest::newRow("a document") << QByteArray("UPDATE document SET bytes=x'00'");
}

void ProjectorTest::compareNamesWhatWasChanged()
{
    QFETCH(QByteArray, change);
    auto cache = with(m_history);
    QVERIFY(cache->connection().runScript(change));
    const auto difference = cache->projector().compare(m_keys.opener());
    QVERIFY(difference.ok());
    QVERIFY(difference->has_value());
    QVERIFY(!(*difference)->what.isEmpty());
}

void ProjectorTest::compareChangesNothing()
{
    auto cache = with(m_history);
    QVERIFY(cache->connection().runScript("UPDATE subject SET name='다른' WHERE person=2"));
    const QByteArray before = projectionsAsText(*cache);
    QVERIFY(cache->projector().compare(m_keys.opener()));
    QCOMPARE(projectionsAsText(*cache), before);
    QVERIFY(!cache->connection().inTransaction());
}

void ProjectorTest::theLatestCorrectionOfEachFieldStands()
{
    TestDevice device(m_clock);
    const Person person = Person::of(u"이가을"_s, u"01000005555"_s, QDate(1990, 1, 1));
    const Recorded registration = device.registered(person);
    m_clock.advance(Milliseconds(1000));
    const Recorded older = device.corrected(person, {{u"name"_s, u"이봄"_s}, {u"email"_s, u"old@example.com"_s}});
    m_clock.advance(Milliseconds(1000));
    const Recorded newer = device.corrected(person, {{u"name"_s, u"이여름"_s}});
    auto cache = with({newer, older, registration});
    const auto found = cache->subjects().find(person.id).value();
    QVERIFY(found.has_value());
    QCOMPARE(found->subject.name, u"이여름"_s);
    QCOMPARE(found->subject.email, u"old@example.com"_s);
    QCOMPARE(found->subject.phone, person.phone);
    QCOMPARE(cache->search().find(u"이여름"_s)->size(), size_t(1));
    QCOMPARE(cache->search().find(u"이봄"_s)->size(), size_t(0));
    QCOMPARE(cache->search().find(u"이가을"_s)->size(), size_t(0));
}

void ProjectorTest::aWithdrawalStandsAgainstAnEarlierGrantThatArrivesLater()
{
    TestDevice one(m_clock);
    TestDevice two(m_clock);
    const Person &person = m_people.front();
    const Recorded grant = one.captured(person, {u"marketing.sms"_s}, {});
    const Recorded withdrawal = two.ended(person, {u"marketing.sms"_s}, false); // at the same moment
    for (const auto &order : {std::vector{grant, withdrawal}, std::vector{withdrawal, grant}}) {
        auto cache = with(order);
        QCOMPARE(cache->states().ofSubject(person.id)->front().status, domain::ConsentStatus::Withdrawn);
    }
}

void ProjectorTest::withoutTheKeyOnlyWhatIsNotPersonalShows()
{
    std::vector<Recorded> sealed = m_history;
    for (Recorded &recorded : sealed)
        recorded.personal.reset();
    auto cache = with(sealed);
    auto whole = with(m_history);
    QCOMPARE(cache->log().count({}).value(), whole->log().count({}).value());
    QCOMPARE(cache->search().find(u"0100000"_s)->size(), size_t(0));
    QVERIFY(cache->subjects().find(m_people[0].id).value()->subject.name.isEmpty());
}

void ProjectorTest::aKeyThatArrivesLaterBringsThePersonBack()
{
    std::vector<Recorded> sealed = m_history;
    for (Recorded &recorded : sealed)
        recorded.personal.reset();
    auto cache = with(sealed);
    for (const Person &person : m_people)
        QVERIFY(cache->projector().reproject(person.id, m_keys.opener()));
    QCOMPARE(projectionsAsText(*cache), projectionsAsText(*with(m_history)));
}

void ProjectorTest::theFirstNoticeOfANumberStandsAndTheLatestUser()
{
    TestDevice one(m_clock);
    TestDevice two(m_clock);
    const Recorded first = one.published(types::noticePublished, {{u"number"_s, 7}, {u"source"_s, u"Zmlyc3Q"_s}});
    const Recorded user = one.published(types::userAdded, {{u"user"_s, u"u"_s}, {u"roles"_s, u"agent"_s}});
    m_clock.advance(Milliseconds(1000));
    const Recorded second = two.published(types::noticePublished, {{u"number"_s, 7}, {u"source"_s, u"c2Vjb25k"_s}});
    const Recorded changed = two.published(types::userAdded, {{u"user"_s, u"u"_s}, {u"roles"_s, u"supervisor"_s}});
    for (const auto &order : {std::vector{first, second, user, changed}, std::vector{changed, user, second, first}}) {
        auto cache = with(order);
        const auto notice = cache->documents().find(documentkinds::notice, u"7"_s).value();
        QCOMPARE(notice->bytes, QByteArray("first"));
        QVERIFY(!notice->facts.contains(u"source"_s));
        QCOMPARE(cache->documents().find(documentkinds::user, u"u"_s).value()->facts.value(u"roles"_s).toString(),
                 u"supervisor"_s);
    }
}

void ProjectorTest::anEventOfANewerFormatIsKeptAndNotShown()
{
    auto cache = fresh();
    TestDevice device(m_clock);
    Recorded recorded = device.captured(m_people.front(), {u"a"_s}, {});
    recorded.event.event.v = ledger::currentEventVersion + 1;
    const auto number = cache->events().append(recorded.event);
    QVERIFY(cache->projector().apply({*number, recorded.event}, recorded.personal));
    QCOMPARE(cache->log().count({}).value(), 0);
    QCOMPARE(cache->events().count().value(), 1);
}

QTEST_GUILESS_MAIN(ProjectorTest)
#include "projectortest.moc"
