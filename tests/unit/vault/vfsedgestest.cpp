#include "support/vault/vaultfixture.h"
#include "support/vault/workload.h"
#include "vault/vfs/vault_c.h"
#include "vault/vfs/vfsformat.h"
#include "vault/vfs/vfsnonce.h"

#include <QTemporaryDir>
#include <QtTest>

#include <set>

#include <sys/wait.h>
#include <unistd.h>

using namespace consent::test;

/// The vault's edges: backups, other processes, nonces, the places of pages, and what it can't notice.
class VfsEdgesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void backupToAPlainFileIsAnExport();
    void backupFromAPlainFileFails();
    void backupFromSealedToSealedCopies();
    void aPageWithoutRoomForItsSealIsRefused();
    void aCommitOverSeveralJournalsIsRefused();
    void processesShareADatabaseOverUnix();
    void aForkedChildDrawsOtherNonces();
    void noNonceComesTwice();
    void pagesNeverLieUnderTheLockBytes();
    void theEpochIsInTheHeader();
    void registeringIsCheckedAgainstMistakes();
    void puttingBackOneOldPageIsNotNoticedByThePage();

private:
    std::string path(const char *name) const { return m_directory->filePath(QLatin1String(name)).toStdString(); }
    std::unique_ptr<QTemporaryDir> m_directory;
};

void VfsEdgesTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    useVault();
}

void VfsEdgesTest::backupToAPlainFileIsAnExport()
{
    Database source(path("a.db"), "vault");
    QVERIFY(source.run("CREATE TABLE t(a); INSERT INTO t VALUES('MARKER')"));
    Database target(path("plain.db"), "unix");
    sqlite3_backup *backup = sqlite3_backup_init(target.raw(), "main", source.raw(), "main");
    QVERIFY(backup);
    QCOMPARE(sqlite3_backup_step(backup, -1), SQLITE_DONE);
    QCOMPARE(sqlite3_backup_finish(backup), SQLITE_OK);
    target.close();
    Database plain(path("plain.db"), "unix");
    QCOMPARE(*plain.query("SELECT a FROM t"), std::string("MARKER"));
    QCOMPARE(*plain.query("PRAGMA integrity_check"), std::string("ok"));
}

void VfsEdgesTest::backupFromAPlainFileFails()
{
    Database source(path("plain.db"), "unix");
    QVERIFY(source.run("CREATE TABLE t(a); INSERT INTO t VALUES('MARKER' || hex(randomblob(9000)))"));
    Database target(path("a.db"), "vault");
    QVERIFY(target.run("CREATE TABLE kept(a); INSERT INTO kept VALUES('mine')"));
    sqlite3_backup *backup = sqlite3_backup_init(target.raw(), "main", source.raw(), "main");
    QVERIFY(backup);
    const int stepped = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    QVERIFY(stepped != SQLITE_DONE || finished != SQLITE_OK);
    target.close();
    QVERIFY(!contains(readAll(path("a.db")), "MARKER"));
    Database again(path("a.db"), "vault");
    QCOMPARE(*again.query("SELECT a FROM kept"), std::string("mine"));
    QCOMPARE(*again.query("PRAGMA integrity_check"), std::string("ok"));
}

void VfsEdgesTest::backupFromSealedToSealedCopies()
{
    Database source(path("a.db"), "vault");
    QVERIFY(Workload::create(source));
    Workload workload(12);
    for (int step = 0; step < 20; ++step)
        QVERIFY(workload.step(source));
    QCOMPARE(vault_set_key_epoch(path("b.db").c_str(), testKey(4).data(), 2), SQLITE_OK);
    {
        Database target(path("b.db"), "vault");
        sqlite3_backup *backup = sqlite3_backup_init(target.raw(), "main", source.raw(), "main");
        QCOMPARE(sqlite3_backup_step(backup, -1), SQLITE_DONE);
        QCOMPARE(sqlite3_backup_finish(backup), SQLITE_OK);
    }
    Database copy(path("b.db"), "vault");
    QVERIFY(Workload::holds(copy, workload.after(20)));
    QCOMPARE(vault_forget_key(path("b.db").c_str()), SQLITE_OK);
    QCOMPARE(Database(path("b.db"), "vault").code(), SQLITE_NOTADB);
}

