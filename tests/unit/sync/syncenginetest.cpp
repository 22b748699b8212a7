#include "contract/embeddedfixture.h"
#include "unit/sync/faultystore.h"
#include "unit/sync/memoryoutbox.h"

#include "sync/syncengine.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace consent;
using namespace consent::sync;
using namespace samples;
using namespace std::chrono_literals;

class SyncEngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void whatWaitsIsPushedAtStart();
    void whatIsSavedArrivesWithinTwoSeconds();
    void stateTellsTheTruthOfflineAndOnline();
    void urgentEventEndsTheWaitOfABackoff();
    void ordinaryEventDoesNotEndTheWaitOfABackoff();
    void looksByItselfWhenAWakeUpWasLost();
    void forkIsShownAndStaysShown();
    void stopLeavesTheRestWaiting();
    void wakeAfterStopIsHarmless();

private:
    void start(SyncSettings settings = {});
    SyncState last() const { return qvariant_cast<SyncState>(m_states->last().first()); }

    EmbeddedFixture m_fixture;
    SystemClock m_clock;
    std::unique_ptr<MemoryOutbox> m_outbox;
    std::unique_ptr<FaultPlan> m_plan;
    std::unique_ptr<TestDesk> m_desk;
    std::unique_ptr<SyncEngine> m_engine;
    std::unique_ptr<QSignalSpy> m_states;
};

void SyncEngineTest::init()
{
    m_engine.reset();
    m_fixture.reset();
    m_outbox = std::make_unique<MemoryOutbox>();
    m_plan = std::make_unique<FaultPlan>();
    m_desk = std::make_unique<TestDesk>();
    m_outbox->save(m_desk->enrol(), m_desk->dataKey().wrapped);
}

void SyncEngineTest::start(SyncSettings settings)
{
    m_engine = std::make_unique<SyncEngine>(
        [this]() -> Result<std::unique_ptr<central::CentralStore>> {
            return std::unique_ptr<central::CentralStore>(std::make_unique<FaultyStore>(m_fixture.open(), *m_plan));
        },
        *m_outbox, m_clock, settings);
    m_states = std::make_unique<QSignalSpy>(m_engine.get(), &SyncEngine::stateChanged);
    m_engine->start();
}

void SyncEngineTest::whatWaitsIsPushedAtStart()
{
    start();
    QTRY_COMPARE(m_outbox->waiting(), 0);
    QTRY_VERIFY(!m_states->isEmpty() && last().online && last().waiting == 0);
    QCOMPARE(must(m_fixture.open()->head(m_desk->device())), m_desk->head());
}

void SyncEngineTest::whatIsSavedArrivesWithinTwoSeconds()
{
    start();
    QTRY_COMPARE(m_outbox->waiting(), 0);
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer timer;
        timer.start();
        m_outbox->save(m_desk->addGrant(), m_desk->dataKey().wrapped);
        m_engine->wake();
        QTRY_COMPARE_WITH_TIMEOUT(m_outbox->waiting(), 0, 2000);
        QVERIFY(timer.elapsed() < 2000);
    }
}

void SyncEngineTest::stateTellsTheTruthOfflineAndOnline()
{
    m_plan->failFrom = 1;
    m_plan->failures = 1'000'000;
    start({500, 30s, 20ms, 40ms});
    QTRY_VERIFY(!m_states->isEmpty() && !last().lastError.isEmpty());
    QVERIFY(!last().online);
    QCOMPARE(last().waiting, 1);
    QVERIFY(last().waitingSince == m_desk->events().front().event.at);
    QVERIFY(!last().needsAttention);
    QVERIFY(!last().lastContact);
    m_outbox->save(m_desk->addOptOut(), m_desk->dataKey().wrapped);
    m_engine->wake(true);
    QTRY_COMPARE(last().waiting, 2);
    QVERIFY(last().urgentWaiting);
    m_plan->failFrom = 0;
    QTRY_VERIFY(last().online && last().waiting == 0);
    QVERIFY(last().lastError.isEmpty());
    QVERIFY(!last().urgentWaiting);
    QVERIFY(!last().waitingSince);
    QVERIFY(last().lastContact.has_value());
}

