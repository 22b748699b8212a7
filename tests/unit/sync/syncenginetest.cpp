#include "contract/embeddedfixture.h"
#include "unit/sync/faultystore.h"
#include "unit/sync/memoryoutbox.h"
#include "unit/sync/quietdesk.h"
#include "unit/sync/testlink.h"

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
    void othersWorkIsPulledByItself();
    void aStoreOfItsOwnIsNotPulledUnlessSomethingIsMissing();
    void aForkStopsNoPulling();
    void theClockIsComparedWithTheStores();
    void aRevokedPcIsToldAndSendsNothing();
    void aStoreThatDoesNotAnswerIsShownAsThat();
    void lookUpsComeBackOnlineAndOffline();
    void lookUpsThatWaitAreCancelledAtTheEnd();
    void aStoreRestoredFromABackupRaisesAnAlarmUntilSeen();

private:
    void start(SyncSettings settings = {});
    static SyncSettings with(std::size_t batch, Milliseconds look, Milliseconds first, Milliseconds longest)
    {
        SyncSettings settings;
        settings.batch = batch;
        settings.look = look;
        settings.poll = look;
        settings.firstRetry = first;
        settings.longestRetry = longest;
        return settings;
    }
    SyncState last() const { return qvariant_cast<SyncState>(m_states->last().first()); }

    EmbeddedFixture m_fixture;
    SystemClock m_clock;
    std::unique_ptr<MemoryOutbox> m_outbox;
    std::unique_ptr<FaultPlan> m_plan;
    std::unique_ptr<TestDesk> m_desk;
    bool m_shared = false;
    std::unique_ptr<TestLink> m_link;
    std::unique_ptr<QuietInbox> m_inbox;
    std::unique_ptr<QuietUpkeep> m_upkeep;
    std::unique_ptr<SyncEngine> m_engine;
    std::unique_ptr<QSignalSpy> m_states;
};

void SyncEngineTest::init()
{
    m_engine.reset();
    m_fixture.reset();
    m_shared = false;
    m_inbox = std::make_unique<QuietInbox>();
    m_upkeep = std::make_unique<QuietUpkeep>();
    m_outbox = std::make_unique<MemoryOutbox>();
    m_plan = std::make_unique<FaultPlan>();
    m_desk = std::make_unique<TestDesk>();
    m_outbox->save(m_desk->enrol(), m_desk->dataKey().wrapped);
}

void SyncEngineTest::start(SyncSettings settings)
{
    m_link = std::make_unique<TestLink>(
        [this]() -> Result<std::unique_ptr<central::CentralStore>> {
            return std::unique_ptr<central::CentralStore>(std::make_unique<FaultyStore>(m_fixture.openAlone(), *m_plan));
        },
        m_shared);
    m_engine = std::make_unique<SyncEngine>(SyncParts{*m_link, *m_outbox, *m_inbox, *m_upkeep}, m_clock, settings);
    m_states = std::make_unique<QSignalSpy>(m_engine.get(), &SyncEngine::stateChanged);
    m_engine->start();
}

void SyncEngineTest::whatWaitsIsPushedAtStart()
{
    start();
    QTRY_COMPARE(m_outbox->waiting(), 0);
    QTRY_VERIFY(!m_states->isEmpty() && last().online && last().waiting == 0);
    QCOMPARE(must(m_fixture.openAlone()->head(m_desk->device())), m_desk->head());
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
    start(with(500, 30s, 20ms, 40ms));
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
    start(with(500, 1h, 1h, 1h)); // by itself nothing would happen for half an hour
    QTRY_VERIFY(!m_states->isEmpty() && !last().lastError.isEmpty());
    QCOMPARE(m_outbox->waiting(), 1);
    m_outbox->save(m_desk->addOptOut(), m_desk->dataKey().wrapped);
    m_engine->wake(true);
    QTRY_COMPARE(m_outbox->waiting(), 0);
}

void SyncEngineTest::ordinaryEventDoesNotEndTheWaitOfABackoff()
{
    m_plan->failFrom = 1;
    start(with(500, 1h, 1h, 1h));
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
    start(with(500, 50ms, 1s, 1s));
    QTRY_COMPARE(m_outbox->waiting(), 0);
    m_outbox->save(m_desk->addGrant(), m_desk->dataKey().wrapped);
    QTRY_COMPARE(m_outbox->waiting(), 0);
}