void VfsEdgesTest::aPageWithoutRoomForItsSealIsRefused()
{
    Database database(path("a.db"), "vault");
    QVERIFY(database.run("CREATE TABLE t(a)"));
    sqlite3_file *file = nullptr;
    QCOMPARE(sqlite3_file_control(database.raw(), "main", SQLITE_FCNTL_FILE_POINTER, &file), SQLITE_OK);
    const auto write = [file](const std::vector<unsigned char> &image, sqlite3_int64 offset) {
        return file->pMethods->xWrite(file, image.data(), static_cast<int>(image.size()), offset);
    };
    std::vector<unsigned char> page(4096);
    QCOMPARE(write(page, 4096), SQLITE_OK);
    QCOMPARE(write(page, 0), SQLITE_IOERR_WRITE); // page 1 that does not say what the file is
    page[4095] = 1;
    QCOMPARE(write(page, 4096), SQLITE_IOERR_WRITE);
    page[4095] = 0;
    page[4064] = 1;
    QCOMPARE(write(page, 4096), SQLITE_IOERR_WRITE);
    QCOMPARE(write(std::vector<unsigned char>(8192), 0), SQLITE_IOERR_WRITE);
    QCOMPARE(write(std::vector<unsigned char>(512), 4096), SQLITE_IOERR_WRITE);
    QCOMPARE(write(std::vector<unsigned char>(4096), 1024), SQLITE_IOERR_WRITE);
}

void VfsEdgesTest::aCommitOverSeveralJournalsIsRefused()
{
    Database database(path("a.db"), "vault");
    QVERIFY(database.run("ATTACH '" + path("b.db") + "' AS other; CREATE TABLE main.t(a); CREATE TABLE other.t(a)"));
    QVERIFY(!database.run("BEGIN; INSERT INTO main.t VALUES(1); INSERT INTO other.t VALUES(1); COMMIT"));
    QCOMPARE(database.code(), SQLITE_IOERR_WRITE);
    QVERIFY(sqlite3_get_autocommit(database.raw()));
    QCOMPARE(*database.query("SELECT (SELECT count(*) FROM main.t) + (SELECT count(*) FROM other.t)"),
             std::string("0"));
    QVERIFY(database.run("PRAGMA main.journal_mode=WAL; PRAGMA other.journal_mode=WAL;"
                         "BEGIN; INSERT INTO main.t VALUES(1); INSERT INTO other.t VALUES(1); COMMIT"));
}

