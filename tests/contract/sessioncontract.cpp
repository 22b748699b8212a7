#include "contract/sessioncontract.h"

#include <QTest>

#include <atomic>
#include <set>
#include <thread>

using namespace consent;
using namespace consent::central;
using namespace samples;
using ledger::SignedEvent;

namespace {

const ContractDesks::Post busan{u"busan"_s, {u"agent"_s}};

std::set<QByteArray> hashesOf(const std::vector<ledger::StoredEvent> &events)
{
    std::set<QByteArray> hashes;
    for (const ledger::StoredEvent &event : events)
        hashes.insert(event.hash);
    return hashes;
}

std::set<QByteArray> hashesOf(const std::vector<SignedEvent> &events)
{
    std::set<QByteArray> hashes;
    for (const SignedEvent &event : events)
        hashes.insert(event.hash);
    return hashes;
}

} // namespace

void SessionContract::init()
{
    m_fixture.reset();
    m_desks = std::make_unique<ContractDesks>(m_fixture);
}

std::vector<ledger::StoredEvent> SessionContract::pulled(const TestDesk &desk)
{
    std::vector<ledger::StoredEvent> events;
    QByteArray cursor;
    for (bool more = true; more;) {
        PullPage page = must(at(desk).pull(cursor, 7));
        events.insert(events.end(), page.events.begin(), page.events.end());
        cursor = page.cursor;
        more = page.more;
    }
    return events;
}

void SessionContract::helloTellsWhoAndWhere()
{
    const TestDesk desk;
    m_desks->join(desk, {u"busan"_s, {u"supervisor"_s, u"agent"_s}});
    const auto store = m_fixture.open(m_desks->login(desk));
    const Welcome welcome = m_desks->greet(*store, desk);
    QCOMPARE(welcome.standing, Standing::Active);
    QCOMPARE(welcome.branch, u"busan"_s);
    QCOMPARE(welcome.roles, (QStringList{u"agent"_s, u"supervisor"_s}));
    QCOMPARE(welcome.user, std::optional(desk.actor()));
    QVERIFY(isUuid(welcome.storeId));
    QVERIFY(welcome.schema > 0);
    QVERIFY(!welcome.mustChangePassword);
    QVERIFY(welcome.checkpoint.isEmpty());
    QVERIFY(toMs(welcome.storeTime) > 1'700'000'000'000);
}

void SessionContract::storeKeepsItsIdAcrossConnections()
{
    const TestDesk one;
    const TestDesk two;
    m_desks->join(one);
    m_desks->join(two);
    const auto first = m_fixture.open(m_desks->login(one));
    const auto second = m_fixture.open(m_desks->login(two));
    QCOMPARE(m_desks->greet(*first, one).storeId, m_desks->greet(*second, two).storeId);
}

void SessionContract::unknownDeviceOrWrongSecretIsTold()
{
    const TestDesk desk;
    m_desks->join(desk);
    const auto store = m_fixture.open(m_desks->login(desk));
    const auto wrong = *crypto::SecretBuffer::random(32);
    QCOMPARE(must(store->hello(desk.device(), wrong, u"1.0"_s)).standing, Standing::DeviceUnknown);
    QCOMPARE(must(store->hello(DeviceId::create(), m_desks->secret(desk), u"1.0"_s)).standing, Standing::DeviceUnknown);
    QCOMPARE(store->heads().error().kind, ErrorKind::NotAllowed);
}

void SessionContract::revokedDeviceIsToldAndWorksNoMore()
{
    TestDesk desk;
    desk.enrol();
    desk.addGrant();
    m_desks->push(desk);
    m_fixture.revokeDevice(desk.device());
    const auto store = m_fixture.open(m_desks->login(desk));
    QCOMPARE(m_desks->greet(*store, desk).standing, Standing::DeviceRevoked);
    QCOMPARE(store->append(desk.device(), desk.events()).error().kind, ErrorKind::NotAllowed);
    QCOMPARE(store->pull({}, 10).error().kind, ErrorKind::NotAllowed);
    QCOMPARE(store->pullContactBlocks({}, 10).error().kind, ErrorKind::NotAllowed);
    QCOMPARE(store->ask({desk.subject(), {}, {}, {}, u"view"_s, {}, 1}).error().kind, ErrorKind::NotAllowed);
    QCOMPARE(store->dataKeys({desk.subject()}).error().kind, ErrorKind::NotAllowed);
    QCOMPARE(store->roster().error().kind, ErrorKind::NotAllowed);
}

void SessionContract::disabledUserIsToldAndWorksNoMore()
{
    const TestDesk desk;
    m_desks->join(desk);
    m_fixture.setUserEnabled(m_desks->login(desk), false);
    const auto store = m_fixture.open(m_desks->login(desk));
    QCOMPARE(m_desks->greet(*store, desk).standing, Standing::UserDisabled);
    QCOMPARE(store->pull({}, 10).error().kind, ErrorKind::NotAllowed);
    m_fixture.setUserEnabled(m_desks->login(desk), true);
    QCOMPARE(m_desks->greet(*store, desk).standing, Standing::Active);
    QVERIFY(store->pull({}, 10).ok());
}

