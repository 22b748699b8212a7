#include "support/vault/powercut.h"
#include "support/vault/vaultfixture.h"
#include "support/vault/workload.h"
#include "vault/vfs/vault_c.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace consent::test;

/// After a power cut at any moment the database opens, is whole, and holds every transaction that was promised.
class VfsPowerLossTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recoversWhatWasPromised_data();
    void recoversWhatWasPromised();

private:
    QTemporaryDir m_directory;
};

void VfsPowerLossTest::recoversWhatWasPromised_data()
{
    QTest::addColumn<QByteArray>("pragmas");
    QTest::addColumn<bool>("durable"); // whether every commit is on disk before it returns
    QTest::addColumn<int>("runs");
    const int runs = countFromEnvironment("CONSENT_POWER_RUNS", 12);
    QTest::newRow("WAL, FULL") << QByteArray("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL") << true << runs * 2;
    QTest::newRow("WAL, NORMAL") << QByteArray("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL") << false << runs;
    QTest::newRow("WAL, exclusive") << QByteArray("PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL") << true
                                    << runs;
    QTest::newRow("DELETE") << QByteArray("PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA") << true << runs;
    QTest::newRow("TRUNCATE") << QByteArray("PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL") << true << runs;
    QTest::newRow("PERSIST") << QByteArray("PRAGMA journal_mode=PERSIST; PRAGMA synchronous=FULL") << true << runs;
}

void VfsPowerLossTest::recoversWhatWasPromised()
{
    QFETCH(const QByteArray, pragmas);
    QFETCH(const bool, durable);
    QFETCH(const int, runs);
    const auto before = vault_seal_count();
    const std::uint64_t seed = firstSeed();
    const std::string path = m_directory.filePath(QStringLiteral("run.db")).toStdString();
    const std::string found = m_directory.filePath(QStringLiteral("found.db")).toStdString();
    int images = 0;
    for (int run = 0; run < runs; ++run) {
        std::mt19937_64 random(seed + static_cast<std::uint64_t>(run));
        PowerCut disk;
        const HookedVfs recorder("recorder", "unix-excl", disk);
        QCOMPARE(vault_register("vault-recorder", "recorder"), SQLITE_OK);
        QCOMPARE(vault_set_key(nullptr, testKey().data()), SQLITE_OK);
        removeDatabase(path);
        std::vector<std::size_t> promised; // the moment at which each transaction was reported as committed
        std::size_t created = 0;
        Workload workload(random());
        {
            Database database(path, "vault-recorder");
            QVERIFY(database.run("PRAGMA cache_size=15; PRAGMA wal_autocheckpoint=20"));
            QVERIFY(database.run(pragmas.toStdString()));
            QVERIFY(Workload::create(database));
            created = disk.moment();
            promised.push_back(created);
            for (int step = 0; step < 40; ++step) {
                QVERIFY2(workload.step(database), database.message().c_str());
                promised.push_back(disk.moment());
            }
        }
        QCOMPARE(vault_unregister("vault-recorder"), SQLITE_OK);
        for (int cut = 0; cut < 12; ++cut, ++images) {
            const std::size_t moment = random() % (disk.moment() + 1);
            const std::string context = "seed " + std::to_string(seed + static_cast<std::uint64_t>(run)) + " cut " +
                                        std::to_string(cut) + " at " + std::to_string(moment);
            removeDatabase(found);
            for (const auto &[name, image] : disk.imageAt(moment, random))
                writeAll(found + name.substr(path.size()), image);
            useVault();
            Database database(found, "vault");
            QVERIFY2(database.isOpen(), (context + ": " + database.message()).c_str());
            const int held = Workload::transactionsIn(database);
            QVERIFY2(held != -2, (context + ": " + database.message()).c_str());
            const auto last = std::upper_bound(promised.begin(), promised.end(), moment) - promised.begin();
            const int acknowledged = static_cast<int>(last) - 1;
            QVERIFY2(held <= acknowledged + 1, context.c_str());
            if (durable)
                QVERIFY2(held >= acknowledged, (context + ": lost " + std::to_string(acknowledged - held)).c_str());
            if (held >= 0)
                QVERIFY2(Workload::holds(database, workload.after(held)),
                         (context + ": " + database.message()).c_str());
            QVERIFY2(held >= 0 || !durable || moment < created, context.c_str());
            Workload next(1);
            if (held >= 0)
                QVERIFY2(database.run("INSERT OR REPLACE INTO rows VALUES(1,'after the cut')"), context.c_str());
        }
    }
    QVERIFY(vault_seal_count() > before);
    qInfo("%d images", images);
}

QTEST_GUILESS_MAIN(VfsPowerLossTest)
#include "vfspowerlosstest.moc"