void VfsEdgesTest::processesShareADatabaseOverUnix()
{
    QCOMPARE(vault_register("vault-shared", "unix"), SQLITE_OK);
    {
        Database database(path("a.db"), "vault-shared");
        QVERIFY(database.run("PRAGMA journal_mode=WAL; CREATE TABLE t(a)"));
    }
    std::vector<pid_t> children;
    for (int number = 0; number < 4; ++number) {
        children.push_back(fork());
        if (children.back() == 0) {
            Database own(path("a.db"), "vault-shared");
            sqlite3_busy_timeout(own.raw(), 60'000);
            bool good = own.isOpen();
            for (int row = 0; row < 50 && good; ++row)
                good = own.run("INSERT INTO t VALUES('MARKER'); PRAGMA wal_checkpoint(PASSIVE)");
            own.close();
            _exit(good ? 0 : 1);
        }
    }
    for (const pid_t child : children) {
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        QCOMPARE(status, 0);
    }
    Database database(path("a.db"), "vault-shared");
    QCOMPARE(*database.query("SELECT count(*) FROM t WHERE a='MARKER'"), std::string("200"));
    QCOMPARE(*database.query("PRAGMA integrity_check"), std::string("ok"));
    database.close();
    QCOMPARE(vault_unregister("vault-shared"), SQLITE_OK);
}

void VfsEdgesTest::aForkedChildDrawsOtherNonces()
{
    consent::vault::NonceSource nonces;
    std::array<std::uint8_t, 12> parent{};
    QVERIFY(nonces.next(parent));
    int ends[2];
    QCOMPARE(pipe(ends), 0);
    const pid_t child = fork();
    if (child == 0) {
        std::array<std::uint8_t, 12> mine{};
        const bool good = nonces.next(mine) && write(ends[1], mine.data(), mine.size()) == 12;
        _exit(good ? 0 : 1);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
    std::array<std::uint8_t, 12> theirs{};
    QCOMPARE(read(ends[0], theirs.data(), theirs.size()), ssize_t{12});
    std::array<std::uint8_t, 12> next{};
    QVERIFY(nonces.next(next));
    QVERIFY(!std::equal(theirs.begin(), theirs.begin() + 6, next.begin()));
    QVERIFY(std::equal(parent.begin(), parent.begin() + 6, next.begin()));
    close(ends[0]);
    close(ends[1]);
}

void VfsEdgesTest::noNonceComesTwice()
{
    std::set<std::array<std::uint8_t, 12>> seen;
    for (int handle = 0; handle < 20; ++handle) {
        consent::vault::NonceSource nonces;
        for (int index = 0; index < 1000; ++index) {
            std::array<std::uint8_t, 12> nonce{};
            QVERIFY(nonces.next(nonce));
            QVERIFY(seen.insert(nonce).second);
        }
    }
}

void VfsEdgesTest::pagesNeverLieUnderTheLockBytes()
{
    using namespace consent::vault;
    constexpr std::int64_t LockByte = 0x40000000;
    std::set<std::int64_t> places;
    for (std::int64_t index = LockPageIndex - 1000; index < LockPageIndex + 1000; ++index) {
        if (index == LockPageIndex)
            continue; // SQLite keeps it unused
        const std::int64_t offset = pageOffset(index);
        QVERIFY(offset + static_cast<std::int64_t>(PageBytes) <= LockByte || offset >= LockByte + 512);
        QVERIFY(places.insert(offset).second);
        QVERIFY(fileBytesFor(index + 1) >= offset + static_cast<std::int64_t>(PageBytes));
        QCOMPARE(logicalBytesOf(fileBytesFor(index + 1)), (index + 1) * static_cast<std::int64_t>(PageBytes));
    }
    QCOMPARE(pageOffset(0), std::int64_t{4096});
    QCOMPARE(logicalBytesOf(fileBytesFor(0)), std::int64_t{0});
}

void VfsEdgesTest::theEpochIsInTheHeader()
{
    QCOMPARE(vault_set_key_epoch(path("a.db").c_str(), testKey(3).data(), 7), SQLITE_OK);
    QVERIFY(Database(path("a.db"), "vault").run("CREATE TABLE t(a)"));
    unsigned epoch = 0;
    QCOMPARE(vault_file_epoch(path("a.db").c_str(), &epoch), SQLITE_OK);
    QCOMPARE(epoch, 7U);
    QCOMPARE(vault_set_key(path("a.db").c_str(), testKey(3).data()), SQLITE_OK); // the file keeps its own
    QVERIFY(Database(path("a.db"), "vault").run("INSERT INTO t VALUES(1)"));
    writeAll(path("x"), {1, 2, 3});
    QCOMPARE(vault_file_epoch(path("x").c_str(), &epoch), SQLITE_NOTADB);
    QCOMPARE(vault_file_epoch(path("absent").c_str(), &epoch), SQLITE_CANTOPEN);
    QCOMPARE(vault_forget_key(path("a.db").c_str()), SQLITE_OK);
}

void VfsEdgesTest::registeringIsCheckedAgainstMistakes()
{
    QCOMPARE(vault_register("vault", "unix-excl"), SQLITE_OK);
    QCOMPARE(vault_register("vault", "unix"), SQLITE_MISUSE);
    QCOMPARE(vault_register("unix", "unix-excl"), SQLITE_MISUSE);
    QCOMPARE(vault_register("vault-twice", "vault"), SQLITE_MISUSE);
    QCOMPARE(vault_register("vault-x", "no such vfs"), SQLITE_NOTFOUND);
    QCOMPARE(vault_register("vault-null", nullptr), SQLITE_OK);
    QVERIFY(Database(path("n.db"), "vault-null").run("CREATE TABLE t(a)"));
    QCOMPARE(vault_unregister("vault-null"), SQLITE_OK);
    QCOMPARE(vault_unregister("vault-null"), SQLITE_NOTFOUND);
}

/// The limit of sealing page by page: a page put back from an older copy of the same file verifies, at its own place.
/// What the pages hold is proved by the chains of signed events; their verification must find it.
void VfsEdgesTest::puttingBackOneOldPageIsNotNoticedByThePage()
{
    const std::string file = path("a.db");
    QVERIFY(Database(file, "vault").run("CREATE TABLE t(a); INSERT INTO t VALUES('old')"));
    const auto old = readAll(file);
    QVERIFY(Database(file, "vault").run("UPDATE t SET a='new'"));
    auto bytes = readAll(file);
    std::copy(old.begin() + 8192, old.begin() + 12288, bytes.begin() + 8192); // page 2 in its own place
    writeAll(file, bytes);
    QCOMPARE(*Database(file, "vault").query("SELECT a FROM t"), std::string("old"));

    std::copy(old.begin() + 8192, old.begin() + 12288, bytes.begin() + 4096); // and in another one
    writeAll(file, bytes);
    Database moved(file, "vault");
    QVERIFY(!moved.run("SELECT a FROM t"));
    QCOMPARE(moved.code(), SQLITE_IOERR_DATA);
}

QTEST_GUILESS_MAIN(VfsEdgesTest)
#include "vfsedgestest.moc"
