#include "support/vault/database.h"
#include "support/vault/vaultfixture.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace consent::test;

/// The vault in the hands of programs that are not ours: the sqlite3 shell with the extension and with the preload
/// library, and strace looking on.
class VaultExternalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theExtensionOpensASealedDatabaseInTheShell();
    void theExtensionNeedsAKey();
    void thePreloadLibraryMakesAnyProgramSeal();
    void theExtensionReadsWhatTheProductWrote();
    void noPlainByteReachesTheKernel();

private:
    QByteArray run(const QString &program, const QStringList &arguments, bool preload = false);
    QString path(const char *name) const { return m_directory->filePath(QLatin1String(name)); }

    std::unique_ptr<QTemporaryDir> m_directory;
    QByteArray m_errors;
};

void VaultExternalTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    const VaultKey key = testKey();
    qputenv("VAULT_KEY", QByteArray(reinterpret_cast<const char *>(key.data()), int(key.size())).toHex());
}

QByteArray VaultExternalTest::run(const QString &program, const QStringList &arguments, bool preload)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    if (preload) {
        environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(VAULT_PRELOAD));
        environment.insert(QStringLiteral("VAULT_DEFAULT"), QStringLiteral("1"));
    }
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (!process.waitForFinished(60'000))
        return "did not finish";
    m_errors = process.readAllStandardError();
    return process.readAllStandardOutput().trimmed();
}

void VaultExternalTest::theExtensionOpensASealedDatabaseInTheShell()
{
    const QString load = QStringLiteral(".load " VAULT_EXTENSION);
    const QString open = QStringLiteral(".open file:%1?vfs=vault").arg(path("shell.db"));
    const QByteArray written =
        run(QStringLiteral("sqlite3"),
            {QStringLiteral(":memory:"), load, open,
             QStringLiteral("PRAGMA journal_mode=WAL; CREATE TABLE t(a); INSERT INTO t VALUES('MARKER');"
                            "SELECT vault_seal_count() > 0 AND vault_open_count() > 0;")});
    QCOMPARE(written, QByteArray("wal\n1"));
    QVERIFY(!contains(readAll(path("shell.db").toStdString()), "MARKER"));
    QCOMPARE(
        run(QStringLiteral("sqlite3"), {QStringLiteral(":memory:"), load, open, QStringLiteral("SELECT a FROM t;")}),
        QByteArray("MARKER"));
    QCOMPARE(run(QStringLiteral("sqlite3"), {path("shell.db"), QStringLiteral("SELECT a FROM t;")}), QByteArray());
    QVERIFY(m_errors.contains("file is not a database"));
}

void VaultExternalTest::theExtensionNeedsAKey()
{
    qunsetenv("VAULT_KEY");
    run(QStringLiteral("sqlite3"), {QStringLiteral(":memory:"), QStringLiteral(".load " VAULT_EXTENSION)});
    QVERIFY(m_errors.contains("VAULT_KEY"));
}

void VaultExternalTest::thePreloadLibraryMakesAnyProgramSeal()
{
    QCOMPARE(run(QStringLiteral("sqlite3"),
                 {path("p.db"), QStringLiteral("CREATE TABLE t(a); INSERT INTO t VALUES('MARKER'); SELECT a FROM t;")},
                 true),
             QByteArray("MARKER"));
    QVERIFY(m_errors.isEmpty());
    QVERIFY(!contains(readAll(path("p.db").toStdString()), "MARKER"));
    qputenv("VAULT_KEY", QByteArray(64, '5'));
    run(QStringLiteral("sqlite3"), {path("p.db"), QStringLiteral("SELECT a FROM t;")}, true);
    QVERIFY(m_errors.contains("file is not a database"));
}

void VaultExternalTest::theExtensionReadsWhatTheProductWrote()
{
    useVault();
    {
        Database database(path("own.db").toStdString(), "vault");
        QVERIFY(database.run("PRAGMA journal_mode=WAL; CREATE TABLE t(a); INSERT INTO t VALUES('MARKER')"));
    }
    QCOMPARE(run(QStringLiteral("sqlite3"),
                 {QStringLiteral(":memory:"), QStringLiteral(".load " VAULT_EXTENSION),
                  QStringLiteral(".open file:%1?vfs=vault").arg(path("own.db")), QStringLiteral("SELECT a FROM t;")}),
             QByteArray("MARKER"));
}

void VaultExternalTest::noPlainByteReachesTheKernel()
{
    const QString trace = path("trace");
    const QString script = QStringLiteral(
        "PRAGMA temp_store=FILE; PRAGMA cache_size=5; PRAGMA temp.cache_size=5; PRAGMA journal_mode=%1; CREATE TABLE "
        "t(a,b);"
        "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<3000) INSERT INTO t SELECT "
        "i,'MARKER'||i FROM n;"
        "CREATE TEMP TABLE u AS SELECT b FROM t ORDER BY b DESC; CREATE INDEX temp.byB ON u(b);"
        "UPDATE t SET b=b||'MARKER'; CREATE INDEX byB ON t(b); SELECT count(DISTINCT b) FROM t; VACUUM;");
    for (const char *mode : {"WAL", "DELETE"}) {
        const QByteArray out =
            run(QStringLiteral("strace"),
                {QStringLiteral("-f"), QStringLiteral("-s"), QStringLiteral("100000"), QStringLiteral("-o"), trace,
                 QStringLiteral("-e"), QStringLiteral("trace=write,pwrite64,writev,pwritev"), QStringLiteral("sqlite3"),
                 QStringLiteral(":memory:"), QStringLiteral(".load " VAULT_EXTENSION),
                 QStringLiteral(".open file:%1?vfs=vault").arg(path(mode)), script.arg(QLatin1String(mode))});
        QVERIFY2(out.endsWith("3000"), m_errors.constData());
        const auto calls = readAll(trace.toStdString());
        QVERIFY(contains(calls, "pwrite64("));
        QVERIFY(calls.size() > 500'000);
        QVERIFY(!contains(calls, "MARKER"));
        QVERIFY(!contains(calls, "SQLite format"));
        QVERIFY(!contains(calls, "CREATE TABLE"));
    }
}

QTEST_GUILESS_MAIN(VaultExternalTest)
#include "externaltest.moc"
