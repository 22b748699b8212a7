#include "vault/database/sealeddatabase.h"
#include "vault/database/migrations.h"
#include "vault/database/sqlconnection.h"
#include "vault/vfs/vault_c.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <thread>

using namespace consent;
using namespace consent::vault;
using namespace Qt::StringLiterals;

class SealedDatabaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void whatIsWrittenIsSealedAndComesBack();
    void anotherKeyIsRefusedAndChangesNothing();
    void aKeyOfAnotherLengthIsRefused();
    void theSettingsOfEveryConnectionAreMade();
    void theKeyIsForgottenWithTheLastConnection();
    void everyThreadMayHaveItsOwnConnection();
    void aSpoiledPageIsDamaged();
    void aNewerDatabaseIsRefused();
    void aRiskyStepLeavesACopyThatTheKeyOpens();
    void aReaderWritesNothing();

private:
    void step(const QString &name, const QByteArray &sql)
    {
        QFile file(m_folder->filePath(u"steps/"_s + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(sql);
    }
    Migrations migrations() { return *Migrations::fromFolder(m_folder->filePath(u"steps"_s), 77); }
    Result<std::unique_ptr<SqlConnection>> open(const std::array<std::uint8_t, 32> &key)
    {
        return SealedDatabase::open(m_path, key, migrations());
    }

    static constexpr std::array<std::uint8_t, 32> right{1, 2, 3};
    static constexpr std::array<std::uint8_t, 32> wrong{3, 2, 1};
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void SealedDatabaseTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"저장소.db"_s);
    QVERIFY(QDir(m_folder->path()).mkdir(u"steps"_s));
    step(u"001_first.sql"_s, "CREATE TABLE t(id INTEGER PRIMARY KEY, x TEXT);");
}

void SealedDatabaseTest::whatIsWrittenIsSealedAndComesBack()
{
    const unsigned long long sealedBefore = vault_seal_count();
    const QString secret = u"plain text that must not be seen"_s;
    {
        auto connection = open(right);
        QVERIFY(connection.ok());
        QVERIFY((*connection)->run(u"INSERT INTO t(x) VALUES(?)"_s, secret));
        QFile log(m_path + u"-wal"_s);
        QVERIFY(log.open(QIODevice::ReadOnly));
        QVERIFY(log.size() > 0);
        QVERIFY(!log.readAll().contains(secret.toUtf8()));
    }
    QVERIFY(vault_seal_count() > sealedBefore);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(!bytes.contains(secret.toUtf8()) && !bytes.contains("SQLite format") && !bytes.contains("CREATE TABLE"));
    auto again = open(right);
    QCOMPARE((*again)->number(u"SELECT count(*) FROM t WHERE x=?"_s, secret).value(), 1);
}

void SealedDatabaseTest::anotherKeyIsRefusedAndChangesNothing()
{
    QVERIFY(open(right).ok());
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    QCOMPARE(open(wrong).error().kind, ErrorKind::WrongKey);
    file.seek(0);
    QCOMPARE(file.readAll(), before);
    QVERIFY(open(right).ok());
}

void SealedDatabaseTest::aKeyOfAnotherLengthIsRefused()
{
    QCOMPARE(SealedDatabase::open(m_path, std::span(right).first(16), migrations()).error().kind, ErrorKind::WrongKey);
    QVERIFY(!QFile::exists(m_path));
}

void SealedDatabaseTest::theSettingsOfEveryConnectionAreMade()
{
    auto connection = open(right);
    const auto setting = [&](const QString &sql) { return (*connection)->number(sql).value(); };
    QCOMPARE(setting(u"PRAGMA synchronous"_s), 2);
    QCOMPARE(setting(u"PRAGMA foreign_keys"_s), 1);
    QCOMPARE(setting(u"PRAGMA secure_delete"_s), 1);
    QCOMPARE(setting(u"PRAGMA temp_store"_s), 2);
    auto mode = (*connection)->statement(u"PRAGMA journal_mode"_s);
    QVERIFY(mode.next().value());
    QCOMPARE(mode.text(0), u"wal"_s);
}

void SealedDatabaseTest::theKeyIsForgottenWithTheLastConnection()
{
    auto first = open(right);
    auto second = open(right);
    QVERIFY(first.ok() && second.ok());
    first->reset();
    SqlConnection::Options options;
    options.path = m_path;
    options.vfs = u"vault"_s;
    QVERIFY(SqlConnection::open(options).ok()); // the second one still holds it
    second->reset();
    QCOMPARE(SqlConnection::open(options).error().kind, ErrorKind::WrongKey);
}

void SealedDatabaseTest::everyThreadMayHaveItsOwnConnection()
{
    auto mine = open(right);
    QVERIFY(mine.ok());
    std::array<std::thread, 4> threads;
    std::atomic<int> failures = 0;
    for (std::thread &thread : threads) {
        thread = std::thread([&] {
            auto connection = SealedDatabase::open(m_path, right, migrations());
            for (int i = 0; i < 25; ++i) {
                if (!connection || !(*connection)->run(u"INSERT INTO t(x) VALUES('row')"_s))
                    ++failures;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(failures.load(), 0);
    QCOMPARE((*mine)->number(u"SELECT count(*) FROM t"_s).value(), 100);
}

void SealedDatabaseTest::aSpoiledPageIsDamaged()
{
    {
        auto connection = open(right);
        for (int i = 0; i < 200; ++i)
            QVERIFY((*connection)->run(u"INSERT INTO t(x) VALUES(?)"_s, QString(200, u'x')));
    }
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(file.size() - 2000);
    file.write("spoiled");
    file.close();
    auto connection = open(right);
    QVERIFY(connection.ok());
    QCOMPARE((*connection)->number(u"SELECT sum(length(x)) FROM t"_s).error().kind, ErrorKind::Damaged);
}

void SealedDatabaseTest::aNewerDatabaseIsRefused()
{
    step(u"002_second.sql"_s, "CREATE TABLE u(y);");
    QVERIFY(open(right).ok());
    QVERIFY(QFile::remove(m_folder->filePath(u"steps/002_second.sql"_s)));
    QCOMPARE(open(right).error().kind, ErrorKind::TooNew);
}

void SealedDatabaseTest::aRiskyStepLeavesACopyThatTheKeyOpens()
{
    QVERIFY((*open(right))->run(u"INSERT INTO t(x) VALUES('before')"_s));
    step(u"002_second.risky.sql"_s, "UPDATE t SET x='after';");
    auto connection = open(right);
    QVERIFY(connection.ok());
    QCOMPARE((*connection)->number(u"SELECT count(*) FROM t WHERE x='after'"_s).value(), 1);
    const QString copy = m_path + u".before-2"_s;
    QVERIFY(QFile::exists(copy));
    auto old = SealedDatabase::openToRead(copy, right);
    QVERIFY2(old.ok(), old ? "" : qPrintable(old.error().detail));
    QCOMPARE((*old)->number(u"SELECT count(*) FROM t WHERE x='before'"_s).value(), 1);
    QFile bytes(copy);
    QVERIFY(bytes.open(QIODevice::ReadOnly));
    QVERIFY(!bytes.readAll().contains("before"));
}

void SealedDatabaseTest::aReaderWritesNothing()
{
    QVERIFY(open(right).ok());
    auto reader = SealedDatabase::openToRead(m_path, right);
    QVERIFY(reader.ok());
    QVERIFY(!(*reader)->run(u"INSERT INTO t(x) VALUES('x')"_s).ok());
}

QTEST_GUILESS_MAIN(SealedDatabaseTest)
#include "sealeddatabasetest.moc"
