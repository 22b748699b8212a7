#include "integration/central/agentwithpsql.h"

#include "central/provisioning/centralinspection.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace consent;
using namespace consent::central;
using namespace samples;

namespace {

crypto::SecretBuffer secret(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    return *crypto::SecretBuffer::copyOf(
        {reinterpret_cast<const std::uint8_t *>(bytes.data()), static_cast<std::size_t>(bytes.size())});
}

} // namespace

/// Checkpoints, the state of the store, and what becomes of it after a backup was put back.
class BackupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();

    void statusCountsWhatIsThere();
    void aWholeStoreContinuesItsCheckpoints();
    void withoutAStoreThereIsNothingToLookAt();
    void anAlteredEventIsFound();
    void aCutOffTailIsFoundByTheCheckpointAlone();
    void aWrongNoteOfAHeadIsFound();
    void aForeignCheckpointIsFound();
    void aCheckpointWithAnotherListIsFound();
    void checkpointFilesAreReadStrictly();
    void anOldBackupAnswersGapAndIsFedAgain();

private:
    std::unique_ptr<CentralInspection> inspection() const;
    CheckpointFile checkpoint() const;
    BackupReport check(const std::vector<CheckpointFile> &outside = {}) const;
    QByteArray push(std::size_t from) const;
    /// Does what only a superuser can: past the trigger that keeps events final.
    void tamper(const QByteArray &sql) const;

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<ProvisionedStore> m_store;
    std::unique_ptr<TestDesk> m_desk;
    std::unique_ptr<AgentWithPsql> m_agent;
};

void BackupTest::initTestCase()
{
    m_server = std::make_unique<PostgresServer>();
    m_store = std::make_unique<ProvisionedStore>(*m_server);
}

void BackupTest::cleanupTestCase()
{
    m_store.reset();
    m_server.reset();
}

void BackupTest::init()
{
    m_store->reset();
    m_desk = std::make_unique<TestDesk>();
    m_desk->enrol();
    for (int i = 0; i < 5; ++i)
        m_desk->addGrant();
    m_agent = std::make_unique<AgentWithPsql>(*m_store, *m_desk, u"agent"_s, u"center"_s);
    m_agent->pushes(QByteArray(16, 'c'));
}

void BackupTest::cleanup()
{
    m_agent.reset();
    m_desk.reset();
}

std::unique_ptr<CentralInspection> BackupTest::inspection() const
{
    return must(
        CentralInspection::connect(m_store->address().withUser(u"postgres"_s), secret(m_server->superuserPassword())));
}

CheckpointFile BackupTest::checkpoint() const
{
    const auto heads = must(inspection()->heads());
    return {must(ledger::signCheckpoint(heads, m_desk->clock().now(), m_desk->actor(), m_desk->key())), heads};
}

BackupReport BackupTest::check(const std::vector<CheckpointFile> &outside) const
{
    return must(inspection()->checkBackup(outside, {}));
}

QByteArray BackupTest::push(std::size_t from) const
{
    const auto &all = m_desk->events();
    return m_agent->does(
        AgentWithPsql::appendCall(m_desk->device(), {all.begin() + static_cast<std::ptrdiff_t>(from), all.end()}));
}

void BackupTest::tamper(const QByteArray &sql) const
{
    m_store->sql("set session_replication_role = replica;\n" + sql);
}

void BackupTest::statusCountsWhatIsThere()
{
    auto status = must(inspection()->status());
    QCOMPARE(status.schema, status.shippedSchema);
    QCOMPARE(status.events, 6);
    QCOMPARE(status.eventsSinceCheckpoint, 6);
    QCOMPARE(status.subjects, 1);
    QCOMPARE(status.users, 1);
    QCOMPARE(status.activeDevices, 1);
    QCOMPARE(status.revokedDevices, 0);
    QVERIFY(!status.lastCheckpoint);
    QVERIFY(status.lastContact);
    QCOMPARE(status.oldestEvent, m_desk->events()[0].event.at);
    QVERIFY(status.databaseBytes > 1'000'000);
    QVERIFY(status.monthsAhead >= 12);
    QCOMPARE(status.strayAccessLog, 0);
    QVERIFY(!status.standby);
    QVERIFY(inspection()->keep(checkpoint()).ok());
    m_desk->addGrant();
    QCOMPARE(push(6), QByteArray("accepted"));
    status = must(inspection()->status());
    QVERIFY(status.lastCheckpoint);
    QCOMPARE(status.eventsSinceCheckpoint, 1);
}

void BackupTest::aWholeStoreContinuesItsCheckpoints()
{
    QCOMPARE(check().checkpoints, 0);
    const CheckpointFile first = checkpoint();
    QVERIFY(inspection()->keep(first).ok());
    m_desk->addGrant();
    QCOMPARE(push(6), QByteArray("accepted"));
    QVERIFY(inspection()->keep(checkpoint()).ok());
    const BackupReport report = check({first});
    QVERIFY2(report.complete(), qPrintable(report.findings.join(u'\n')));
    QCOMPARE(report.checkpoints, 3);
    QCOMPARE(report.chains.events, 7);
}

