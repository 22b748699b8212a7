#include "testdesk.h"

#include "support/vault/hookedvfs.h"
#include "vault/database/sqlconnection.h"
#include "vault/vfs/vault_c.h"

#include <QFile>
#include <QTest>

#include <sqlite3.h>

#include <array>
#include <csignal>
#include <functional>
#include <sys/wait.h>
#include <unistd.h>

using namespace consent;
using namespace consent::cache;
using namespace consent::test;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array<unsigned char, 32> key{7, 7, 7};

/// What a saved call changes.
struct Seen
{
    qint64 events = 0;
    qint64 waiting = 0;
    qint64 logRows = 0;
    qint64 people = 0;
    qint64 keys = 0;
    qint64 views = 0;
    qint64 head = 0;
    bool draft = false;
    int found = 0;

    friend bool operator==(const Seen &, const Seen &) = default;
};

/// Refuses the call with a number, or dies at it.
class Disk final : public IoHook
{
public:
    int before(IoCall, const std::string &) override { return next(SQLITE_IOERR_WRITE); }
    int beforeWrite(const std::string &, const void *, int, sqlite3_int64) override
    {
        return full ? SQLITE_FULL : next(SQLITE_IOERR_WRITE);
    }
    bool synced(const std::string &) override { return false; } // a killed process loses nothing that it wrote

    int calls = 0;
    int failAt = 0; ///< 0: never.
    bool kill = false;
    bool full = false;

private:
    int next(int code)
    {
        if (failAt == 0 || ++calls != failAt)
            return SQLITE_OK;
        if (kill)
            raise(SIGKILL);
        return code;
    }
};

/// Stops SQLite at the point with a number where it looks whether it should go on: in every statement at least once.
struct Interruption
{
    int points = 0;
    int stopAt = 0; ///< 0: never.

    static Interruption &instance()
    {
        static Interruption only;
        return only;
    }
    static int atPoint(void *database)
    {
        Interruption &self = instance();
        // COMMIT passes one more point when it is already done: stopped there it would report a failure of what is
        // saved. sqlite3_interrupt(), which is all that the program uses, is not looked at there.
        if (sqlite3_get_autocommit(static_cast<sqlite3 *>(database)) != 0)
            return 0;
        return self.stopAt != 0 && ++self.points == self.stopAt ? 1 : 0;
    }
    static int onOpen(sqlite3 *database, char **, const struct sqlite3_api_routines *)
    {
        sqlite3_progress_handler(database, 1, atPoint, database);
        return SQLITE_OK;
    }
};

} // namespace

/// Saving a call is one transaction: event, outbox, head, projections, search terms, key, access log, draft.
class SavingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void everyStatementFailedInTurnLeavesNothingHalfSaved();
    void everyCallToTheDiskFailedInTurnLeavesNothingHalfSaved();
    void aFullDiskSaysSoAndTheSaveSucceedsOnceThereIsRoom();
    void aKillAtEveryCallToTheDiskLeavesAllOrNothing();

private:
    std::unique_ptr<Cache> open(const QString &path)
    {
        if (vault_set_key(QFile::encodeName(path).constData(), key.data()) != SQLITE_OK)
            return nullptr;
        auto cache = openCache(path, u"sealedhooked"_s, 512);
        return cache ? std::move(*cache) : nullptr;
    }
    QString copy()
    {
        const QString path = m_folder.filePath(u"copy-%1.db"_s.arg(++m_copies));
        return QFile::copy(m_template, path) ? path : QString();
    }
    Result<void> save(Cache &cache) const;
    Seen seen(Cache &cache) const;

    QTemporaryDir m_folder;
    QString m_template;
    int m_copies = 0;
    Disk m_disk;
    std::unique_ptr<HookedVfs> m_hooked;
    SetClock m_clock;
    Person m_person = Person::of(u"홍바다"_s, u"01000004321"_s, QDate(1985, 5, 5));
    DeviceId m_deviceId;
    UserId m_agent;
    std::vector<Recorded> m_call; // registration and call, signed once: a retry records the very same
    Seen m_before;
    Seen m_after;
};

Result<void> SavingTest::save(Cache &cache) const
{
    auto transaction = cache.begin();
    if (!transaction)
        return transaction.error();
    if (auto put = cache.dataKeys().put({m_person.key.id, m_person.id, 1, QByteArray(40, 'k')}); !put)
        return put;
    for (const Recorded &recorded : m_call) {
        if (auto number = cache.record(recorded.event, recorded.personal); !number)
            return number.error();
    }
    if (auto logged = cache.accessLog().append({m_clock.now(), m_agent, m_deviceId, m_person.id, u"record"_s, {}});
        !logged)
        return logged;
    if (auto removed = cache.drafts().remove(m_agent, m_deviceId); !removed)
        return removed;
    return transaction->commit();
}

Seen SavingTest::seen(Cache &cache) const
{
    Seen now;
    now.events = cache.events().count().value();
    now.waiting = cache.outbox().count().value();
    now.logRows = cache.log().count({}).value();
    now.people = cache.subjects().count().value();
    now.keys = static_cast<qint64>(cache.dataKeys().ofSubject(m_person.id)->size());
    now.views = cache.accessLog().count().value();
    now.head = cache.device().load()->head.seq;
    now.draft = cache.drafts().find(m_agent, m_deviceId)->has_value();
    for (const QString &text : {u"홍바다"_s, u"ㅎㅂㄷ"_s, u"4321"_s})
        now.found += static_cast<int>(cache.search().find(text)->size());
    return now;
}

