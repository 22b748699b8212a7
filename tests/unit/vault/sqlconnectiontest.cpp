#include "vault/database/sqlconnection.h"
#include "vault/database/sqltransaction.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace consent;
using namespace consent::vault;

class SqlConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_connection.reset(); }

    void everyKindOfValueComesBackAsItWasBound();
    void anEmptyTextIsNotNull();
    void aStatementIsUsableTwiceAtOnceAndAgainLater();
    void aTextThatDoesNotCompileIsReportedWhenRun();
    void aFailureInTheMiddleOfReadingIsNotTakenForTheEnd();
    void aMissingRowIsNotFound();
    void aTransactionIsUndoneUnlessCommitted();
    void aSecondTransactionOnTheSameConnectionIsRefused();
    void aCommitThatFailsUndoesEverything();
    void aBrokenRuleOfTheSchemaIsAConflictAndItsDetailHoldsNoValue();
    void aLockedDatabaseIsBusy();
    void aFileThatIsNoDatabaseIsRefusedAndUntouched();
    void aReadOnlyConnectionCannotWrite();
    void aPathWithSpacesSignsAndHangulOpens();
    void anotherThreadCanInterrupt();

private:
    std::unique_ptr<SqlConnection> open(const QString &path, int busyTimeoutMs = 50)
    {
        SqlConnection::Options options;
        options.path = path;
        options.busyTimeoutMs = busyTimeoutMs;
        auto connection = SqlConnection::open(options);
        return connection ? std::move(*connection) : nullptr;
    }
    qint64 rows() { return m_connection->number(QStringLiteral("SELECT count(*) FROM t")).value(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<SqlConnection> m_connection;
};

void SqlConnectionTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("t.db"));
    m_connection = open(m_path);
    QVERIFY(m_connection);
    QVERIFY(m_connection->runScript("CREATE TABLE t(id INTEGER PRIMARY KEY, a, b UNIQUE, c);"
                                    "CREATE TABLE u(id INTEGER PRIMARY KEY,"
                                    " t INTEGER REFERENCES t(id) DEFERRABLE INITIALLY DEFERRED);"));
}

void SqlConnectionTest::everyKindOfValueComesBackAsItWasBound()
{
    const QByteArray bytes("\0\x01\xff", 3);
    const QString text = QStringLiteral("김하늘 %1 ' ; --");
    QVERIFY(m_connection->run(QStringLiteral("INSERT INTO t VALUES(?,?,?,?)"), std::numeric_limits<qint64>::min(), text,
                              bytes, std::optional<int>()));
    auto query = m_connection->statement(QStringLiteral("SELECT id,a,b,c,2.5,typeof(b) FROM t"));
    QVERIFY(query.next().value());
    QCOMPARE(query.integer(0), std::numeric_limits<qint64>::min());
    QCOMPARE(query.text(1), text);
    QCOMPARE(query.blob(2), bytes);
    QVERIFY(query.isNull(3));
    QCOMPARE(query.real(4), 2.5);
    QCOMPARE(query.text(5), QStringLiteral("blob"));
    QVERIFY(!query.next().value());
}

void SqlConnectionTest::anEmptyTextIsNotNull()
{
    QVERIFY(m_connection->run(QStringLiteral("INSERT INTO t VALUES(1,?,?,?)"), QString(), QByteArray(), std::nullopt));
    auto query = m_connection->statement(QStringLiteral("SELECT typeof(a),typeof(b),typeof(c) FROM t"));
    QVERIFY(query.next().value());
    QCOMPARE(query.text(0), QStringLiteral("text"));
    QCOMPARE(query.text(1), QStringLiteral("blob"));
    QCOMPARE(query.text(2), QStringLiteral("null"));
}

void SqlConnectionTest::aStatementIsUsableTwiceAtOnceAndAgainLater()
{
    for (int i = 0; i < 3; ++i) {
        QVERIFY(m_connection->run(QStringLiteral("INSERT INTO t(a) VALUES(?)"), i));
    }
    const QString sql = QStringLiteral("SELECT a FROM t WHERE a>=? ORDER BY a");
    for (int round = 0; round < 2; ++round) {
        auto outer = m_connection->statement(sql);
        outer.bind(0);
        int pairs = 0;
        while (outer.next().value()) {
            auto inner = m_connection->statement(sql);
            inner.bind(outer.integer(0));
            while (inner.next().value()) {
                ++pairs;
            }
        }
        QCOMPARE(pairs, 6);
    }
}

void SqlConnectionTest::aTextThatDoesNotCompileIsReportedWhenRun()
{
    QCOMPARE(m_connection->run(QStringLiteral("INSERT INTO nowhere VALUES(?)"), 1).error().kind, ErrorKind::Internal);
    auto query = m_connection->statement(QStringLiteral("SELEKT"));
    QCOMPARE(query.next().error().kind, ErrorKind::Internal);
}