void SessionContract::refusedConnectionCanGreetAgain()
{
    const TestDesk desk;
    m_desks->join(desk);
    const auto store = m_fixture.open(m_desks->login(desk));
    QCOMPARE(must(store->hello(DeviceId::create(), m_desks->secret(desk), u"1.0"_s)).standing, Standing::DeviceUnknown);
    QCOMPARE(m_desks->greet(*store, desk).standing, Standing::Active);
    QVERIFY(store->heads().ok());
}

void SessionContract::chainOfAnotherDeviceIsNotAppendedTo()
{
    TestDesk mine;
    TestDesk other;
    mine.enrol();
    other.enrol();
    m_desks->push(mine);
    m_desks->join(other);
    QCOMPARE(at(mine).append(other.device(), other.events()).error().kind, ErrorKind::NotAllowed);
    QCOMPARE(must(at(other).head(other.device())), ledger::ChainHead());
}

void SessionContract::rosterNamesEverybodyByLogin()
{
    const TestDesk one;
    const TestDesk two;
    m_desks->join(one, {u"center"_s, {u"supervisor"_s, u"agent"_s}});
    m_desks->join(two);
    const auto keys = must(ledger::UserKeys::generate(one.actor()));
    QVERIFY(at(one).putUserKeys({must(keys.seal(*crypto::SecretBuffer::zeroed(32))), {}}).ok());
    m_fixture.setUserEnabled(m_desks->login(two), false);
    std::map<UserId, StaffRecord> staff;
    QString before;
    for (const StaffRecord &record : must(at(one).roster())) {
        QVERIFY(before < record.login);
        before = record.login;
        staff.emplace(record.user, record);
    }
    QCOMPARE(staff.at(one.actor()).login, m_desks->login(one));
    QCOMPARE(staff.at(one.actor()).roles, (QStringList{u"agent"_s, u"supervisor"_s}));
    QCOMPARE(staff.at(one.actor()).publicKey, keys.publicKey().toJwk());
    QVERIFY(staff.at(one.actor()).enabled);
    QVERIFY(!staff.at(two.actor()).enabled);
}

void SessionContract::latestCheckpointComesWithGreetingAndPull()
{
    TestDesk desk;
    desk.enrol();
    m_desks->push(desk);
    const QByteArray first = must(
        ledger::signCheckpoint({{desk.device(), desk.head()}}, fromMs(1'764'000'000'000), desk.actor(), desk.key()));
    desk.addGrant();
    m_desks->push(desk);
    const QByteArray second = must(
        ledger::signCheckpoint({{desk.device(), desk.head()}}, fromMs(1'764'000'100'000), desk.actor(), desk.key()));
    m_fixture.putCheckpoint(first);
    m_fixture.putCheckpoint(second);
    const auto store = m_fixture.open(m_desks->login(desk));
    QCOMPARE(m_desks->greet(*store, desk).checkpoint, second);
    QCOMPARE(must(store->pull({}, 10)).checkpoint, second);
}

void SessionContract::eventsWithoutSubjectAreForEveryBranch()
{
    TestDesk here;
    TestDesk there;
    m_desks->join(there, busan);
    here.enrol();
    here.add({u"user.added"_s, here.actor(), u"center"_s, std::nullopt, {}, {}});
    m_desks->push(here);
    QCOMPARE(hashesOf(pulled(there)), hashesOf(here.events()));
}

void SessionContract::subjectsOfAnotherBranchAreNotPulled()
{
    TestDesk here;
    TestDesk there;
    m_desks->join(there, busan);
    here.enrol();
    for (int i = 0; i < 20; ++i)
        here.addGrant();
    const SignedEvent last = here.add({u"user.added"_s, here.actor(), u"center"_s, std::nullopt, {}, {}});
    m_desks->push(here);
    // Paging goes past what is not for this desk, and ends.
    QCOMPARE(hashesOf(pulled(there)), (std::set<QByteArray>{here.events().front().hash, last.hash}));
    // An event that only claims the branch does not make its subject one of the branch.
    here.add({ledger::eventtypes::subjectCorrected, here.actor(), u"busan"_s, here.subject(), {}, {}});
    m_desks->push(here);
    QCOMPARE(pulled(there).size(), std::size_t(2));
    QCOMPARE(pulled(here).size(), here.events().size());
}

void SessionContract::ownEventsAreAlwaysPulled()
{
    TestDesk desk;
    desk.enrol();
    desk.addGrant();
    m_desks->push(desk);
    m_fixture.age(u"center"_s, 4000);
    m_fixture.set(u"cacheDays"_s, 30);
    QCOMPARE(hashesOf(pulled(desk)), hashesOf(desk.events()));
}

