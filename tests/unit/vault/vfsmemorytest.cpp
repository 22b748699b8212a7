#include "support/vault/vaultfixture.h"
#include "support/vault/workload.h"
#include "vault/vfs/vault_c.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cstdlib>
#include <new>

using namespace consent::test;

namespace {

/// Fails the allocation with a number, or all from there on.
struct Scarcity
{
    bool armed = false;
    bool lasting = false;
    bool failed = false;
    int failAt = 0;
    int count = 0;

    void arm(int at, bool onwards) { *this = {true, onwards, false, at, 0}; }
    bool refuses()
    {
        if (!armed)
            return false;
        ++count;
        const bool now = count == failAt || (lasting && count > failAt);
        failed = failed || now;
        return now;
    }
};

Scarcity sqliteMemory; // what SQLite and the vault's files take from sqlite3_malloc()
Scarcity ownMemory;    // what the vault takes from operator new
sqlite3_mem_methods realMethods;

} // namespace

void *operator new(std::size_t bytes)
{
    void *memory = ownMemory.refuses() ? nullptr : std::malloc(bytes ? bytes : 1);
    if (!memory)
        throw std::bad_alloc();
    return memory;
}

void *operator new(std::size_t bytes, const std::nothrow_t &) noexcept
{
    return ownMemory.refuses() ? nullptr : std::malloc(bytes ? bytes : 1);
}

void operator delete(void *memory) noexcept
{
    std::free(memory);
}

void operator delete(void *memory, const std::nothrow_t &) noexcept
{
    std::free(memory);
}

void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}

/// Without memory the vault fails with SQLITE_NOMEM and nothing else; what was committed is there afterwards.
class VfsMemoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyAllocationOfSqliteMayFail_data();
    void everyAllocationOfSqliteMayFail();
    void everyAllocationOfOurOwnMayFail();

private:
    std::string path() const { return m_directory.filePath(QStringLiteral("memory.db")).toStdString(); }
    QTemporaryDir m_directory;
};

void VfsMemoryTest::initTestCase()
{
    QCOMPARE(sqlite3_config(SQLITE_CONFIG_GETMALLOC, &realMethods), SQLITE_OK);
    sqlite3_mem_methods scarce = realMethods;
    scarce.xMalloc = [](int bytes) { return sqliteMemory.refuses() ? nullptr : realMethods.xMalloc(bytes); };
    scarce.xRealloc = [](void *memory, int bytes) {
        return sqliteMemory.refuses() ? nullptr : realMethods.xRealloc(memory, bytes);
    };
    QCOMPARE(sqlite3_config(SQLITE_CONFIG_MALLOC, &scarce), SQLITE_OK);
    useVault();
}

void VfsMemoryTest::everyAllocationOfSqliteMayFail_data()
{
    QTest::addColumn<QByteArray>("pragmas");
    QTest::addColumn<bool>("lasting");
    for (const bool lasting : {false, true}) {
        const char *how = lasting ? "from there on" : "once";
        QTest::addRow("WAL, %s", how) << QByteArray("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL") << lasting;
        QTest::addRow("DELETE, %s", how) << QByteArray("PRAGMA journal_mode=DELETE; PRAGMA synchronous=OFF") << lasting;
    }
}

void VfsMemoryTest::everyAllocationOfSqliteMayFail()
{
    QFETCH(const QByteArray, pragmas);
    QFETCH(const bool, lasting);
    const int stride = countFromEnvironment("CONSENT_MEMORY_STRIDE", 1);
    int number = 1;
    for (bool failed = true; failed; number += stride) {
        removeDatabase(path());
        Workload workload(21);
        bool created = false;
        sqliteMemory.arm(number, lasting);
        {
            Database database(path(), "vault");
            if (database.isOpen()) {
                database.run("PRAGMA temp_store=FILE; PRAGMA cache_size=8; PRAGMA wal_autocheckpoint=5");
                database.run(pragmas.toStdString());
                created = Workload::create(database);
                for (int step = 0; step < 2 && created; ++step)
                    workload.step(database);
                database.run("CREATE TEMP TABLE t AS SELECT text FROM rows ORDER BY text");
            }
        }
        failed = sqliteMemory.failed;
        sqliteMemory.armed = false;
        const QByteArray context = "allocation " + QByteArray::number(number);
        Database database(path(), "vault");
        QVERIFY2(database.isOpen(), context.constData());
        const int held = Workload::transactionsIn(database);
        QVERIFY2(held >= (created ? workload.committed() : -1) && held <= workload.committed() + 1,
                 context.constData());
        if (held >= 0 && held <= workload.committed())
            QVERIFY2(Workload::holds(database, workload.after(held)), context.constData());
    }
    qInfo("%d allocations", number);
}

void VfsMemoryTest::everyAllocationOfOurOwnMayFail()
{
    removeDatabase(path());
    QVERIFY(Database(path(), "vault").run("PRAGMA journal_mode=WAL; CREATE TABLE t(a)"));
    const std::string file = path();
    const VaultKey key = testKey();
    int number = 1;
    for (bool failed = true; failed; ++number) {
        ownMemory.arm(number, false);
        const int registered = vault_register("vault-scarce", "unix-excl");
        const int keyed = vault_set_key(file.c_str(), key.data());
        sqlite3 *connection = nullptr;
        const int opened = sqlite3_open_v2(file.c_str(), &connection, SQLITE_OPEN_READWRITE, "vault");
        const int inserted = opened == SQLITE_OK
                                 ? sqlite3_exec(connection, "INSERT INTO t VALUES(1)", nullptr, nullptr, nullptr)
                                 : SQLITE_NOMEM;
        sqlite3_close(connection);
        ownMemory.armed = false;
        failed = ownMemory.failed;
        for (const int result : {registered, keyed, opened, inserted})
            QVERIFY2(result == SQLITE_OK || (failed && (result & 0xff) == SQLITE_NOMEM),
                     std::to_string(result).c_str());
        vault_unregister("vault-scarce");
    }
    QVERIFY(number > 5);
    QCOMPARE(vault_forget_key(file.c_str()), SQLITE_OK);
    QVERIFY(Database(file, "vault").run("SELECT * FROM t"));
    qInfo("%d allocations", number);
}

QTEST_GUILESS_MAIN(VfsMemoryTest)
#include "vfsmemorytest.moc"
