#include "support/vault/vaultfixture.h"
#include "support/vault/workload.h"
#include "vault/vfs/vault_c.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace consent::test;

/// A byte that changed on disk is noticed or does no harm: never other content without an error.
class VfsBitFlipTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyFlipInTheDatabaseIsAnError();
    void noFlipInALogLosesACommitSilently();
    void noFlipInALiveLogIsReadAsContent();
    void everyShortenedDatabaseIsAnError();
    void everyShortenedLogIsAnError();

private:
    struct Flip
    {
        std::size_t byte;
        unsigned char mask;
    };
    enum class Outcome { Error, Same, Silent };

    std::string path(const char *name) const { return m_directory->filePath(QLatin1String(name)).toStdString(); }
    static void apply(const std::string &file, std::size_t byte, unsigned char value);
    static Outcome read(const std::string &file, const std::string &expected);
    static std::string contentOf(Database &database);

    std::unique_ptr<QTemporaryDir> m_directory;
    std::mt19937_64 m_random;
};

void VfsBitFlipTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_random.seed(firstSeed());
    useVault();
}

void VfsBitFlipTest::apply(const std::string &file, std::size_t byte, unsigned char value)
{
    std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
    stream.seekp(static_cast<std::streamoff>(byte));
    stream.put(static_cast<char>(value));
}

std::string VfsBitFlipTest::contentOf(Database &database)
{
    const auto rows = database.query("SELECT id||'='||text FROM rows ORDER BY id");
    const auto byIndex = database.query("SELECT count(text) FROM rows INDEXED BY byText WHERE text>''");
    const auto done = database.query("SELECT done FROM progress");
    return rows && byIndex && done ? *rows + "/" + *byIndex + "/" + *done : std::string();
}

VfsBitFlipTest::Outcome VfsBitFlipTest::read(const std::string &file, const std::string &expected)
{
    Database database(file, "vault");
    if (!database.isOpen())
        return Outcome::Error;
    const std::string content = contentOf(database);
    if (content.empty())
        return Outcome::Error;
    return content == expected ? Outcome::Same : Outcome::Silent;
}

void VfsBitFlipTest::everyFlipInTheDatabaseIsAnError()
{
    const std::string file = path("flip.db");
    std::string expected;
    {
        Database database(file, "vault");
        QVERIFY(database.run("PRAGMA journal_mode=WAL"));
        QVERIFY(Workload::create(database));
        Workload workload(7);
        for (int step = 0; step < 30; ++step)
            QVERIFY(workload.step(database));
        QVERIFY(database.run("VACUUM")); // no page is free, so every page is read below
        expected = contentOf(database);
    }
    const auto bytes = readAll(file);
    const auto sealedBefore = vault_open_count();
    const int flips = countFromEnvironment("CONSENT_FLIPS", 4000);
    for (int index = 0; index < flips; ++index) {
        // Every byte of the header's fields and of some trailers, then anywhere.
        const auto at = index < 96 ? static_cast<std::size_t>(index) : m_random() % bytes.size();
        const auto mask = static_cast<unsigned char>(1U << (m_random() % 8));
        apply(file, at, static_cast<unsigned char>(bytes[at] ^ mask));
        QVERIFY2(read(file, expected) == Outcome::Error, ("byte " + std::to_string(at)).c_str());
        apply(file, at, bytes[at]);
    }
    QCOMPARE(read(file, expected), Outcome::Same);
    QVERIFY(vault_open_count() > sealedBefore);
    qInfo("%d flips in %zu bytes", flips, bytes.size());
}