void SessionContract::eventOfABranchLinksTheSubjectToIt()
{
    TestDesk here;
    TestDesk there;
    m_desks->join(there, busan);
    there.enrol();
    here.enrol();
    const SignedEvent grant = here.addGrant();
    m_desks->push(here);
    const PullPage before = must(at(there).pull({}, 100));
    QVERIFY(!hashesOf(before.events).contains(grant.hash));
    there.add({ledger::eventtypes::consentOptedOut,
               there.actor(),
               u"busan"_s,
               here.subject(),
               ended({u"x"_s}).toFacts(),
               {}});
    m_desks->push(there);
    const SignedEvent later = here.addGrant();
    m_desks->push(here);
    // What the cursor went past stays behind it; the rest of the person comes by a look-up.
    QVERIFY(hashesOf(must(at(there).pull(before.cursor, 100)).events).contains(later.hash));
    QVERIFY(hashesOf(pulled(there)).contains(grant.hash));
}

void SessionContract::untouchedSubjectsAreLeftOutAfterCacheDays()
{
    TestDesk one;
    TestDesk two;
    one.enrol();
    const SignedEvent grant = one.addGrant();
    m_desks->push(one);
    m_desks->join(two);
    m_fixture.set(u"cacheDays"_s, 30);
    m_fixture.age(u"center"_s, 29);
    QVERIFY(hashesOf(pulled(two)).contains(grant.hash));
    m_fixture.age(u"center"_s, 32);
    QVERIFY(!hashesOf(pulled(two)).contains(grant.hash));
    one.addGrant();
    m_desks->push(one);
    QVERIFY(hashesOf(pulled(two)).contains(grant.hash));
}

void SessionContract::pullCarriesTheDataKeysOfItsSubjects()
{
    TestDesk here;
    TestDesk there;
    const TestDesk reader;
    m_desks->join(there, busan);
    here.enrol();
    here.addGrant();
    there.enrol();
    there.addGrant();
    for (const TestDesk *desk : {&here, &there}) {
        QVERIFY(at(*desk).putDataKeys({desk->dataKey().wrapped}).ok());
        m_desks->push(*desk);
    }
    QCOMPARE(must(at(reader).pull({}, 100)).dataKeys, std::vector{here.dataKey().wrapped});
}

void SessionContract::dataKeysOfAnotherBranchAreNotGiven()
{
    TestDesk here;
    const TestDesk there;
    m_desks->join(there, busan);
    here.enrol();
    here.addGrant();
    QVERIFY(at(here).putDataKeys({here.dataKey().wrapped}).ok());
    m_desks->push(here);
    QVERIFY(must(at(there).dataKeys({here.subject()})).empty());
    QCOMPARE(must(at(here).dataKeys({here.subject()})), std::vector{here.dataKey().wrapped});
}

void SessionContract::writersAndReadersAtOnceLoseNothing()
{
    constexpr int writers = 4;
    constexpr int batches = 15;
    const TestDesk reader;
    std::vector<std::unique_ptr<TestDesk>> desks;
    for (int i = 0; i < writers; ++i) {
        desks.push_back(std::make_unique<TestDesk>());
        m_desks->join(*desks.back());
    }
    std::atomic<int> writing{writers};
    std::vector<std::thread> threads;
    for (const auto &desk : desks) {
        threads.emplace_back([this, &desk, &writing] {
            const auto store = m_desks->another(*desk);
            desk->enrol();
            for (int batch = 0; batch < batches; ++batch) {
                const std::size_t from = batch == 0 ? 0 : desk->events().size();
                for (int i = 0; i < 1 + batch % 3; ++i)
                    desk->addGrant();
                const std::vector<SignedEvent> some(desk->events().begin() + static_cast<std::ptrdiff_t>(from),
                                                    desk->events().end());
                if (must(store->append(desk->device(), some)).answer != AppendAnswer::Accepted)
                    qFatal("not accepted");
            }
            --writing;
        });
    }
    std::map<DeviceId, qint64> last;
    std::set<QByteArray> seen;
    QByteArray cursor;
    bool ordered = true;
    for (bool over = false; !over;) {
        over = writing == 0; // looked at before the pull that must bring the rest
        for (bool more = true; more;) {
            const PullPage page = must(at(reader).pull(cursor, 9));
            for (const auto &event : page.events) {
                ordered = ordered && event.seq == ++last[event.device] && seen.insert(event.hash).second;
            }
            cursor = page.cursor;
            more = page.more;
        }
    }
    for (std::thread &thread : threads)
        thread.join();
    std::set<QByteArray> all;
    for (const auto &desk : desks)
        all.merge(hashesOf(desk->events()));
    QVERIFY(ordered);
    QCOMPARE(seen, all);
}
