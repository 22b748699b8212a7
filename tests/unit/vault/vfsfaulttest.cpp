#include "support/vault/hookedvfs.h"
#include "support/vault/vaultfixture.h"
#include "support/vault/workload.h"
#include "vault/vfs/vault_c.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace consent::test;

namespace {

/// Refuses the call with a number, or all from there on; or every write once a disk is full.
class FailingDisk final : public IoHook
{
public:
    int before(IoCall call, const std::string &) override
    {
        ++m_calls;
        if (!armed || m_calls < failAt || (m_calls > failAt && !lasting))
            return SQLITE_OK;
        failed = true;
        switch (call) {
        case IoCall::Open:
            return SQLITE_CANTOPEN;
        case IoCall::Delete:
            return SQLITE_IOERR_DELETE;
        case IoCall::Access:
            return SQLITE_IOERR_ACCESS;
        case IoCall::Read:
            return SQLITE_IOERR_READ;
        case IoCall::Write:
            return SQLITE_IOERR_WRITE;
        case IoCall::Truncate:
            return SQLITE_IOERR_TRUNCATE;
        case IoCall::Sync:
            return SQLITE_IOERR_FSYNC;
        case IoCall::Size:
            return SQLITE_IOERR_FSTAT;
        case IoCall::Lock:
            return SQLITE_IOERR_LOCK;
        case IoCall::SharedMemory:
            return SQLITE_IOERR_SHMMAP;
        }
        return SQLITE_OK;
    }

    int beforeWrite(const std::string &path, const void *bytes, int count, sqlite3_int64 offset) override
    {
        m_highest[path] = std::max(m_highest[path], offset + count);
        sqlite3_int64 used = 0;
        for (const auto &[name, end] : m_highest)
            used += end;
        if (armed && used > room) {
            failed = true;
            return SQLITE_FULL;
        }
        return IoHook::beforeWrite(path, bytes, count, offset);
    }

    void arm(int at, bool onwards)
    {
        failAt = at;
        lasting = onwards;
        m_calls = 0;
        armed = true;
        failed = false;
    }

    bool armed = false;
    bool failed = false;
    bool lasting = false;
    int failAt = 1 << 30;
    sqlite3_int64 room = sqlite3_int64{1} << 40;

private:
    int m_calls = 0;
    std::map<std::string, sqlite3_int64> m_highest;
};

} // namespace

/// Whatever call on the disk fails, what was committed is there and the database is whole.
class VfsFaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCallMayFail_data();
    void everyCallMayFail();
    void aFullDiskLosesNothing();

private:
    std::string path() const { return m_directory.filePath(QStringLiteral("fault.db")).toStdString(); }
    void checkWhole(const Workload &workload, bool created, const std::string &context);

    QTemporaryDir m_directory;
    FailingDisk m_soundDisk; ///< Never armed; does not wait for syncs either.
    std::unique_ptr<HookedVfs> m_sound;
};

void VfsFaultTest::initTestCase()
{
    useVault();
    m_sound = std::make_unique<HookedVfs>("sound", "unix-excl", m_soundDisk);
    QCOMPARE(vault_register("vault-sound", "sound"), SQLITE_OK);
}

/// Through a disk that works again. A transaction whose commit failed may be there or not.
void VfsFaultTest::checkWhole(const Workload &workload, bool created, const std::string &context)
{
    Database database(path(), "vault-sound");
    QVERIFY2(database.isOpen(), (context + ": " + database.message()).c_str());
    const int held = Workload::transactionsIn(database);
    QVERIFY2(held != -2, (context + ": " + database.message()).c_str());
    QVERIFY2(held >= (created ? workload.committed() : -1) && held <= workload.committed() + 1,
             (context + ": holds " + std::to_string(held)).c_str());
    if (held >= 0 && held <= workload.committed())
        QVERIFY2(Workload::holds(database, workload.after(held)), context.c_str());
    QCOMPARE(QByteArray(database.query("PRAGMA integrity_check").value_or("").c_str()), QByteArray("ok"));
}

void VfsFaultTest::everyCallMayFail_data()
{
    QTest::addColumn<QByteArray>("pragmas");
    QTest::addColumn<bool>("lasting");
    for (const bool lasting : {false, true}) {
        const char *how = lasting ? "from there on" : "once";
        QTest::addRow("WAL, %s", how) << QByteArray("PRAGMA journal_mode=WAL") << lasting;
        QTest::addRow("WAL exclusive, %s", how)
            << QByteArray("PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL") << lasting;
        QTest::addRow("DELETE, %s", how) << QByteArray("PRAGMA journal_mode=DELETE") << lasting;
        QTest::addRow("PERSIST, %s", how) << QByteArray("PRAGMA journal_mode=PERSIST") << lasting;
    }
}

void VfsFaultTest::everyCallMayFail()
{
    QFETCH(const QByteArray, pragmas);
    QFETCH(const bool, lasting);
    const auto sealed = vault_seal_count();
    int number = 1;
    for (bool failed = true; failed; ++number) {
        FailingDisk disk;
        const HookedVfs hooked("failing", "unix-excl", disk);
        QCOMPARE(vault_register("vault-failing", "failing"), SQLITE_OK);
        removeDatabase(path());
        Workload workload(3);
        disk.arm(number, lasting);
        bool created = false;
        for (int session = 0; session < 2; ++session) { // the second one opens what the first left behind
            Database database(path(), "vault-failing");
            if (!database.isOpen())
                continue;
            database.run("PRAGMA cache_size=12; PRAGMA wal_autocheckpoint=10");
            database.run(pragmas.toStdString());
            created = created || Workload::create(database);
            for (int step = 0; step < 2 && created; ++step)
                workload.step(database);
            database.query("SELECT count(*) FROM rows ORDER BY text");
            if (session == 1 && created)
                database.run("BEGIN; DELETE FROM rows WHERE id%2; ROLLBACK; VACUUM");
        }
        disk.armed = false;
        failed = disk.failed;
        QCOMPARE(vault_unregister("vault-failing"), SQLITE_OK);
        checkWhole(workload, created, "call " + std::to_string(number));
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(vault_seal_count() > sealed);
    qInfo("%d calls", number);
}

void VfsFaultTest::aFullDiskLosesNothing()
{
    int held = 0;
    for (sqlite3_int64 room = 4096; room < 400'000; room += 7000) {
        FailingDisk disk;
        const HookedVfs hooked("failing", "unix-excl", disk);
        QCOMPARE(vault_register("vault-failing", "failing"), SQLITE_OK);
        removeDatabase(path());
        Workload workload(4);
        disk.room = room;
        disk.armed = true;
        bool created = false;
        {
            Database database(path(), "vault-failing");
            QVERIFY(database.isOpen());
            database.run("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=30");
            created = Workload::create(database);
            while (created && workload.committed() < 40 && workload.step(database)) {
            }
            if (created && workload.committed() < 40)
                QVERIFY(disk.failed);
            if (created)
                QVERIFY2(Workload::holds(database, workload.after(workload.committed())), "still readable when full");
            disk.armed = false;
        }
        QCOMPARE(vault_unregister("vault-failing"), SQLITE_OK);
        checkWhole(workload, created, "room " + std::to_string(room));
        held = std::max(held, workload.committed());
    }
    QVERIFY(held > 0);
}

QTEST_GUILESS_MAIN(VfsFaultTest)
#include "vfsfaulttest.moc"