void VfsBitFlipTest::noFlipInALogLosesACommitSilently()
{
    const std::string live = path("live.db");
    const std::string file = path("copy.db");
    std::string expected;
    {
        Database database(live, "vault");
        QVERIFY(database.run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0"));
        QVERIFY(Workload::create(database));
        Workload workload(8);
        for (int step = 0; step < 12; ++step)
            QVERIFY(workload.step(database));
        expected = contentOf(database);
        // As if the process had been killed now: the log is not empty.
        writeAll(file, readAll(live));
        writeAll(file + "-wal", readAll(live + "-wal"));
    }
    const auto database = readAll(file);
    const auto log = readAll(file + "-wal");
    QVERIFY(log.size() > 50 * 4096);
    const int flips = countFromEnvironment("CONSENT_FLIPS", 4000) / 4;
    int harmless = 0;
    for (int index = 0; index < flips; ++index) {
        const auto at = index < 256 ? static_cast<std::size_t>(index) : m_random() % log.size();
        const auto mask = static_cast<unsigned char>(1U << (m_random() % 8));
        writeAll(file, database);
        writeAll(file + "-wal", log);
        apply(file + "-wal", at, static_cast<unsigned char>(log[at] ^ mask));
        const Outcome outcome = read(file, expected);
        QVERIFY2(outcome != Outcome::Silent, ("byte " + std::to_string(at)).c_str());
        harmless += outcome == Outcome::Same ? 1 : 0;
    }
    QVERIFY(harmless < 256); // only the unused bytes and the mark in the first sector may do no harm
    qInfo("%d flips in %zu bytes, %d without harm", flips, log.size(), harmless);
}

void VfsBitFlipTest::noFlipInALiveLogIsReadAsContent()
{
    const std::string file = path("live.db");
    Database writer(file, "vault");
    QVERIFY(writer.run("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0"));
    QVERIFY(Workload::create(writer));
    Workload workload(9);
    for (int step = 0; step < 10; ++step)
        QVERIFY(workload.step(writer));
    const std::string expected = contentOf(writer);
    const auto log = readAll(file + "-wal");
    int errors = 0;
    for (int index = 0; index < 400; ++index) {
        const std::size_t at = 512 + m_random() % (log.size() - 512);
        apply(file + "-wal", at, static_cast<unsigned char>(log[at] ^ 1U));
        {
            Database reader(file, "vault"); // the index of the log is shared with the writer: no recovery here
            const std::string content = contentOf(reader);
            QVERIFY2(content.empty() || content == expected, ("byte " + std::to_string(at)).c_str());
            errors += content.empty() ? 1 : 0;
        }
        apply(file + "-wal", at, log[at]);
    }
    QVERIFY(errors > 0);
    QCOMPARE(contentOf(writer), expected);
}

void VfsBitFlipTest::everyShortenedDatabaseIsAnError()
{
    const std::string file = path("short.db");
    std::string expected;
    {
        Database database(file, "vault");
        QVERIFY(Workload::create(database));
        Workload workload(10);
        for (int step = 0; step < 20; ++step)
            QVERIFY(workload.step(database));
        QVERIFY(database.run("VACUUM"));
        expected = contentOf(database);
    }
    const auto bytes = readAll(file);
    for (std::size_t length = bytes.size() - 1; length > 0;
         length -= std::min<std::size_t>(length, 1 + m_random() % 700)) {
        writeAll(file, {bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(length)});
        QVERIFY2(read(file, expected) == Outcome::Error, ("length " + std::to_string(length)).c_str());
    }
    for (const std::size_t length : {4096UL, 4095UL, 512UL, 511UL, 1UL}) {
        writeAll(file, {bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(length)});
        QVERIFY2(read(file, expected) == Outcome::Error, ("length " + std::to_string(length)).c_str());
        QCOMPARE(readAll(file).size(), length); // and it is left as it was found
    }
}

void VfsBitFlipTest::everyShortenedLogIsAnError()
{
    const std::string live = path("live.db");
    const std::string file = path("copy.db");
    std::string expected;
    {
        Database database(live, "vault");
        QVERIFY(database.run("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0"));
        QVERIFY(Workload::create(database));
        Workload workload(11);
        for (int step = 0; step < 5; ++step)
            QVERIFY(workload.step(database));
        expected = contentOf(database);
        writeAll(file, readAll(live));
        writeAll(file + "-wal", readAll(live + "-wal"));
    }
    const auto database = readAll(file);
    const auto log = readAll(file + "-wal");
    for (std::size_t length = log.size() - 1; length >= 512;
         length -= std::min<std::size_t>(length, 1 + m_random() % 3000)) {
        writeAll(file, database);
        writeAll(file + "-wal", {log.begin(), log.begin() + static_cast<std::ptrdiff_t>(length)});
        QVERIFY2(read(file, expected) == Outcome::Error, ("length " + std::to_string(length)).c_str());
    }
}

QTEST_GUILESS_MAIN(VfsBitFlipTest)
#include "vfsbitfliptest.moc"
