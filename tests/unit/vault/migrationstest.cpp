#include "vault/database/migrations.h"
#include "vault/database/sqlconnection.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace consent;
using namespace consent::vault;

namespace {
constexpr qint32 ours = 0x436f6e31;
}

class MigrationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_connection.reset(); }

    void anEmptyDatabaseGetsEveryStep();
    void onlyTheMissingStepsRun();
    void aStepThatFailsLeavesTheVersionBeforeIt();
    void aStepThatEndsItsOwnTransactionIsRefused();
    void aStepThatLeavesOrphansIsUndone();
    void aNewerDatabaseIsRefusedAndUnchanged();
    void anotherProgramsDatabaseIsRefused();
    void aGapInTheNumbersIsRefused();
    void onlyARiskyStepStillToComeNeedsACopy();

private:
    void step(const QString &name, const QByteArray &sql)
    {
        QFile file(m_folder->filePath(QStringLiteral("steps/") + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(sql);
    }
    Result<Migrations> migrations()
    {
        return Migrations::fromFolder(m_folder->filePath(QStringLiteral("steps")), ours);
    }
    qint64 version() { return m_connection->number(QStringLiteral("PRAGMA user_version")).value(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqlConnection> m_connection;
};

void MigrationsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("steps")));
    SqlConnection::Options options;
    options.path = m_folder->filePath(QStringLiteral("t.db"));
    auto connection = SqlConnection::open(options);
    QVERIFY(connection.ok());
    m_connection = std::move(*connection);
    step(QStringLiteral("001_first.sql"), "CREATE TABLE a(x INTEGER PRIMARY KEY); INSERT INTO a VALUES(1);");
    step(QStringLiteral("002_second.sql"), "CREATE TABLE b(y INTEGER REFERENCES a(x)); INSERT INTO b VALUES(1);");
}

void MigrationsTest::anEmptyDatabaseGetsEveryStep()
{
    QVERIFY(migrations()->apply(*m_connection));
    QCOMPARE(version(), 2);
    QCOMPARE(m_connection->number(QStringLiteral("SELECT count(*) FROM b")).value(), 1);
    QCOMPARE(m_connection->number(QStringLiteral("PRAGMA application_id")).value(), qint64(ours));
}

void MigrationsTest::onlyTheMissingStepsRun()
{
    QVERIFY(migrations()->apply(*m_connection));
    step(QStringLiteral("003_third.sql"), "INSERT INTO a VALUES(2);");
    QVERIFY(migrations()->apply(*m_connection));
    QVERIFY(migrations()->apply(*m_connection));
    QCOMPARE(version(), 3);
    QCOMPARE(m_connection->number(QStringLiteral("SELECT count(*) FROM a")).value(), 2);
}

void MigrationsTest::aStepThatFailsLeavesTheVersionBeforeIt()
{
    step(QStringLiteral("003_third.sql"), "INSERT INTO a VALUES(2); INSERT INTO a VALUES(2);");
    QCOMPARE(migrations()->apply(*m_connection).error().kind, ErrorKind::Conflict);
    QCOMPARE(version(), 2);
    QCOMPARE(m_connection->number(QStringLiteral("SELECT count(*) FROM a")).value(), 1);
    QVERIFY(!m_connection->inTransaction());
}

void MigrationsTest::aStepThatEndsItsOwnTransactionIsRefused()
{
    step(QStringLiteral("003_third.sql"), "COMMIT;");
    QCOMPARE(migrations()->apply(*m_connection).error().kind, ErrorKind::Internal);
    QCOMPARE(version(), 2);
}

void MigrationsTest::aStepThatLeavesOrphansIsUndone()
{
    QVERIFY(migrations()->apply(*m_connection));
    step(QStringLiteral("003_third.sql"), "CREATE TABLE c(z INTEGER REFERENCES a(x) DEFERRABLE INITIALLY DEFERRED);"
                                          "INSERT INTO c VALUES(77);");
    QCOMPARE(migrations()->apply(*m_connection).error().kind, ErrorKind::Damaged);
    QCOMPARE(version(), 2);
    QCOMPARE(m_connection->number(QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name='c'")).value(), 0);
}

void MigrationsTest::aNewerDatabaseIsRefusedAndUnchanged()
{
    step(QStringLiteral("003_third.sql"), "CREATE TABLE c(z);");
    QVERIFY(migrations()->apply(*m_connection));
    QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("steps/003_third.sql"))));
    const auto refused = migrations()->apply(*m_connection);
    QCOMPARE(refused.error().kind, ErrorKind::TooNew);
    QVERIFY(!refused.error().message.isEmpty());
    QCOMPARE(version(), 3);
}

void MigrationsTest::anotherProgramsDatabaseIsRefused()
{
    QVERIFY(m_connection->runScript("CREATE TABLE photos(x)"));
    QCOMPARE(migrations()->apply(*m_connection).error().kind, ErrorKind::Conflict);
    QCOMPARE(m_connection->number(QStringLiteral("SELECT count(*) FROM sqlite_schema")).value(), 1);
}

void MigrationsTest::aGapInTheNumbersIsRefused()
{
    step(QStringLiteral("004_fourth.sql"), "SELECT 1;");
    QCOMPARE(migrations().error().kind, ErrorKind::Internal);
}

void MigrationsTest::onlyARiskyStepStillToComeNeedsACopy()
{
    step(QStringLiteral("003_third.risky.sql"), "UPDATE a SET x=x+10;");
    const auto steps = migrations();
    QVERIFY(!steps->rewritesData(0)); // nothing is there yet to lose
    QVERIFY(steps->rewritesData(1));
    QVERIFY(steps->rewritesData(2));
    QVERIFY(!steps->rewritesData(3));
}

QTEST_GUILESS_MAIN(MigrationsTest)
#include "migrationstest.moc"
