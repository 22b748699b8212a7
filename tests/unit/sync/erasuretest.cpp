#include "support/sync/embeddedsimstore.h"
#include "support/sync/simulation.h"

#include "cache/sync/workingset.h"
#include "ledger/eventtypes.h"
#include "vault/database/sqlconnection.h"

#include <QDir>
#include <QTest>

using namespace consent;
using namespace consent::test;
using namespace Qt::StringLiterals;

/// Somebody is erased, and then the store loses what it had confirmed.
class ErasureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aStorePutBackToBeforeAnErasureIsFedAgain();
    void whatIsKeptForTheStoreLeavesThirtyDaysAfterItWasConfirmed();
    void theStoreDestroysTheKeysAtTheNextContact();

private:
    static constexpr qint64 dayMs = 86'400'000;
    /// Numbers for SimDesk::work().
    static constexpr quint32 registers = 0;
    static constexpr quint32 captures = 40;
    static constexpr quint32 optsOut = 70;
    static constexpr quint32 erases = 97;

    std::unique_ptr<SimDesk> desk(const QString &name);
    static void exchange(SimDesk &desk);
    /// Registered at the one desk, with consents, erased at the other; nobody else.
    void eraseSomebody();
    void restore();
    static qint64 waiting(SimDesk &desk)
    {
        return desk.core().read([](desk::OpenDesk &open) { return *open.cache->outbox().count(); }).result();
    }
    /// The types of all that a desk has of its own, in the order of its chain.
    static QStringList ownEvents(SimDesk &desk)
    {
        const auto events = desk.core().read(
            [id = desk.device()](desk::OpenDesk &open) { return open.cache->events().ofDevice(id, 1, 1000); });
        QStringList types;
        const auto stored = events.result();
        for (const cache::StoredEvent &event : *stored)
            types.append(event.event.event.type);
        return types;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EmbeddedSimStore> m_store;
    std::atomic<qint64> m_trueMs{1'790'000'000'000};
    std::unique_ptr<crypto::SecretBuffer> m_organisation;
    std::unique_ptr<SimDesk> m_one;
    std::unique_ptr<SimDesk> m_two;
};

void ErasureTest::init()
{
    m_folder = Simulation::fastFolder();
    m_store = std::make_unique<EmbeddedSimStore>(m_folder->path());
    m_organisation = std::make_unique<crypto::SecretBuffer>(*crypto::SecretBuffer::random(32));
    m_one = desk(u"one"_s);
    m_two = desk(u"two"_s);
    m_store->backUp();
    eraseSomebody();
}

void ErasureTest::cleanup()
{
    m_one.reset();
    m_two.reset();
    m_store.reset();
    m_folder.reset();
}

std::unique_ptr<SimDesk> ErasureTest::desk(const QString &name)
{
    const QString folder = m_folder->filePath(name);
    QDir().mkpath(folder);
    const auto keys = [this]() -> Result<ledger::OrganisationKeys> {
        auto key = ledger::OrganisationKey::fromSecret(1, *m_organisation->clone());
        if (!key)
            return key.error();
        ledger::OrganisationKeys all;
        all.add(*std::move(key));
        return all;
    };
    return std::make_unique<SimDesk>(SimDesk::Place{folder, u"center"_s, keys, m_trueMs}, *m_store);
}

void ErasureTest::exchange(SimDesk &desk)
{
    desk.look(true);
    for (int i = 0; i < 1000; ++i) {
        const auto step = desk.step();
        if (!step)
            qFatal("%s", qPrintable(step.error().detail));
        if (*step == sync::SyncRound::Step::Idle)
            return;
    }
    qFatal("sync does not come to an end");
}

void ErasureTest::eraseSomebody()
{
    for (const quint32 what : {registers, captures, optsOut}) {
        QVERIFY(m_one->work(what, 0));
        m_trueMs += 1000;
    }
    exchange(*m_one);
    exchange(*m_two);
    QVERIFY(m_two->work(erases, 0));
    exchange(*m_two);
    exchange(*m_one);
}