void BackupTest::withoutAStoreThereIsNothingToLookAt()
{
    const auto elsewhere = m_store->address().withUser(u"postgres"_s).withDatabase(u"postgres"_s);
    QCOMPARE(CentralInspection::connect(elsewhere, secret(m_server->superuserPassword())).error().kind,
             ErrorKind::NotFound);
}

void BackupTest::anAlteredEventIsFound()
{
    const CheckpointFile whole = checkpoint();
    tamper("update store.event set body = (select body from store.event where seq = 4) where seq = 3");
    const BackupReport report = check({whole});
    QVERIFY(!report.complete());
    QCOMPARE(report.chains.broken.front().seq, 3);
}

void BackupTest::aCutOffTailIsFoundByTheCheckpointAlone()
{
    const CheckpointFile whole = checkpoint();
    tamper("delete from store.event where seq > 4; update store.device_head set seq = 4, "
           "hash = (select hash from store.event where seq = 4)");
    QVERIFY(check().complete()); // in itself the chain is whole
    const BackupReport report = check({whole});
    QVERIFY(!report.complete());
    QCOMPARE(report.chains.broken.front().fault, ledger::ChainFault::CutOff);
}

void BackupTest::aWrongNoteOfAHeadIsFound()
{
    tamper("update store.device_head set seq = 5");
    QCOMPARE(check().findings.size(), 1);
}

void BackupTest::aForeignCheckpointIsFound()
{
    TestDesk stranger;
    CheckpointFile forged = checkpoint();
    forged.jws = must(ledger::signCheckpoint(forged.heads, m_desk->clock().now(), stranger.actor(), stranger.key()));
    QCOMPARE(check({forged}).findings.size(), 1);
}

void BackupTest::aCheckpointWithAnotherListIsFound()
{
    CheckpointFile altered = checkpoint();
    altered.heads.begin()->second = {3, m_desk->events()[2].hash}; // true, but not what was signed
    QCOMPARE(check({altered}).findings.size(), 1);
}

void BackupTest::checkpointFilesAreReadStrictly()
{
    const CheckpointFile whole = checkpoint();
    const QByteArray text = whole.toText();
    QCOMPARE(must(CheckpointFile::fromText(text)), whole);
    for (qsizetype cut = 0; cut < text.size(); ++cut) {
        // A text that ends with the first line is a checkpoint over nothing.
        if (cut != whole.jws.size() + 1)
            QVERIFY2(!CheckpointFile::fromText(text.first(cut)), QByteArray::number(cut).constData());
    }
    for (const QByteArray &wrong : {text + '\n', text + "x", '\n' + text, text + text.mid(text.indexOf('\n') + 1),
                                    QByteArray(text).replace(' ', "  "), QByteArray(text).toUpper()})
        QVERIFY(!CheckpointFile::fromText(wrong));
}

void BackupTest::anOldBackupAnswersGapAndIsFedAgain()
{
    m_server->backUp(u"old"_s);
    for (int i = 0; i < 4; ++i)
        m_desk->addGrant();
    QCOMPARE(push(6), QByteArray("accepted"));
    const CheckpointFile outside = checkpoint();
    m_server->restore(u"old"_s);

    // The copy lacks what the checkpoint speaks of, and says so.
    BackupReport report = check({outside});
    QVERIFY(!report.complete());
    QCOMPARE(report.chains.broken.front().fault, ledger::ChainFault::CutOff);
    // A desk that goes on where it was is told where the store is; what it kept is taken again.
    m_desk->addGrant();
    QCOMPARE(push(10), QByteArray("gap"));
    QCOMPARE(
        m_agent->does("select seq from api_v1.head(:'session', '" + m_desk->device().toString().toUtf8() + "');\n"),
        QByteArray("6"));
    // A desk whose list of opt-outs is ahead of the store is told to begin anew.
    QCOMPARE(m_agent->does("select behind from api_v1.contact_blocks_since(:'session', '{" +
                           m_desk->device().toString().toUtf8() + "}', '{10}', 10);\n"),
             QByteArray("t"));
    QCOMPARE(push(6), QByteArray("accepted"));
    report = check({outside});
    QVERIFY2(report.complete(), qPrintable(report.findings.join(u'\n')));
    QCOMPARE(report.chains.events, 11);
    QCOMPARE(m_agent->does("select behind from api_v1.contact_blocks_since(:'session', '{" +
                           m_desk->device().toString().toUtf8() + "}', '{10}', 10);\n"),
             QByteArray("f"));
}

QTEST_GUILESS_MAIN(BackupTest)
#include "backuptest.moc"
