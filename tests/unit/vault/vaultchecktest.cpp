#include "vault/care/vaultcheck.h"
#include "support/vault/vaultfixture.h"
#include "support/vault/workload.h"
#include "vault/vfs/vault_c.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace consent;
using namespace consent::test;
using consent::vault::VaultCheck;

class VaultCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aSoundDatabaseIsIntactAndUntouched();
    void everyBrokenPageIsNamed();
    void aPageThatNobodyReadsIsLookedAtToo();
    void aDamagedLogIsSaid();
    void framesInTheLogAreCounted();
    void aFileThatLostItsPagesIsSaid();
    void aWrongKeyIsToldApart();
    void aDatabaseInUseByAnotherIsBusy();
    void aCheckCanBeStopped();

private:
    QString path() const { return m_directory->filePath(QStringLiteral("c.db")); }
    Result<vault::VaultFindings> check() { return VaultCheck::run(path(), m_key, {}); }
    void make(int steps, const char *finally);

    std::unique_ptr<QTemporaryDir> m_directory;
    VaultKey m_key = testKey();
};

void VaultCheckTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    useVault();
}

void VaultCheckTest::make(int steps, const char *finally)
{
    Database database(path().toStdString(), "vault");
    QVERIFY(database.run("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0"));
    QVERIFY(Workload::create(database));
    Workload workload(2);
    for (int step = 0; step < steps; ++step)
        QVERIFY(workload.step(database));
    QVERIFY(database.run(finally));
}

void VaultCheckTest::aSoundDatabaseIsIntactAndUntouched()
{
    make(30, "VACUUM");
    const auto bytes = readAll(path().toStdString());
    qint64 last = -1;
    int calls = 0;
    const auto findings = VaultCheck::run(path(), m_key, [&](qint64 done, qint64 total) {
        ++calls;
        const bool forward = done >= last && done <= total;
        last = done;
        return forward;
    });
    QVERIFY(findings);
    QVERIFY(findings->intact());
    QVERIFY(calls > 0);
    QCOMPARE(findings->pages, qint64(bytes.size() / 4096 - 1));
    QVERIFY(readAll(path().toStdString()) == bytes);
}

void VaultCheckTest::everyBrokenPageIsNamed()
{
    make(30, "VACUUM");
    auto bytes = readAll(path().toStdString());
    bytes[4096 * 3 + 17] ^= 1;
    bytes[4096 * 8 + 4095] ^= 1;
    writeAll(path().toStdString(), bytes);
    const auto findings = check();
    QVERIFY(findings);
    QVERIFY(!findings->intact());
    QCOMPARE(findings->brokenPages, (std::vector<qint64>{3, 8}));
    QVERIFY(findings->words.front().contains(QLatin1Char('3')));
}

void VaultCheckTest::aPageThatNobodyReadsIsLookedAtToo()
{
    make(30, "DELETE FROM rows; PRAGMA wal_checkpoint(TRUNCATE)"); // most pages are free now
    auto bytes = readAll(path().toStdString());
    const std::size_t pages = bytes.size() / 4096 - 1;
    bytes[pages * 4096 + 100] ^= 1;
    writeAll(path().toStdString(), bytes);
    QCOMPARE(check()->brokenPages, std::vector<qint64>{qint64(pages)});
}

void VaultCheckTest::aDamagedLogIsSaid()
{
    const std::string file = path().toStdString();
    std::vector<unsigned char> main;
    std::vector<unsigned char> log;
    {
        Database database(file, "vault");
        QVERIFY(database.run("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0"));
        QVERIFY(Workload::create(database));
        main = readAll(file);
        log = readAll(file + "-wal");
    }
    log[512 + 4148 + 3000] ^= 1;
    writeAll(file, main);
    writeAll(file + "-wal", log);
    const auto findings = check();
    QVERIFY(findings);
    QVERIFY(!findings->intact());
    QVERIFY(findings->brokenPages.empty());
    QVERIFY(readAll(file + "-wal") == log);
}

void VaultCheckTest::framesInTheLogAreCounted()
{
    const std::string file = path().toStdString();
    Database database(file, "vault");
    QVERIFY(database.run("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0"));
    QVERIFY(Workload::create(database));
    const auto findings = check(); // beside the connection of this process
    QVERIFY(findings);
    QVERIFY2(findings->intact(), qPrintable(findings->words.empty() ? QString() : findings->words.front()));
    QCOMPARE(findings->frames, qint64((readAll(file + "-wal").size() - 512) / 4148));
    QVERIFY(database.run("INSERT INTO progress VALUES(5)"));
}

void VaultCheckTest::aFileThatLostItsPagesIsSaid()
{
    make(3, "VACUUM");
    auto bytes = readAll(path().toStdString());
    bytes.resize(4096);
    writeAll(path().toStdString(), bytes);
    QVERIFY(!check()->intact());
}

void VaultCheckTest::aWrongKeyIsToldApart()
{
    make(3, "VACUUM");
    m_key = testKey(77);
    QCOMPARE(check().error().kind, ErrorKind::WrongKey);
    m_key = testKey();
    QCOMPARE(VaultCheck::run(path() + QLatin1Char('x'), m_key, {}).error().kind, ErrorKind::NotFound);
}

void VaultCheckTest::aDatabaseInUseByAnotherIsBusy()
{
    make(3, "PRAGMA journal_mode=DELETE");
    Database other(path().toStdString(), "vault");
    QVERIFY(other.run("BEGIN EXCLUSIVE"));
    QCOMPARE(check().error().kind, ErrorKind::Busy);
}

void VaultCheckTest::aCheckCanBeStopped()
{
    make(3, "VACUUM");
    const auto stopped = VaultCheck::run(path(), m_key, [](qint64, qint64) { return false; });
    QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(VaultCheckTest)
#include "vaultchecktest.moc"
