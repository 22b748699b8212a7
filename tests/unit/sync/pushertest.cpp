#include "contract/embeddedfixture.h"
#include "unit/sync/faultystore.h"
#include "unit/sync/memoryoutbox.h"
#include "unit/sync/testlink.h"

#include "sync/backoff.h"
#include "sync/pusher.h"

#include <QTest>

using namespace consent;
using namespace consent::sync;
using namespace samples;

/// A pusher with the connection that it works on.
struct Pushing
{
    Pushing(TestLink::Open open, OutboxSource &outbox, std::size_t batch)
        : link(std::move(open))
        , connection(link, clock)
        , pusher(connection, outbox, batch)
    {
    }
    Result<Pusher::Step> step()
    {
        if (auto open = connection.ensure(); !open)
            return open.error();
        return pusher.step();
    }

    SystemClock clock;
    TestLink link;
    StoreConnection connection;
    Pusher pusher;
};

class PusherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void everythingArrivesOnceInBatches();
    void dataKeysArriveBeforeTheEventsThatNeedThem();
    void anyCallMayFailOrLoseItsAnswer_data();
    void anyCallMayFailOrLoseItsAnswer();
    void lostAnswerIsAskedForInsteadOfSentAgain();
    void storeThatLostEventsIsFedAgain();
    void storeThatLostWhatThisPcForgotIsToldPlainly();
    void holeInWhatThisPcKeepsIsToldPlainlyToo();
    void optOutEndsItsBatchAndGoesBeforeOtherDevices();
    void copyOfThisPcIsNoticedAndNothingIsOverwritten();
    void copyIsNoticedAfterALostAnswerToo();
    void alteredEventIsRefusedAndKept();
    void unreachableStoreIsAPassingFailure();
    void backoffDoublesWithJitterUpToItsLimit();