void SavingTest::initTestCase()
{
    sqlite3_initialize();
    m_hooked = std::make_unique<HookedVfs>("hooked", "unix-excl", m_disk);
    QCOMPARE(vault_register("sealedhooked", "hooked"), SQLITE_OK);
    QCOMPARE(sqlite3_auto_extension(reinterpret_cast<void (*)()>(&Interruption::onOpen)), SQLITE_OK);

    m_template = m_folder.filePath(u"template.db"_s);
    auto cache = open(m_template);
    QVERIFY(cache);
    TestDevice device(m_clock);
    m_deviceId = device.id();
    m_agent = device.agent();
    QVERIFY(cache->device().create(device.id(), device.key()));
    const Person earlier = Person::of(u"김하늘"_s, u"01000001234"_s, QDate(1990, 1, 1));
    for (const Recorded &recorded : {device.registered(earlier), device.captured(earlier, {u"a"_s}, {u"b"_s})})
        QVERIFY(cache->record(recorded.event, recorded.personal).ok());
    QVERIFY(cache->drafts().put(m_agent, m_deviceId, {m_clock.now(), QByteArray(3000, 'd')}));
    m_before = seen(*cache);
    m_call = {device.registered(m_person), device.captured(m_person, {u"a"_s, u"c"_s}, {u"b"_s})};
    cache.reset();

    auto whole = open(copy());
    QVERIFY(save(*whole));
    m_after = seen(*whole);
    QCOMPARE(m_after, (Seen{4, 4, 2, 2, 1, 1, 4, false, 3}));
    QVERIFY(vault_seal_count() > 0);
}

void SavingTest::cleanupTestCase()
{
    sqlite3_reset_auto_extension();
    QCOMPARE(vault_unregister("sealedhooked"), SQLITE_OK);
}

void SavingTest::everyStatementFailedInTurnLeavesNothingHalfSaved()
{
    Interruption &interruption = Interruption::instance();
    auto cache = open(copy());
    int failures = 0;
    while (true) {
        interruption.points = 0;
        interruption.stopAt = failures + 1;
        const auto saved = save(*cache);
        interruption.stopAt = 0;
        if (saved)
            break;
        ++failures;
        QVERIFY(!cache->connection().inTransaction());
        QCOMPARE(seen(*cache), m_before);
    }
    QVERIFY2(failures > 100, QByteArray::number(failures)); // the run that needed no failure came after these
    QCOMPARE(seen(*cache), m_after);
}

void SavingTest::everyCallToTheDiskFailedInTurnLeavesNothingHalfSaved()
{
    for (int failAt = 1;; ++failAt) {
        const QString path = copy();
        auto cache = open(path);
        QVERIFY(cache);
        m_disk.calls = 0;
        m_disk.failAt = failAt;
        const auto saved = save(*cache);
        const bool reached = m_disk.calls >= failAt;
        m_disk.failAt = 0;
        QCOMPARE(seen(*cache), saved ? m_after : m_before);
        if (!saved) {
            QVERIFY(!saved.error().message.isEmpty());
            QVERIFY2(save(*cache).ok(), QByteArray::number(failAt)); // the same call again, on the same connection
            QCOMPARE(seen(*cache), m_after);
        }
        cache.reset();
        cache = open(path);
        QVERIFY(cache);
        QCOMPARE(seen(*cache), m_after);
        if (!reached) {
            QVERIFY2(failAt > 10, QByteArray::number(failAt));
            return;
        }
    }
}

void SavingTest::aFullDiskSaysSoAndTheSaveSucceedsOnceThereIsRoom()
{
    auto cache = open(copy());
    m_disk.full = true;
    const auto saved = save(*cache);
    m_disk.full = false;
    QCOMPARE(saved.error().kind, ErrorKind::DiskFull);
    QVERIFY(!saved.error().message.isEmpty());
    QCOMPARE(seen(*cache), m_before);
    QVERIFY(save(*cache));
    QCOMPARE(seen(*cache), m_after);
}

void SavingTest::aKillAtEveryCallToTheDiskLeavesAllOrNothing()
{
    int killed = 0;
    int afterwards = 0;
    for (int killAt = 1;; ++killAt) {
        const QString path = copy();
        std::array<int, 2> told{};
        QCOMPARE(pipe(told.data()), 0);
        const pid_t child = fork();
        if (child == 0) {
            auto cache = open(path);
            m_disk.calls = 0;
            m_disk.kill = true;
            m_disk.failAt = killAt;
            if (!save(*cache))
                _exit(2);
            if (write(told[1], "s", 1) != 1) // the person was told: saved
                _exit(3);
            _exit(0); // without closing: as if killed a moment later
        }
        ::close(told[1]);
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        char letter = 0;
        const bool wasTold = read(told[0], &letter, 1) == 1;
        ::close(told[0]);
        QVERIFY(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);

        auto cache = open(path);
        QVERIFY(cache);
        const Seen now = seen(*cache);
        QVERIFY2(now == m_before || now == m_after, QByteArray::number(killAt));
        if (wasTold)
            QCOMPARE(now, m_after);
        if (now == m_before)
            QVERIFY(save(*cache));
        QCOMPARE(seen(*cache), m_after);
        if (!WIFSIGNALED(status))
            break;
        ++killed;
        afterwards += now == m_after ? 1 : 0;
    }
    QVERIFY2(killed > 10, QByteArray::number(killed));
    qInfo("killed %d times, in %d of them the call was on the disk by then", killed, afterwards);
}

QTEST_GUILESS_MAIN(SavingTest)
#include "savingtest.moc"
