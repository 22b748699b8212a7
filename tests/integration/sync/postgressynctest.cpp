#include "support/sync/knowndeskstore.h"
#include "support/sync/postgressimstore.h"
#include "support/sync/simulation.h"

#include "desk/session/personalopener.h"
#include "sync/syncengine.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <cstdio>
#include <memory>

using namespace consent;
using namespace consent::test;
using namespace std::chrono_literals;

/// CONSENT_SIMULATION_SEED runs one schedule, CONSENT_SIMULATION_SCHEDULES that many; for more than some dozens set
/// QTEST_FUNCTION_TIMEOUT (ms) too.
class PostgresSyncTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();

    void whateverHappensAllDesksConverge();
    void aServerRestoredFromABackupIsFedAgain();
    void whatOneDeskSavesTheOtherShows();
    void aServerThatIsKilledCostsNothingAcknowledged();
    void aDeskThatIsKilledAtAnyStepLosesAndDoublesNothing();

private:
    static QString schedule(quint32 seed, Simulation::Shape shape, ProvisionedStore &provisioned)
    {
        PostgresSimStore store(provisioned);
        Simulation simulation(seed, shape, store);
        return simulation.run();
    }
    static std::unique_ptr<SimDesk> desk(const QString &folder, SimStore &store, const std::atomic<qint64> &clock);

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<ProvisionedStore> m_provisioned;
    static std::shared_ptr<const crypto::SecretBuffer> s_organisation;
};

std::shared_ptr<const crypto::SecretBuffer> PostgresSyncTest::s_organisation;

void PostgresSyncTest::initTestCase()
{
    m_server = std::make_unique<PostgresServer>();
    m_provisioned = std::make_unique<ProvisionedStore>(*m_server);
    s_organisation = std::make_shared<const crypto::SecretBuffer>(*crypto::SecretBuffer::random(32));
}

void PostgresSyncTest::cleanupTestCase()
{
    m_provisioned.reset();
    m_server.reset();
    s_organisation.reset();
}

/// A test that failed between a kill and the start after it takes no other along.
void PostgresSyncTest::init()
{
    if (!m_server->running())
        m_server->start();
}

std::unique_ptr<SimDesk> PostgresSyncTest::desk(const QString &folder, SimStore &store,
                                                const std::atomic<qint64> &clock)
{
    const auto keys = []() -> Result<ledger::OrganisationKeys> {
        auto key = ledger::OrganisationKey::fromSecret(1, *s_organisation->clone());
        if (!key)
            return key.error();
        ledger::OrganisationKeys all;
        all.add(*std::move(key));
        return all;
    };
    return std::make_unique<SimDesk>(SimDesk::Place{folder, QStringLiteral("center"), keys, clock}, store);
}

void PostgresSyncTest::whateverHappensAllDesksConverge()
{
    const bool one = qEnvironmentVariableIsSet("CONSENT_SIMULATION_SEED");
    const quint32 first =
        one ? qEnvironmentVariable("CONSENT_SIMULATION_SEED").toUInt() : QRandomGenerator::global()->generate();
    const int schedules =
        one ? 1 : std::max(1, qEnvironmentVariable("CONSENT_SIMULATION_SCHEDULES", QStringLiteral("8")).toInt());
    qInfo("seeds from %u on, %d schedules", first, schedules);
    for (int i = 0; i < schedules; ++i) {
        const quint32 seed = first + static_cast<quint32>(i);
        const QString fault = schedule(seed, Simulation::shapeOf(seed), *m_provisioned);
        QVERIFY2(fault.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(fault)));
        if ((i + 1) % 10 == 0) {
            std::printf("# %d schedules converged\n", i + 1);
            std::fflush(stdout);
        }
    }
}

void PostgresSyncTest::aServerRestoredFromABackupIsFedAgain()
{
    const std::atomic<qint64> clock{toMs(SystemClock().now())};
    const auto folder = Simulation::fastFolder();
    QDir(folder->path()).mkpath(QStringLiteral("one"));
    QDir(folder->path()).mkpath(QStringLiteral("two"));
    PostgresSimStore store(*m_provisioned);
    const auto one = desk(folder->filePath(QStringLiteral("one")), store, clock);
    const auto two = desk(folder->filePath(QStringLiteral("two")), store, clock);
    const auto exchange = [](SimDesk &desk) {
        desk.look(true);
        for (int i = 0; i < 1000; ++i) {
            const auto step = desk.step();
            if (!step)
                qFatal("%s", qPrintable(step.error().detail));
            if (*step == sync::SyncRound::Step::Idle)
                return;
        }
    };
    one->work(0, 1);
    exchange(*one);
    one->disconnect();
    m_server->backUp(QStringLiteral("before"));
    for (quint32 i = 0; i < 10; ++i) {
        one->work(50 + i * 100, i);
        two->work(i * 100, i);
    }
    exchange(*one);
    exchange(*two);
    one->disconnect();
    two->disconnect();
    m_server->restore(QStringLiteral("before"));
    exchange(*one);
    exchange(*two);
    const auto waiting = [](SimDesk &desk) {
        return desk.core().read([](desk::OpenDesk &open) { return *open.cache->outbox().count(); }).result();
    };
    QCOMPARE(waiting(*one), 0);
    QCOMPARE(waiting(*two), 0);
    QCOMPARE(m_provisioned->sql("select count(*) from store.event").toInt(), 11 + 11 + 1);
}

