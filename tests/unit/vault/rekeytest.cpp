#include "vault/care/rekey.h"
#include "support/vault/vaultfixture.h"
#include "support/vault/workload.h"
#include "vault/vfs/vault_c.h"

#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>

#include <sys/wait.h>
#include <unistd.h>

using namespace consent;
using namespace consent::test;
using consent::vault::Rekey;

class RekeyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theDataMovesAndTheOldFileIsDestroyed();
    void aCrashAtEveryStepIsFinishedByTheNextRun();
    void aStopAtEveryStepIsFinishedByTheNextRun();
    void whatWasWrittenAfterAnInterruptionIsKept();
    void aWrongCurrentKeyChangesNothing();
    void theSameEpochIsRefused();

private:
    std::string path() const { return m_directory->filePath(QStringLiteral("r.db")).toStdString(); }
    QString qpath() const { return QString::fromStdString(path()); }
    void make();
    Result<void> rekey(const Rekey::Progress &progress = {});
    void verifyMoved();
    static void verifyUsable(const std::string &file, const VaultKey &key, const Workload &workload);

    std::unique_ptr<QTemporaryDir> m_directory;
    VaultKey m_old = testKey(1);
    VaultKey m_new = testKey(2);
    std::unique_ptr<Workload> m_workload;
};

void RekeyTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_old = testKey(1);
    make();
}

/// More pages than are copied between two notes of how far the copy is.
void RekeyTest::make()
{
    useVault(1);
    m_workload = std::make_unique<Workload>(3);
    Database database(path(), "vault");
    QVERIFY(database.run("PRAGMA journal_mode=WAL"));
    QVERIFY(Workload::create(database));
    for (int step = 0; step < 10; ++step)
        QVERIFY(m_workload->step(database));
    QVERIFY(
        database.run("CREATE TABLE bulk AS WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<2600) "
                     "SELECT i, randomblob(3500) AS b FROM n"));
    database.close();
    useVault(99); // nobody but the one who holds a key can open anything
}

Result<void> RekeyTest::rekey(const Rekey::Progress &progress)
{
    return Rekey::run(qpath(), {m_old, m_new, 2}, progress);
}

void RekeyTest::verifyUsable(const std::string &file, const VaultKey &key, const Workload &workload)
{
    QCOMPARE(vault_set_key(file.c_str(), key.data()), SQLITE_OK);
    Database database(file, "vault");
    QVERIFY2(database.isOpen(), database.message().c_str());
    QVERIFY(Workload::holds(database, workload.after(workload.committed())));
    QCOMPARE(*database.query("SELECT count(*) FROM bulk WHERE length(b)=3500"), std::string("2600"));
    database.close();
    QCOMPARE(vault_forget_key(file.c_str()), SQLITE_OK);
}

void RekeyTest::verifyMoved()
{
    unsigned epoch = 0;
    QCOMPARE(vault_file_epoch(path().c_str(), &epoch), SQLITE_OK);
    QCOMPARE(epoch, 2U);
    verifyUsable(path(), m_new, *m_workload);
    QVERIFY(!Rekey::isUnfinished(qpath()));
    for (const auto &entry : std::filesystem::directory_iterator(m_directory->path().toStdString()))
        QVERIFY2(entry.path() == path() || std::filesystem::file_size(entry.path()) == 0, entry.path().c_str());
}

void RekeyTest::theDataMovesAndTheOldFileIsDestroyed()
{
    std::filesystem::create_hard_link(path(), path() + ".watch"); // the old file, whatever becomes of its name
    qint64 copied = 0;
    QVERIFY(rekey([&](Rekey::Step step, qint64 done, qint64) {
        copied = step == Rekey::Step::Copying ? done : copied;
        return true;
    }));
    QVERIFY(copied > 2600);
    useVault(1);
    QVERIFY(!Database(path() + ".watch", "vault").isOpen());
    std::filesystem::remove(path() + ".watch");
    verifyMoved();
}

void RekeyTest::aCrashAtEveryStepIsFinishedByTheNextRun()
{
    int crashes = 0;
    for (bool crashed = true; crashed;) {
        removeDatabase(path());
        make();
        int left = ++crashes;
        const pid_t child = fork();
        if (child == 0) {
            const auto outcome = rekey([&left](Rekey::Step, qint64, qint64) {
                if (--left == 0)
                    _exit(42);
                return true;
            });
            _exit(outcome ? 0 : 1);
        }
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        QVERIFY(WEXITSTATUS(status) == 42 || WEXITSTATUS(status) == 0);
        crashed = WEXITSTATUS(status) == 42;
        unsigned epoch = 0;
        QCOMPARE(vault_file_epoch(path().c_str(), &epoch), SQLITE_OK);
        verifyUsable(path(), epoch == 2 ? m_new : m_old, *m_workload); // usable at every moment
        if (crashed) {
            const auto finished = rekey();
            QVERIFY2(finished || !Rekey::isUnfinished(qpath()),
                     qPrintable(finished ? QString() : finished.error().message));
        }
        verifyMoved();
        if (QTest::currentTestFailed()) {
            qWarning("after crash %d", crashes);
            return;
        }
    }
    QVERIFY(crashes > 8);
    qInfo("%d crashes", crashes - 1);
}

void RekeyTest::aStopAtEveryStepIsFinishedByTheNextRun()
{
    int calls = 0;
    for (bool stopped = true; stopped; stopped = calls < 100 && Rekey::isUnfinished(qpath())) {
        int left = ++calls;
        const auto outcome = rekey([&left](Rekey::Step, qint64, qint64) { return --left != 0; });
        if (!outcome)
            QCOMPARE(outcome.error().kind, ErrorKind::Cancelled);
    }
    verifyMoved();
}

void RekeyTest::whatWasWrittenAfterAnInterruptionIsKept()
{
    QVERIFY(!rekey([](Rekey::Step step, qint64 done, qint64) { return step == Rekey::Step::Copying && done == 0; }));
    QVERIFY(Rekey::isUnfinished(qpath()));
    QCOMPARE(vault_set_key(path().c_str(), m_old.data()), SQLITE_OK);
    {
        Database database(path(), "vault");
        for (int step = 0; step < 5; ++step)
            QVERIFY(m_workload->step(database));
    }
    QCOMPARE(vault_forget_key(path().c_str()), SQLITE_OK);
    QVERIFY(rekey());
    verifyMoved();
}

void RekeyTest::aWrongCurrentKeyChangesNothing()
{
    const auto before = readAll(path());
    m_old = testKey(50);
    QCOMPARE(rekey().error().kind, ErrorKind::WrongKey);
    QVERIFY(readAll(path()) == before);
}

void RekeyTest::theSameEpochIsRefused()
{
    QVERIFY(rekey());
    QCOMPARE(rekey().error().kind, ErrorKind::InvalidArgument);
    verifyMoved();
}

QTEST_GUILESS_MAIN(RekeyTest)
#include "rekeytest.moc"
