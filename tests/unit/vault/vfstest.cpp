#include "support/vault/hookedvfs.h"
#include "support/vault/vaultfixture.h"
#include "support/vault/workload.h"
#include "vault/vfs/vault_c.h"

#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>

using namespace consent::test;

namespace {

/// Looks at every byte that is written below the vault.
class Watcher final : public IoHook
{
public:
    int before(IoCall, const std::string &) override { return SQLITE_OK; }
    int beforeWrite(const std::string &path, const void *bytes, int count, sqlite3_int64) override
    {
        const std::string_view text(static_cast<const char *>(bytes), static_cast<std::size_t>(count));
        markerSeen = markerSeen || text.find("MARKER") != text.npos || text.find("SQLite format") != text.npos;
        written[path] += count;
        return SQLITE_OK;
    }

    bool markerSeen = false;
    std::map<std::string, sqlite3_int64> written;
};

} // namespace

/// The vault as programs meet it: keys, foreign files, pragmas, journals and temporary files.
class VfsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsWrittenReadsBackInEveryJournalMode_data();
    void whatIsWrittenReadsBackInEveryJournalMode();
    void noPlainByteIsWrittenWhateverTheJournalAndTemporaryFiles();
    void aWrongKeyIsNotADatabase();
    void withoutAKeyNothingIsEvenCreated();
    void everyDatabaseHasItsOwnKeyOrTheCommonOne();
    void foreignFilesAreRefusedAndLeftAlone_data();
    void foreignFilesAreRefusedAndLeftAlone();
    void anUnfinishedCreationIsStartedAnew();
    void theLogOfAnotherDatabaseIsAnError();
    void pageSizeStaysWhatItIs();
    void keysInPragmasAreRefused();
    void memoryMappingIsOff();
    void autoVacuumAtCreationIsIgnoredAndSafe();
    void vacuumAndIncrementalChangesKeepTheFileSealed();
    void vacuumIntoASealedFileFailsAndWritesNothing();

private:
    std::string path(const char *name) const { return m_directory->filePath(QLatin1String(name)).toStdString(); }
    std::unique_ptr<QTemporaryDir> m_directory;
};

void VfsTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    useVault();
}

void VfsTest::whatIsWrittenReadsBackInEveryJournalMode_data()
{
    QTest::addColumn<QByteArray>("mode");
    for (const char *mode : {"WAL", "DELETE", "TRUNCATE", "PERSIST", "MEMORY", "OFF"})
        QTest::newRow(mode) << QByteArray(mode);
}

void VfsTest::whatIsWrittenReadsBackInEveryJournalMode()
{
    QFETCH(const QByteArray, mode);
    const auto sealed = vault_seal_count();
    const auto opened = vault_open_count();
    Workload workload(5);
    {
        Database database(path("a.db"), "vault");
        QCOMPARE(QByteArray(database.query("PRAGMA journal_mode=" + mode.toStdString())->c_str()), mode.toLower());
        QVERIFY(database.run("PRAGMA cache_size=10"));
        QVERIFY(Workload::create(database));
        for (int step = 0; step < 40; ++step)
            QVERIFY2(workload.step(database), database.message().c_str());
        if (mode != "OFF")
            QVERIFY(database.run("BEGIN; DELETE FROM rows; ROLLBACK"));
        QVERIFY(Workload::holds(database, workload.after(40)));
    }
    Database again(path("a.db"), "vault");
    QVERIFY(Workload::holds(again, workload.after(40)));
    QVERIFY(vault_seal_count() > sealed && vault_open_count() > opened);
}