void ErasureTest::restore()
{
    m_one->disconnect();
    m_two->disconnect();
    m_store->restore();
}

void ErasureTest::aStorePutBackToBeforeAnErasureIsFedAgain()
{
    const QStringList whole{u"device.enrolled"_s, u"subject.registered"_s, u"consent.captured"_s,
                            u"consent.optedOut"_s};
    QCOMPARE(ownEvents(*m_one), whole);
    restore();
    exchange(*m_one);
    exchange(*m_two);
    // And what somebody says afterwards arrives.
    QVERIFY(m_one->work(registers, 1));
    QVERIFY(m_one->work(optsOut, 1));
    exchange(*m_one);
    exchange(*m_two);
    for (const auto desk : {m_one.get(), m_two.get()}) {
        QVERIFY(!desk->resting().has_value());
        QCOMPARE(waiting(*desk), 0);
    }
    QCOMPARE(ownEvents(*m_one).size(), 6);
    const auto people = m_two->core().read([](desk::OpenDesk &open) { return *open.cache->subjects().count(); });
    QCOMPARE(people.result(), 1);
    // The keys that came back with the backup are destroyed anew.
    exchange(*m_two);
    QCOMPARE(*m_store->connect()->number(u"SELECT count(*) FROM tombstone"_s), 1);
    QCOMPARE(*m_store->connect()->number(u"SELECT count(*) FROM data_key"_s), 1);
}

void ErasureTest::whatIsKeptForTheStoreLeavesThirtyDaysAfterItWasConfirmed()
{
    QVERIFY(m_one->work(registers, 1)); // the end of the chain is about somebody else
    exchange(*m_one);
    m_trueMs += 30 * dayMs;
    exchange(*m_one);
    QCOMPARE(ownEvents(*m_one).size(), 5);
    m_trueMs += dayMs;
    exchange(*m_one);
    QCOMPARE(ownEvents(*m_one), (QStringList{u"device.enrolled"_s, u"subject.registered"_s}));
    QVERIFY(m_one->work(optsOut, 0));
    exchange(*m_one);
    QCOMPARE(waiting(*m_one), 0);
    QVERIFY(!m_one->resting().has_value());
}

void ErasureTest::theStoreDestroysTheKeysAtTheNextContact()
{
    const auto queued = m_two->core().write([](desk::OpenDesk &open, desk::EventRecorder &) -> Result<void> {
        const auto erased = open.cache->events().ofType(ledger::eventtypes::subjectErased.toString());
        if (!erased)
            return erased.error();
        return open.cache->workingSet().queueErasure(*erased->front().event.event.subject);
    });
    QVERIFY(queued.result().ok());
    const auto due = [this] {
        return m_two->core()
            .read([](desk::OpenDesk &open) { return open.cache->workingSet().erasuresDue(10)->size(); })
            .result();
    };
    const auto inStore = [this](const QString &sql) { return *m_store->connect()->number(sql); };
    m_two->online = false;
    m_two->disconnect();
    m_two->look(true);
    for (int i = 0; i < 10; ++i)
        static_cast<void>(m_two->step());
    QCOMPARE(due(), size_t(1)); // waits; nothing is forgotten
    QVERIFY(inStore(u"SELECT count(*) FROM data_key"_s) > 0);
    m_two->online = true;
    m_two->restart();
    exchange(*m_two);
    QCOMPARE(due(), size_t(0));
    QCOMPARE(inStore(u"SELECT count(*) FROM tombstone"_s), 1);
    QCOMPARE(inStore(u"SELECT count(*) FROM data_key"_s), 0);
    // Another desk that still has the keys can't bring them back.
    exchange(*m_one);
    QCOMPARE(inStore(u"SELECT count(*) FROM data_key"_s), 0);
}

QTEST_GUILESS_MAIN(ErasureTest)
#include "erasuretest.moc"