void SyncEngineTest::urgentEventEndsTheWaitOfABackoff()
{
    m_plan->failFrom = 1;
    start({500, 1h, 1h, 1h}); // by itself nothing would happen for half an hour
    QTRY_VERIFY(!m_states->isEmpty() && !last().lastError.isEmpty());
    QCOMPARE(m_outbox->waiting(), 1);
    m_outbox->save(m_desk->addOptOut(), m_desk->dataKey().wrapped);
    m_engine->wake(true);
    QTRY_COMPARE(m_outbox->waiting(), 0);
}

void SyncEngineTest::ordinaryEventDoesNotEndTheWaitOfABackoff()
{
    m_plan->failFrom = 1;
    start({500, 1h, 1h, 1h});
    QTRY_VERIFY(!m_states->isEmpty() && !last().lastError.isEmpty());
    const int calls = m_plan->calls;
    m_outbox->save(m_desk->addGrant(), m_desk->dataKey().wrapped);
    m_engine->wake();
    QTRY_COMPARE(last().waiting, 2); // it was noticed, and told
    QCOMPARE(m_plan->calls.load(), calls);
    QCOMPARE(m_outbox->waiting(), 2);
}

void SyncEngineTest::looksByItselfWhenAWakeUpWasLost()
{
    start({500, 50ms, 1s, 1s});
    QTRY_COMPARE(m_outbox->waiting(), 0);
    m_outbox->save(m_desk->addGrant(), m_desk->dataKey().wrapped);
    QTRY_COMPARE(m_outbox->waiting(), 0);
}

void SyncEngineTest::forkIsShownAndStaysShown()
{
    auto copy = ledger::DeviceChain(m_desk->device(), m_desk->key(), m_desk->clock(), m_desk->head());
    const auto other = must(copy.append({u"x.y"_s, m_desk->actor(), u"center"_s, std::nullopt, {}, {}}));
    QVERIFY(m_fixture.open()->append(m_desk->device(), {m_desk->events().front(), other}).ok());
    m_outbox->save(m_desk->addGrant(), m_desk->dataKey().wrapped);
    start({500, 20ms, 20ms, 20ms});
    QTRY_VERIFY(!m_states->isEmpty() && last().needsAttention);
    QVERIFY(last().online);
    QCOMPARE(last().waiting, 2);
    const auto appends = m_plan->appends.load();
    QTRY_VERIFY(m_plan->appends > appends); // tried again, rarely
    QVERIFY(last().needsAttention);
    QCOMPARE(m_outbox->waiting(), 2);
}

void SyncEngineTest::stopLeavesTheRestWaiting()
{
    for (int i = 0; i < 200; ++i)
        m_outbox->save(m_desk->addOptOut(), m_desk->dataKey().wrapped);
    start({1, 1h, 1h, 1h});
    QTRY_VERIFY(m_outbox->waiting() < 201);
    m_engine->stop();
    const qint64 waiting = m_outbox->waiting();
    const auto head = must(m_fixture.open()->head(m_desk->device()));
    QCOMPARE(m_outbox->acknowledgedSeq(m_desk->device()), head.seq);
    QCOMPARE(head.seq, 201 - waiting);
    // The next run takes it up where it was left.
    start();
    QTRY_COMPARE(m_outbox->waiting(), 0);
    QCOMPARE(must(m_fixture.open()->head(m_desk->device())), m_desk->head());
}

void SyncEngineTest::wakeAfterStopIsHarmless()
{
    start();
    m_engine->stop();
    m_engine->wake(true);
    m_engine->stop();
    m_engine = std::make_unique<SyncEngine>(StoreFactory(), *m_outbox, m_clock); // never started
    m_engine->wake();
    m_engine.reset();
}

QTEST_GUILESS_MAIN(SyncEngineTest)
#include "syncenginetest.moc"