void SyncEngineTest::forkIsShownAndStaysShown()
{
    auto copy = ledger::DeviceChain(m_desk->device(), m_desk->key(), m_desk->clock(), m_desk->head());
    const auto other = must(copy.append({u"x.y"_s, m_desk->actor(), u"center"_s, std::nullopt, {}, {}}));
    QVERIFY(m_fixture.openAlone()->append(m_desk->device(), {m_desk->events().front(), other}).ok());
    m_outbox->save(m_desk->addGrant(), m_desk->dataKey().wrapped);
    start(with(500, 20ms, 20ms, 20ms));
    QTRY_VERIFY(!m_states->isEmpty() && last().needsAttention);
    QVERIFY(last().online);
    QCOMPARE(last().waiting, 2);
    const int calls = m_plan->calls;
    QTRY_VERIFY(m_plan->calls > calls); // tried again, rarely
    QVERIFY(last().needsAttention);
    QCOMPARE(m_outbox->waiting(), 2);
}

void SyncEngineTest::stopLeavesTheRestWaiting()
{
    for (int i = 0; i < 200; ++i)
        m_outbox->save(m_desk->addOptOut(), m_desk->dataKey().wrapped);
    start(with(1, 1h, 1h, 1h));
    QTRY_VERIFY(m_outbox->waiting() < 201);
    m_engine->stop();
    const qint64 waiting = m_outbox->waiting();
    const auto head = must(m_fixture.openAlone()->head(m_desk->device()));
    QCOMPARE(m_outbox->acknowledgedSeq(m_desk->device()), head.seq);
    QCOMPARE(head.seq, 201 - waiting);
    // The next run takes it up where it was left.
    start();
    QTRY_COMPARE(m_outbox->waiting(), 0);
    QCOMPARE(must(m_fixture.openAlone()->head(m_desk->device())), m_desk->head());
}

void SyncEngineTest::wakeAfterStopIsHarmless()
{
    start();
    m_engine->stop();
    m_engine->wake(true);
    m_engine->stop();
    m_engine =
        std::make_unique<SyncEngine>(SyncParts{*m_link, *m_outbox, *m_inbox, *m_upkeep}, m_clock); // never started
    m_engine->wake();
    m_engine.reset();
}

void SyncEngineTest::othersWorkIsPulledByItself()
{
    m_shared = true;
    TestDesk other;
    const auto enrolment = other.enrol();
    start(with(500, 20ms, 20ms, 40ms));
    QSignalSpy received(m_engine.get(), &SyncEngine::received);
    QTRY_COMPARE(m_inbox->taken(), 1); // what this desk pushed itself
    QVERIFY(m_fixture.openAlone()->append(other.device(), {enrolment}).ok());
    QTRY_COMPARE(m_inbox->taken(), 2);
    QTRY_VERIFY(received.size() >= 2);
    QVERIFY(m_fixture.openAlone()->append(other.device(), {other.addGrant()}).ok());
    QTRY_COMPARE(m_inbox->taken(), 3);
}

void SyncEngineTest::aStoreOfItsOwnIsNotPulledUnlessSomethingIsMissing()
{
    start(with(500, 20ms, 20ms, 40ms));
    QTRY_COMPARE(m_outbox->waiting(), 0);
    const int calls = m_plan->calls;
    QTRY_VERIFY(m_plan->calls > calls + 3);
    QCOMPARE(m_inbox->taken(), 0);
    m_inbox->wantAll();
    QTRY_COMPARE(m_inbox->taken(), 1);
    QTRY_VERIFY(!m_inbox->wantsAll());
}

void SyncEngineTest::aForkStopsNoPulling()
{
    m_shared = true;
    auto copy = ledger::DeviceChain(m_desk->device(), m_desk->key(), m_desk->clock(), m_desk->head());
    const auto other = must(copy.append({u"x.y"_s, m_desk->actor(), u"center"_s, std::nullopt, {}, {}}));
    QVERIFY(m_fixture.openAlone()->append(m_desk->device(), {m_desk->events().front(), other}).ok());
    m_outbox->save(m_desk->addGrant(), m_desk->dataKey().wrapped);
    start(with(500, 20ms, 20ms, 1h));
    QTRY_COMPARE(m_inbox->taken(), 2);
    QTRY_VERIFY(last().needsAttention && last().online);
    QCOMPARE(m_upkeep->troubles().size(), 1);
}