private:
    std::unique_ptr<TestDesk> fill(MemoryOutbox &outbox, int events) const
    {
        auto desk = std::make_unique<TestDesk>();
        outbox.save(desk->enrol(), desk->dataKey().wrapped);
        for (int i = 1; i < events; ++i)
            outbox.save(desk->addGrant(), desk->dataKey().wrapped);
        return desk;
    }
    TestLink::Open faulty(FaultPlan &plan)
    {
        return [this, &plan]() -> Result<std::unique_ptr<central::CentralStore>> {
            return std::unique_ptr<central::CentralStore>(std::make_unique<FaultyStore>(m_fixture.openAlone(), plan));
        };
    }
    /// Steps until idle; failures are what the plan wants. @return how many steps failed.
    static int drain(Pushing &pusher, int most = 200)
    {
        int failures = 0;
        for (int i = 0; i < most; ++i) {
            const auto step = pusher.step();
            if (!step)
                ++failures;
            else if (*step == Pusher::Step::Idle)
                return failures;
        }
        qFatal("never idle");
    }
    std::vector<ledger::StoredEvent> atTheStore() { return must(m_fixture.openAlone()->pull({}, 10'000)).events; }

    EmbeddedFixture m_fixture;
};

void PusherTest::init()
{
    m_fixture.reset();
}

void PusherTest::everythingArrivesOnceInBatches()
{
    MemoryOutbox outbox;
    FaultPlan plan;
    const auto one = fill(outbox, 7);
    const auto two = fill(outbox, 3);
    Pushing pusher(faulty(plan), outbox, 2);
    QCOMPARE(drain(pusher), 0);
    QCOMPARE(outbox.waiting(), 0);
    QCOMPARE(atTheStore().size(), std::size_t(10));
    QCOMPARE(must(m_fixture.openAlone()->heads()),
             (ledger::Heads{{one->device(), one->head()}, {two->device(), two->head()}}));
    QCOMPARE(plan.appends.load(), 4 + 2);
    QVERIFY(must(pusher.step()) == Pusher::Step::Idle);
}

void PusherTest::dataKeysArriveBeforeTheEventsThatNeedThem()
{
    MemoryOutbox outbox;
    FaultPlan plan;
    const auto desk = fill(outbox, 2);
    plan.failFrom = 3; // the head, keys, then the events
    Pushing pusher(faulty(plan), outbox, 10);
    QVERIFY(!pusher.step().ok());
    QVERIFY(atTheStore().empty());
    QCOMPARE(must(m_fixture.openAlone()->dataKeys({desk->subject()})), std::vector{desk->dataKey().wrapped});
}

void PusherTest::anyCallMayFailOrLoseItsAnswer_data()
{
    QTest::addColumn<FaultPlan::Mode>("mode");
    QTest::addColumn<int>("failures");
    QTest::newRow("call fails") << FaultPlan::Mode::Before << 1;
    QTest::newRow("answer is lost") << FaultPlan::Mode::After << 1;
    QTest::newRow("three calls fail") << FaultPlan::Mode::Before << 3;
    QTest::newRow("three answers are lost") << FaultPlan::Mode::After << 3;
}

void PusherTest::anyCallMayFailOrLoseItsAnswer()
{
    QFETCH(const FaultPlan::Mode, mode);
    QFETCH(const int, failures);
    for (int failFrom = 1;; ++failFrom) {
        m_fixture.reset();
        MemoryOutbox outbox;
        FaultPlan plan;
        plan.mode = mode;
        plan.failures = failures;
        plan.failFrom = failFrom;
        const auto one = fill(outbox, 5);
        const auto two = fill(outbox, 2);
        outbox.save(one->addOptOut(), one->dataKey().wrapped);
        outbox.save(one->addGrant(), one->dataKey().wrapped);
        Pushing pusher(faulty(plan), outbox, 3);
        const int failed = drain(pusher);
        QCOMPARE(outbox.waiting(), 0);
        const auto store = m_fixture.openAlone();
        QCOMPARE(must(store->heads()), (ledger::Heads{{one->device(), one->head()}, {two->device(), two->head()}}));
        QCOMPARE(atTheStore().size(), std::size_t(9));
        QCOMPARE(must(store->dataKeys({one->subject(), two->subject()})).size(), std::size_t(2));
        ListSource source(atTheStore());
        QVERIFY(must(ledger::ChainVerifier().run(source)).intact());
        if (failed == 0) {
            QVERIFY(failFrom > 6); // every call of an undisturbed run had its turn
            return;
        }
    }
}

void PusherTest::lostAnswerIsAskedForInsteadOfSentAgain()
{
    MemoryOutbox outbox;
    FaultPlan plan;
    fill(outbox, 4);
    plan.mode = FaultPlan::Mode::After;
    plan.failFrom = 3; // the answer to append
    Pushing pusher(faulty(plan), outbox, 10);
    QVERIFY(!pusher.step().ok());
    QCOMPARE(outbox.waiting(), 4);
    QVERIFY(must(pusher.step()) == Pusher::Step::Idle);
    QCOMPARE(outbox.waiting(), 0);
    QCOMPARE(plan.appends.load(), 1);
}

void PusherTest::storeThatLostEventsIsFedAgain()
{
    MemoryOutbox outbox;
    FaultPlan plan;
    const auto desk = fill(outbox, 9);
    Pushing pusher(faulty(plan), outbox, 4);
    drain(pusher);
    // Restored from a backup with two events.
    pusher.connection.drop();
    m_fixture.reset();
    QVERIFY(m_fixture.openAlone()->append(desk->device(), {desk->events()[0], desk->events()[1]}).ok());
    outbox.save(desk->addGrant(), desk->dataKey().wrapped);
    QCOMPARE(drain(pusher), 0);
    QCOMPARE(must(m_fixture.openAlone()->head(desk->device())), desk->head());
    QCOMPARE(atTheStore().size(), std::size_t(10));
    QCOMPARE(outbox.waiting(), 0);
    QVERIFY(pusher.pusher.alarm().has_value());
    QVERIFY(!pusher.pusher.alarm().has_value()); // once
    QCOMPARE(outbox.lostSeq(desk->device()), std::optional<qint64>(2));
    // And one that is empty.
    pusher.connection.drop();
    m_fixture.reset();
    outbox.save(desk->addOptOut(), desk->dataKey().wrapped);
    QCOMPARE(drain(pusher), 0);
    QCOMPARE(must(m_fixture.openAlone()->head(desk->device())), desk->head());
}

void PusherTest::storeThatLostWhatThisPcForgotIsToldPlainly()
{
    MemoryOutbox outbox;
    FaultPlan plan;
    const auto desk = fill(outbox, 5);
    Pushing pusher(faulty(plan), outbox, 10);
    drain(pusher);
    pusher.connection.drop();
    m_fixture.reset();
    outbox.forgetUpTo(desk->device(), 3);
    outbox.save(desk->addGrant(), desk->dataKey().wrapped);
    const auto step = pusher.step();
    QVERIFY(!step.ok());
    QVERIFY(Pusher::isLasting(step.error().kind));
    QVERIFY(!step.error().message.isEmpty());
    QCOMPARE(outbox.waiting(), 1);
    QVERIFY(atTheStore().empty());
}

void PusherTest::holeInWhatThisPcKeepsIsToldPlainlyToo()
{
    MemoryOutbox outbox;
    FaultPlan plan;
    const auto desk = fill(outbox, 6);
    Pushing pusher(faulty(plan), outbox, 10);
    drain(pusher);
    pusher.connection.drop();
    m_fixture.reset();
    outbox.drop(desk->device(), 4);
    outbox.save(desk->addGrant(), desk->dataKey().wrapped);
    const auto step = pusher.step();
    QVERIFY(!step.ok());
    QCOMPARE(step.error().kind, ErrorKind::Internal);
    QVERIFY(step.error().detail.contains(u"seq 4"_s));
    QCOMPARE(atTheStore().size(), std::size_t(3)); // as far as it goes
    QCOMPARE(outbox.waiting(), 1);
}

void PusherTest::optOutEndsItsBatchAndGoesBeforeOtherDevices()
{
    MemoryOutbox outbox;
    FaultPlan plan;
    std::vector<std::unique_ptr<TestDesk>> desks;
    for (int i = 0; i < 4; ++i)
        desks.push_back(fill(outbox, 3));
    TestDesk &urgent = *desks[2];
    outbox.save(urgent.addOptOut(), urgent.dataKey().wrapped);
    outbox.save(urgent.addGrant(), urgent.dataKey().wrapped);
    Pushing pusher(faulty(plan), outbox, 100);
    QVERIFY(pusher.step().ok());
    QCOMPARE(must(m_fixture.openAlone()->heads()), (ledger::Heads{{urgent.device(), {4, urgent.events()[3].hash}}}));
    QVERIFY(!outbox.state()->urgent);
    drain(pusher);
    QCOMPARE(atTheStore().size(), std::size_t(4 * 3 + 2));
}

void PusherTest::copyOfThisPcIsNoticedAndNothingIsOverwritten()
{
    MemoryOutbox outbox;
    FaultPlan plan;
    const auto desk = fill(outbox, 3);
    auto copy = ledger::DeviceChain(desk->device(), desk->key(), desk->clock(), {2, desk->events()[1].hash});
    const auto other = must(copy.append({u"x.y"_s, desk->actor(), u"center"_s, std::nullopt, {}, {}}));
    QVERIFY(m_fixture.openAlone()->append(desk->device(), {desk->events()[0], desk->events()[1], other}).ok());
    Pushing pusher(faulty(plan), outbox, 10);
    const auto step = pusher.step();
    QCOMPARE(step.error().kind, ErrorKind::Conflict);
    QVERIFY(Pusher::isLasting(step.error().kind));
    QVERIFY(pusher.connection.isOpen());
    QCOMPARE(outbox.waiting(), 3);
    QCOMPARE(must(m_fixture.openAlone()->head(desk->device())).hash, other.hash);
}

void PusherTest::copyIsNoticedAfterALostAnswerToo()
{
    for (const int theirs : {3, 9}) {
        m_fixture.reset();
        MemoryOutbox outbox;
        FaultPlan plan;
        const auto desk = fill(outbox, 4);
        plan.failFrom = 3;
        Pushing pusher(faulty(plan), outbox, 10);
        QVERIFY(!pusher.step().ok());
        // Meanwhile the copy wrote, less than this PC has or more.
        auto copy = ledger::DeviceChain(desk->device(), desk->key(), desk->clock(), {1, desk->events()[0].hash});
        std::vector<ledger::SignedEvent> batch{desk->events()[0]};
        while (static_cast<int>(batch.size()) < theirs)
            batch.push_back(must(copy.append({u"x.y"_s, desk->actor(), u"center"_s, std::nullopt, {}, {}})));
        QVERIFY(m_fixture.openAlone()->append(desk->device(), batch).ok());
        QCOMPARE(pusher.step().error().kind, ErrorKind::Conflict);
        QCOMPARE(outbox.waiting(), 4);
    }
}

void PusherTest::alteredEventIsRefusedAndKept()
{
    MemoryOutbox outbox;
    FaultPlan plan;
    TestDesk desk;
    auto event = desk.enrol();
    event.hash[0] = char(event.hash[0] ^ 1);
    outbox.save(event, desk.dataKey().wrapped);
    Pushing pusher(faulty(plan), outbox, 10);
    QCOMPARE(pusher.step().error().kind, ErrorKind::Damaged);
    QCOMPARE(outbox.waiting(), 1);
    QVERIFY(atTheStore().empty());
}

void PusherTest::unreachableStoreIsAPassingFailure()
{
    MemoryOutbox outbox;
    fill(outbox, 2);
    bool reachable = false;
    Pushing pusher(
        [this, &reachable]() -> Result<std::unique_ptr<central::CentralStore>> {
            if (!reachable)
                return Error{ErrorKind::Unavailable, u"no connection"_s, {}};
            return m_fixture.openAlone();
        },
        outbox, 10);
    const auto step = pusher.step();
    QVERIFY(!Pusher::isLasting(step.error().kind));
    QVERIFY(!pusher.connection.isOpen());
    reachable = true;
    QCOMPARE(drain(pusher), 0);
    QCOMPARE(outbox.waiting(), 0);
}

void PusherTest::backoffDoublesWithJitterUpToItsLimit()
{
    double random = 0;
    Backoff backoff(Milliseconds(1000), Milliseconds(6000), [&random] { return random; });
    QVERIFY(!backoff.waiting());
    QCOMPARE(backoff.next().count(), 500);
    QVERIFY(backoff.waiting());
    random = 0.999999;
    QCOMPARE(backoff.next().count(), 1999);
    QCOMPARE(backoff.next().count(), 3999);
    QCOMPARE(backoff.next().count(), 5999);
    random = 0.5;
    QCOMPARE(backoff.next().count(), 4500);
    backoff.reset();
    QVERIFY(!backoff.waiting());
    QCOMPARE(backoff.next().count(), 750);
}

QTEST_GUILESS_MAIN(PusherTest)
#include "pushertest.moc"