void VfsTest::noPlainByteIsWrittenWhateverTheJournalAndTemporaryFiles()
{
    for (const char *mode : {"WAL", "DELETE", "PERSIST"}) {
        Watcher watcher;
        const HookedVfs hooked("watched", "unix-excl", watcher);
        QCOMPARE(vault_register("vault-watched", "watched"), SQLITE_OK);
        const std::string file = path("watched.db") + mode;
        {
            Database database(file, "vault-watched");
            QVERIFY(
                database.run(std::string("PRAGMA temp_store=FILE; PRAGMA cache_size=5; PRAGMA journal_mode=") + mode));
            QVERIFY(Workload::create(database));
            Workload workload(6);
            for (int step = 0; step < 10; ++step)
                QVERIFY(workload.step(database));
            // A sort, a temporary table and a statement journal that are all too large for memory.
            QVERIFY(database.run(
                "PRAGMA temp.cache_size=5; CREATE TEMP TABLE t AS WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL "
                "SELECT i+1 FROM n WHERE i<4000) SELECT i, 'MARKER' || hex(randomblob(200)) AS s FROM n"));
            QVERIFY(database.run("CREATE INDEX temp.byS ON t(s); UPDATE t SET s='MARKER'||i WHERE i%3=0"));
            QCOMPARE(*database.query("SELECT count(*) FROM (SELECT DISTINCT s FROM t ORDER BY s DESC, i)"),
                     std::string("4000"));
            QVERIFY(
                database.run("INSERT INTO rows SELECT i+1000, s FROM t; CREATE UNIQUE INDEX one ON rows(id, text)"));
            QVERIFY(
                !database.run("INSERT INTO rows SELECT CASE WHEN i<3000 THEN i+9000 ELSE 1 END, s FROM t ORDER BY i"));
            QCOMPARE(*database.query("PRAGMA integrity_check"), std::string("ok"));
            QCOMPARE(*database.query("PRAGMA temp.integrity_check"), std::string("ok"));
        }
        QVERIFY(watcher.written[file] > 0);
        QVERIFY2(watcher.written[""] > 100'000, "temporary files were written");
        QVERIFY(!watcher.markerSeen);
        QCOMPARE(vault_unregister("vault-watched"), SQLITE_OK);
    }
}

void VfsTest::aWrongKeyIsNotADatabase()
{
    QVERIFY(Database(path("a.db"), "vault").run("CREATE TABLE t(a)"));
    const auto bytes = readAll(path("a.db"));
    useVault(2);
    QCOMPARE(Database(path("a.db"), "vault").code(), SQLITE_NOTADB);
    QVERIFY(readAll(path("a.db")) == bytes);
    useVault(1);
    QVERIFY(Database(path("a.db"), "vault").run("SELECT * FROM t"));
}

void VfsTest::withoutAKeyNothingIsEvenCreated()
{
    QCOMPARE(vault_forget_key(nullptr), SQLITE_OK);
    QCOMPARE(Database(path("a.db"), "vault").code(), SQLITE_AUTH);
    QVERIFY(!std::filesystem::exists(path("a.db")));
}

void VfsTest::everyDatabaseHasItsOwnKeyOrTheCommonOne()
{
    QCOMPARE(vault_set_key(path("own.db").c_str(), testKey(9).data()), SQLITE_OK);
    QVERIFY(Database(path("own.db"), "vault").run("CREATE TABLE t(a)"));
    QVERIFY(Database(path("common.db"), "vault").run("CREATE TABLE t(a)"));
    QCOMPARE(vault_forget_key(path("own.db").c_str()), SQLITE_OK);
    QCOMPARE(Database(path("own.db"), "vault").code(), SQLITE_NOTADB);
    useVault(9);
    QVERIFY(Database(path("own.db"), "vault").run("SELECT * FROM t"));
    QCOMPARE(Database(path("common.db"), "vault").code(), SQLITE_NOTADB);
}

void VfsTest::foreignFilesAreRefusedAndLeftAlone_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("a short text") << QByteArray("somebody's notes\n");
    QTest::newRow("a long text") << QByteArray("somebody's notes\n").repeated(2000);
    QTest::newRow("zeroes longer than a header") << QByteArray(8192, '\0');
    QTest::newRow("the magic alone") << QByteArray("Consent Desk v1\0", 16);
    QTest::newRow("noise after the magic") << QByteArray("Consent Desk v1\0", 16) + QByteArray(9000, '\x5a');
}

void VfsTest::foreignFilesAreRefusedAndLeftAlone()
{
    QFETCH(const QByteArray, content);
    const std::vector<unsigned char> bytes(content.begin(), content.end());
    writeAll(path("f.db"), bytes);
    Database database(path("f.db"), "vault");
    QVERIFY(!database.isOpen());
    QVERIFY(database.code() == SQLITE_NOTADB || database.code() == SQLITE_IOERR_DATA);
    QVERIFY(readAll(path("f.db")) == bytes);

    QVERIFY(Database(path("plain.db"), nullptr).run("CREATE TABLE t(a)"));
    QCOMPARE(Database(path("plain.db"), "vault").code(), SQLITE_NOTADB);
}

void VfsTest::anUnfinishedCreationIsStartedAnew()
{
    for (const std::size_t length : {0UL, 512UL, 4096UL}) {
        writeAll(path("new.db"), std::vector<unsigned char>(length));
        Database database(path("new.db"), "vault");
        QVERIFY2(database.run("CREATE TABLE t(a); INSERT INTO t VALUES(1)"), std::to_string(length).c_str());
        database.close();
        QCOMPARE(*Database(path("new.db"), "vault").query("SELECT a FROM t"), std::string("1"));
    }
}