void SyncEngineTest::theClockIsComparedWithTheStores()
{
    m_link = nullptr;
    start(with(500, 1h, 1h, 1h));
    QTRY_COMPARE(m_outbox->waiting(), 0);
    QVERIFY(std::abs(m_inbox->skewMs()) < 60'000);
    m_engine.reset();
    m_link = std::make_unique<TestLink>(
        [this]() -> Result<std::unique_ptr<central::CentralStore>> { return m_fixture.openAlone(); });
    m_link->skewMs = 5 * 3'600'000;
    m_engine = std::make_unique<SyncEngine>(SyncParts{*m_link, *m_outbox, *m_inbox, *m_upkeep}, m_clock);
    m_engine->start();
    QTRY_VERIFY(std::abs(m_inbox->skewMs() - m_link->skewMs) < 60'000);
}

void SyncEngineTest::aRevokedPcIsToldAndSendsNothing()
{
    m_link = std::make_unique<TestLink>([this]() -> Result<std::unique_ptr<central::CentralStore>> {
        return std::unique_ptr<central::CentralStore>(std::make_unique<FaultyStore>(m_fixture.openAlone(), *m_plan));
    });
    m_link->standing = central::Standing::DeviceRevoked;
    m_engine = std::make_unique<SyncEngine>(SyncParts{*m_link, *m_outbox, *m_inbox, *m_upkeep}, m_clock);
    m_states = std::make_unique<QSignalSpy>(m_engine.get(), &SyncEngine::stateChanged);
    QSignalSpy greeted(m_engine.get(), &SyncEngine::greeted);
    m_engine->start();
    QTRY_VERIFY(!m_states->isEmpty() && last().needsAttention);
    QVERIFY(!last().online);
    QTRY_VERIFY(!greeted.isEmpty());
    QCOMPARE(greeted.first().first().value<central::Welcome>().standing, central::Standing::DeviceRevoked);
    QCOMPARE(m_plan->calls.load(), 0);
    QCOMPARE(m_outbox->waiting(), 1);
}

void SyncEngineTest::aStoreThatDoesNotAnswerIsShownAsThat()
{
    std::atomic<bool> hangs{false};
    std::atomic<bool> hung{false};
    m_link = std::make_unique<TestLink>([&]() -> Result<std::unique_ptr<central::CentralStore>> {
        while (hangs) {
            hung = true;
            QThread::msleep(1);
        }
        return m_fixture.openAlone();
    });
    SyncSettings settings = with(500, 1h, 1h, 1h);
    settings.unanswered = 40ms;
    m_engine = std::make_unique<SyncEngine>(SyncParts{*m_link, *m_outbox, *m_inbox, *m_upkeep}, m_clock, settings);
    m_states = std::make_unique<QSignalSpy>(m_engine.get(), &SyncEngine::stateChanged);
    hangs = true;
    m_engine->start();
    QTRY_VERIFY(hung);
    QTRY_VERIFY(!m_states->isEmpty() && !last().lastError.isEmpty());
    QVERIFY(!last().online);
    hangs = false;
    QTRY_VERIFY(last().online && last().waiting == 0 && last().lastError.isEmpty());
    m_engine.reset();
}

void SyncEngineTest::lookUpsComeBackOnlineAndOffline()
{
    m_plan->failFrom = 1;
    m_plan->failures = 1'000'000;
    start(with(500, 1h, 1h, 1h));
    QTRY_VERIFY(!m_states->isEmpty() && !last().lastError.isEmpty());
    central::LookUp question;
    question.subject = SubjectId::create();
    question.action = u"search"_s;
    auto offline = m_engine->lookUp(question);
    QTRY_VERIFY(offline.isFinished());
    QCOMPARE(offline.result().error().kind, ErrorKind::Unavailable);
    QVERIFY(!offline.result().error().message.isEmpty());
    m_plan->failFrom = 0;
    auto online = m_engine->lookUp(question);
    QTRY_VERIFY(online.isFinished());
    QVERIFY(online.result().ok());
    QVERIFY(online.result()->subjects.empty());
}

void SyncEngineTest::lookUpsThatWaitAreCancelledAtTheEnd()
{
    start();
    m_engine->stop();
    auto asked = m_engine->lookUp({});
    m_engine.reset();
    QVERIFY(asked.isFinished() || asked.isCanceled());
}

void SyncEngineTest::aStoreRestoredFromABackupRaisesAnAlarmUntilSeen()
{
    for (int i = 0; i < 5; ++i)
        m_outbox->save(m_desk->addGrant(), m_desk->dataKey().wrapped);
    start();
    QTRY_COMPARE(m_outbox->waiting(), 0);
    m_engine.reset();
    m_fixture.reset();
    QVERIFY(m_fixture.openAlone()->append(m_desk->device(), {m_desk->events()[0], m_desk->events()[1]}).ok());
    start();
    QTRY_VERIFY(!m_states->isEmpty() && last().needsAttention && last().online);
    QCOMPARE(must(m_fixture.openAlone()->head(m_desk->device())), m_desk->head());
    m_engine->alarmsSeen();
    QTRY_VERIFY(!last().needsAttention && last().lastError.isEmpty());
}

QTEST_GUILESS_MAIN(SyncEngineTest)
#include "syncenginetest.moc"