void PostgresSyncTest::whatOneDeskSavesTheOtherShows()
{
    const std::atomic<qint64> clock{toMs(SystemClock().now())};
    const SystemClock time;
    const auto folder = Simulation::fastFolder();
    QDir(folder->path()).mkpath(QStringLiteral("one"));
    QDir(folder->path()).mkpath(QStringLiteral("two"));
    PostgresSimStore store(*m_provisioned);
    const auto one = desk(folder->filePath(QStringLiteral("one")), store, clock);
    const auto two = desk(folder->filePath(QStringLiteral("two")), store, clock);
    sync::SyncEngine sender(one->parts(), time);
    sync::SyncEngine receiver(two->parts(), time);
    one->core().onRecorded([&sender](bool urgent) { sender.wake(urgent); });
    sender.start();
    receiver.start();
    const auto people = [&two] {
        return two->core().read([](desk::OpenDesk &open) { return *open.cache->subjects().count(); }).result();
    };
    for (int i = 1; i <= 5; ++i) {
        one->work(0, static_cast<quint32>(i));
        QTRY_COMPARE_WITH_TIMEOUT(people(), i, 30'000);
    }
    sender.stop();
    receiver.stop();
    one->core().onRecorded({});
}

void PostgresSyncTest::aServerThatIsKilledCostsNothingAcknowledged()
{
    const std::atomic<qint64> clock{toMs(SystemClock().now())};
    const auto folder = Simulation::fastFolder();
    QDir(folder->path()).mkpath(QStringLiteral("one"));
    PostgresSimStore store(*m_provisioned);
    const auto one = desk(folder->filePath(QStringLiteral("one")), store, clock);
    for (int round = 0; round < 6; ++round) {
        for (quint32 i = 0; i < 6; ++i)
            one->work(i * 1300 + static_cast<quint32>(round), i);
        one->look(true);
        for (int i = 0; i <= round * 2; ++i)
            QVERIFY(one->step().ok());
        m_server->kill();
        one->look(true); // many a step needs the cache alone; the next one after this asks the store
        QVERIFY(!one->step().ok());
        m_server->start();
        QTRY_VERIFY(one->step().ok());
    }
    one->look(true);
    for (;;) {
        const auto step = one->step();
        QVERIFY2(step.ok(), step ? "" : qPrintable(step.error().detail));
        if (*step == sync::SyncRound::Step::Idle)
            break;
    }
    const auto own = one->core().read([](desk::OpenDesk &open) { return open.cache->device().load(); }).result();
    QCOMPARE(m_provisioned->sql("select count(*) from store.event").toLongLong(), own->head.seq);
    QCOMPARE(m_provisioned->sql("select max(seq) from store.event").toLongLong(), own->head.seq);
}

void PostgresSyncTest::aDeskThatIsKilledAtAnyStepLosesAndDoublesNothing()
{
    const std::atomic<qint64> clock{toMs(SystemClock().now())};
    const QTemporaryDir folder;
    PostgresSimStore store(*m_provisioned);
    auto one = desk(folder.path(), store, clock);
    const auto &login = store.loginOf(one->user());
    const auto hexOf = [](const crypto::SecretBuffer &secret) {
        const auto bytes = secret.span();
        return QString::fromLatin1(
            QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())).toHex());
    };
    const QStringList arguments{folder.path(),         m_provisioned->address().toUri(), login.role,
                                login.password,        one->user().toString(),           hexOf(one->enrolled().secret),
                                hexOf(*s_organisation)};
    const SimStore::Enrolled enrolled{one->user(), *one->enrolled().secret.clone()};
    one.reset();
    qint64 acknowledged = 0;
    for (int lines = 1; lines <= 30; ++lines) {
        QProcess process;
        process.start(QStringLiteral(SYNC_DESK_PROGRAM), arguments);
        QVERIFY(process.waitForStarted());
        for (int seen = 0; seen < lines;) {
            QVERIFY2(process.canReadLine() || process.waitForReadyRead(60'000), process.readAllStandardError());
            while (process.canReadLine() && seen < lines) {
                acknowledged = std::max(acknowledged, process.readLine().trimmed().toLongLong());
                ++seen;
            }
        }
        process.kill(); // SIGKILL
        QVERIFY(process.waitForFinished());
        QVERIFY(m_provisioned->sql("select coalesce(max(seq), 0) from store.event").toLongLong() >= acknowledged);
    }
    QVERIFY(acknowledged > 5);
    KnownDeskStore known(store, enrolled);
    one = desk(folder.path(), known, clock);
    one->look(true);
    for (;;) {
        const auto step = one->step();
        QVERIFY2(step.ok(), step ? "" : qPrintable(step.error().detail));
        if (*step == sync::SyncRound::Step::Idle)
            break;
    }
    const auto own = one->core().read([](desk::OpenDesk &open) { return open.cache->device().load(); }).result();
    QCOMPARE(m_provisioned->sql("select count(*) from store.event").toLongLong(), own->head.seq);
    QCOMPARE(m_provisioned->sql("select max(seq) from store.event").toLongLong(), own->head.seq);
    const auto same = one->core().read(
        [](desk::OpenDesk &open) { return open.cache->projector().compare(desk::personalOpener(open)); });
    QVERIFY(!same.result()->has_value());
}

QTEST_GUILESS_MAIN(PostgresSyncTest)
#include "postgressynctest.moc"