void VfsTest::theLogOfAnotherDatabaseIsAnError()
{
    for (const char *name : {"a.db", "b.db"})
        QVERIFY(Database(path(name), "vault").run("PRAGMA journal_mode=WAL; CREATE TABLE t(a)"));
    std::vector<unsigned char> log;
    {
        Database other(path("b.db"), "vault");
        QVERIFY(other.run("INSERT INTO t VALUES(2)"));
        log = readAll(path("b.db") + "-wal");
        QVERIFY(!log.empty());
    }
    writeAll(path("a.db") + "-wal", log);
    Database database(path("a.db"), "vault");
    QVERIFY(!database.run("SELECT * FROM t"));
    QCOMPARE(database.code(), SQLITE_IOERR_DATA);
    QVERIFY(readAll(path("a.db") + "-wal") == log);
}

void VfsTest::pageSizeStaysWhatItIs()
{
    Database database(path("a.db"), "vault");
    QVERIFY(database.run("PRAGMA page_size=8192; CREATE TABLE t(a); INSERT INTO t VALUES(randomblob(20000))"));
    QCOMPARE(*database.query("PRAGMA page_size"), std::string("4096"));
    QVERIFY(database.run("PRAGMA page_size=1024; VACUUM"));
    QVERIFY(database.run("PRAGMA page_size=8192; VACUUM"));
    QCOMPARE(*database.query("PRAGMA page_size"), std::string("4096"));
    QCOMPARE(*database.query("PRAGMA integrity_check"), std::string("ok"));
    database.close();
    QCOMPARE(*Database(path("a.db"), "vault").query("SELECT length(a) FROM t"), std::string("20000"));
}

void VfsTest::keysInPragmasAreRefused()
{
    Database database(path("a.db"), "vault");
    for (const char *pragma : {"key='secret'", "hexkey='00'", "rekey='secret'", "textkey='x'"})
        QVERIFY2(!database.run(std::string("PRAGMA ") + pragma), pragma);
}

void VfsTest::memoryMappingIsOff()
{
    Database database(path("a.db"), "vault");
    QVERIFY(database.run("PRAGMA mmap_size=10000000; CREATE TABLE t(a); INSERT INTO t VALUES('MARKER')"));
    QCOMPARE(*database.query("PRAGMA mmap_size"), std::string("0"));
    QCOMPARE(*database.query("SELECT a FROM t"), std::string("MARKER"));
}

void VfsTest::autoVacuumAtCreationIsIgnoredAndSafe()
{
    Database database(path("a.db"), "vault");
    QVERIFY(database.run("PRAGMA auto_vacuum=FULL; CREATE TABLE t(a); INSERT INTO t VALUES(randomblob(50000))"));
    QCOMPARE(*database.query("PRAGMA auto_vacuum"), std::string("0"));
    QVERIFY(database.run("VACUUM; DELETE FROM t"));
    QCOMPARE(*database.query("PRAGMA integrity_check"), std::string("ok"));
    database.close();
    QCOMPARE(*Database(path("a.db"), "vault").query("PRAGMA integrity_check"), std::string("ok"));
}

void VfsTest::vacuumAndIncrementalChangesKeepTheFileSealed()
{
    for (const char *mode : {"WAL", "DELETE"}) {
        const std::string file = path("v.db") + mode;
        Database database(file, "vault");
        QVERIFY(database.run(std::string("PRAGMA journal_mode=") + mode));
        QVERIFY(Workload::create(database));
        Workload workload(11);
        for (int step = 0; step < 30; ++step)
            QVERIFY(workload.step(database));
        const auto before = std::filesystem::file_size(file);
        QVERIFY(database.run("VACUUM"));
        QVERIFY(Workload::holds(database, workload.after(30)));
        QVERIFY(database.run("DELETE FROM rows; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)"));
        QVERIFY(std::filesystem::file_size(file) < std::max<std::uintmax_t>(before, 60'000));
        database.close();
        QVERIFY(!contains(readAll(file), "MARKER"));
        QCOMPARE(*Database(file, "vault").query("PRAGMA integrity_check"), std::string("ok"));
    }
}

void VfsTest::vacuumIntoASealedFileFailsAndWritesNothing()
{
    Database database(path("a.db"), "vault");
    QVERIFY(database.run("CREATE TABLE t(a); INSERT INTO t VALUES('MARKER')"));
    QVERIFY(!database.run("VACUUM INTO '" + path("b.db") + "'"));
    QVERIFY(!contains(readAll(path("b.db")), "MARKER"));
    QCOMPARE(*database.query("SELECT a FROM t"), std::string("MARKER"));
}

QTEST_GUILESS_MAIN(VfsTest)
#include "vfstest.moc"
