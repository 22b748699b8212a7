#include "support/vault/vaultfixture.h"
#include "support/vault/workload.h"
#include "vault/vfs/vault_c.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace consent::test;

/// A writer is killed at any moment, over and over; what it had reported as committed is there.
class VaultKillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aKilledWriterLosesNoCommit_data();
    void aKilledWriterLosesNoCommit();
    void anotherProcessIsToldThatItIsLocked();

private:
    static std::unique_ptr<QProcess> writer(const QString &path, const char *base, std::uint64_t seed,
                                            const QByteArray &pragmas);
    QTemporaryDir m_directory;
};

void VaultKillTest::initTestCase()
{
    useVault();
}

std::unique_ptr<QProcess> VaultKillTest::writer(const QString &path, const char *base, std::uint64_t seed,
                                                const QByteArray &pragmas)
{
    auto process = std::make_unique<QProcess>();
    process->start(QStringLiteral(VAULT_WRITER),
                   {path, QLatin1String(base), QString::number(seed), QString::fromLatin1(pragmas)});
    return process;
}

void VaultKillTest::aKilledWriterLosesNoCommit_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("pragmas");
    const QByteArray small = "PRAGMA cache_size=12; PRAGMA wal_autocheckpoint=30; ";
    QTest::newRow("WAL, unix-excl") << QByteArray("unix-excl") << small + "PRAGMA journal_mode=WAL";
    QTest::newRow("WAL, unix") << QByteArray("unix") << small + "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL";
    QTest::newRow("WAL, exclusive") << QByteArray("unix")
                                    << small + "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL";
    QTest::newRow("DELETE") << QByteArray("unix") << small + "PRAGMA journal_mode=DELETE";
    QTest::newRow("PERSIST, no sync") << QByteArray("unix-excl")
                                      << small + "PRAGMA journal_mode=PERSIST; PRAGMA synchronous=OFF";
}

void VaultKillTest::aKilledWriterLosesNoCommit()
{
    QFETCH(const QByteArray, base);
    QFETCH(const QByteArray, pragmas);
    const int kills = countFromEnvironment("CONSENT_KILLS", 20);
    const auto opened = vault_open_count();
    std::mt19937_64 random(firstSeed());
    QString path;
    std::uint64_t seed = 0;
    int committed = 0;
    for (int kill = 0; kill < kills; ++kill) {
        if (kill % 10 == 0) { // the next ten go on with what the one before left behind
            path =
                m_directory.filePath(QStringLiteral("%1-%2.db").arg(QLatin1String(QTest::currentDataTag())).arg(kill));
            seed = random() % 1'000'000;
            committed = 0;
        }
        const auto process = writer(path, base.constData(), seed, pragmas);
        QVERIFY(process->waitForStarted());
        QByteArray said;
        const auto enough = static_cast<qsizetype>(random() % 60);
        while (said.size() < enough && process->waitForReadyRead(20'000))
            said += process->readAllStandardOutput();
        QThread::usleep(random() % 3000); // so that no moment is out of reach
        process->kill();
        QVERIFY(process->waitForFinished());
        said += process->readAllStandardOutput();
        QCOMPARE(process->exitStatus(), QProcess::CrashExit);
        QVERIFY2(process->readAllStandardError().isEmpty(), "the writer itself met no error");
        said.chop(said.size() - said.lastIndexOf('\n') - 1);
        const QByteArray last = said.trimmed().split('\n').last();
        const int reported = last.isEmpty() ? committed : last.toInt();

        Database database(path.toStdString(), "vault");
        const int held = Workload::transactionsIn(database);
        const QByteArray context = QByteArray("kill ") + QByteArray::number(kill) + " seed " +
                                   QByteArray::number(qulonglong(seed)) + ": held " + QByteArray::number(held) +
                                   " reported " + QByteArray::number(reported) + " " + database.message().c_str();
        QVERIFY2(held >= reported || (held == -1 && reported == 0), context.constData());
        Workload expected(seed);
        if (held >= 0) {
            expected.follow(held);
            QVERIFY2(Workload::holds(database, expected.after(held)), context.constData());
            committed = held;
        }
    }
    QVERIFY(vault_open_count() > opened);
    qInfo("%d kills", kills);
}

void VaultKillTest::anotherProcessIsToldThatItIsLocked()
{
    const QString path = m_directory.filePath(QStringLiteral("shared.db"));
    Database database(path.toStdString(), "vault");
    QVERIFY(database.run("PRAGMA journal_mode=WAL; CREATE TABLE t(a)"));
    const auto second = writer(path, "unix-excl", 1, "SELECT count(*) FROM t");
    QVERIFY(second->waitForFinished());
    QCOMPARE(second->exitCode(), SQLITE_BUSY);
    QVERIFY(database.run("INSERT INTO t VALUES(1)"));
}

QTEST_GUILESS_MAIN(VaultKillTest)
#include "killtest.moc"