void SqlConnectionTest::aFailureInTheMiddleOfReadingIsNotTakenForTheEnd()
{
    QVERIFY(m_connection->run(QStringLiteral("INSERT INTO t(id,a) VALUES(1,'[]'),(2,'broken')")));
    auto query = m_connection->statement(QStringLiteral("SELECT json_array_length(a) FROM t ORDER BY id"));
    QVERIFY(query.next().value());
    QVERIFY(!query.next().ok());
}

void SqlConnectionTest::aMissingRowIsNotFound()
{
    QCOMPARE(m_connection->number(QStringLiteral("SELECT id FROM t")).error().kind, ErrorKind::NotFound);
}

void SqlConnectionTest::aTransactionIsUndoneUnlessCommitted()
{
    {
        auto transaction = SqlTransaction::begin(*m_connection);
        QVERIFY(transaction.ok());
        QVERIFY(m_connection->run(QStringLiteral("INSERT INTO t(a) VALUES(1)")));
        QCOMPARE(rows(), 1);
    }
    QCOMPARE(rows(), 0);
    QVERIFY(!m_connection->inTransaction());
    {
        auto transaction = SqlTransaction::begin(*m_connection);
        SqlTransaction moved(std::move(*transaction));
        QVERIFY(m_connection->run(QStringLiteral("INSERT INTO t(a) VALUES(1)")));
        QVERIFY(moved.commit());
    }
    QCOMPARE(rows(), 1);
}

void SqlConnectionTest::aSecondTransactionOnTheSameConnectionIsRefused()
{
    auto first = SqlTransaction::begin(*m_connection);
    QVERIFY(first.ok());
    QCOMPARE(SqlTransaction::begin(*m_connection).error().kind, ErrorKind::Internal);
    QVERIFY(m_connection->inTransaction());
}

void SqlConnectionTest::aCommitThatFailsUndoesEverything()
{
    auto transaction = SqlTransaction::begin(*m_connection);
    QVERIFY(m_connection->run(QStringLiteral("INSERT INTO t(a) VALUES(1)")));
    QVERIFY(m_connection->run(QStringLiteral("INSERT INTO u(t) VALUES(99)"))); // the check waits for the commit
    QCOMPARE(transaction->commit().error().kind, ErrorKind::Conflict);
    QVERIFY(!m_connection->inTransaction());
    QCOMPARE(rows(), 0);
}

void SqlConnectionTest::aBrokenRuleOfTheSchemaIsAConflictAndItsDetailHoldsNoValue()
{
    const QString secret = QStringLiteral("010-0000-1234");
    QVERIFY(m_connection->run(QStringLiteral("INSERT INTO t(b) VALUES(?)"), secret));
    const auto again = m_connection->run(QStringLiteral("INSERT INTO t(b) VALUES(?)"), secret);
    QCOMPARE(again.error().kind, ErrorKind::Conflict);
    QVERIFY(!again.error().message.isEmpty());
    QVERIFY(!again.error().detail.contains(QLatin1String("1234")));
}

void SqlConnectionTest::aLockedDatabaseIsBusy()
{
    auto other = open(m_path);
    QVERIFY(other);
    auto transaction = SqlTransaction::begin(*other);
    QVERIFY(transaction.ok());
    QCOMPARE(SqlTransaction::begin(*m_connection).error().kind, ErrorKind::Busy);
}

void SqlConnectionTest::aFileThatIsNoDatabaseIsRefusedAndUntouched()
{
    const QString path = m_folder->filePath(QStringLiteral("letter.db"));
    const QByteArray content = QByteArray("Dear Sir or Madam, ").repeated(500);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    SqlConnection::Options options;
    options.path = path;
    QCOMPARE(SqlConnection::open(options).error().kind, ErrorKind::WrongKey);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void SqlConnectionTest::aReadOnlyConnectionCannotWrite()
{
    SqlConnection::Options options;
    options.path = m_path;
    options.readOnly = true;
    auto reader = SqlConnection::open(options);
    QVERIFY(reader.ok());
    QCOMPARE((*reader)->run(QStringLiteral("INSERT INTO t(a) VALUES(1)")).error().kind, ErrorKind::Io);
}

void SqlConnectionTest::aPathWithSpacesSignsAndHangulOpens()
{
    const QString path = m_folder->filePath(QStringLiteral("저장소 100%25?vfs=none#1.db"));
    auto connection = open(path);
    QVERIFY(connection);
    QVERIFY(connection->runScript("CREATE TABLE v(x)"));
    QVERIFY(QFile::exists(path));
}

void SqlConnectionTest::anotherThreadCanInterrupt()
{
    // Only something that never ends by itself proves that the interruption ended it.
    auto endless = m_connection->statement(
        QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT count(*) FROM n"));
    std::atomic<bool> over = false;
    std::thread other([&] {
        while (!over) {
            m_connection->interrupt(); // before it starts an interruption has no effect, hence again and again
            std::this_thread::yield();
        }
    });
    const auto row = endless.next();
    over = true;
    other.join();
    QCOMPARE(row.error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(SqlConnectionTest)
#include "sqlconnectiontest.moc"
