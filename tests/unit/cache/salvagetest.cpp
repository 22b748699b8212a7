#include "cache/salvage/salvage.h"
#include "cache/store/cache.h"
#include "ledger/eventtypes.h"
#include "support/vault/vaultfixture.h"
#include "testdesk.h"
#include "vault/care/setaside.h"
#include "vault/database/migrations.h"
#include "vault/database/sealeddatabase.h"
#include "vault/database/sqlconnection.h"

#include <QFile>
#include <QTest>

using namespace consent;
using namespace consent::cache;
using namespace consent::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int people = 120;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<std::unique_ptr<Cache>> openSealed(const QString &path)
{
    const auto migrations = Cache::migrations();
    auto connection = vault::SealedDatabase::open(path, testKey(), *migrations);
    if (!connection)
        return connection.error();
    return std::make_unique<Cache>(std::move(*connection));
}

} // namespace

class SalvageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aSoundCacheComesBackWhole();
    void aDamagedPageCostsOnlyWhatStoodOnIt();
    void aDamagedWayDownCostsNoEvent();
    void aDamagedTableOfContentsIsRenewed();
    void anAlteredEventIsRefused();
    void withoutTheDevicesKeyNothingIsMade();
    void theDamagedFileIsKeptByteForByte();

private:
    /// Pages of a table or index, the leaves or the others.
    QList<qint64> pagesOf(const QString &name, const QString &type);
    void breakPage(qint64 number);
    Result<SalvageReport> salvage();
    QString path(const QString &name) const { return m_dir->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_dir;
    SetClock m_clock;
    std::unique_ptr<TestDevice> m_device;
    KeyRing m_keys;
    QList<Recorded> m_recorded;
    UserId m_user = UserId::create();
};

void SalvageTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_device = std::make_unique<TestDevice>(m_clock);
    m_recorded.clear();
    auto cache = openSealed(path(u"cache.db"_s));
    QVERIFY(cache.ok());
    auto transaction = (*cache)->begin();
    QVERIFY((*cache)->device().create(m_device->id(), m_device->key()).ok());
    const auto record = [&](const Recorded &recorded) {
        m_clock.advance(Milliseconds(1000));
        m_recorded.append(recorded);
        QVERIFY((*cache)->record(recorded.event, recorded.personal).ok());
    };
    record(m_device->published(ledger::eventtypes::deviceEnrolled,
                               {{u"publicKey"_s, m_device->key().publicKey().toJwk()}, {u"name"_s, u"desk"_s}}));
    for (int index = 0; index < people; ++index) {
        const Person person =
            Person::of(u"견본%1"_s.arg(index), u"0100000%1"_s.arg(index, 4, 10, QLatin1Char('0')), {1990, 1, 1});
        m_keys.add(person);
        QVERIFY((*cache)->dataKeys().put({person.key.id, person.id, 1, QByteArray(40, 'w')}).ok());
        record(m_device->registered(person));
        record(m_device->captured(person, {u"basic"_s}, {u"marketing"_s}));
        QVERIFY((*cache)
                    ->accessLog()
                    .append({m_clock.now(), m_user, m_device->id(), person.id, u"view"_s, QString()})
                    .ok());
    }
    QVERIFY((*cache)->outbox().acknowledgeUpTo(m_device->id(), people, m_clock.now()).ok());
    QVERIFY((*cache)->documents().put({u"staff"_s, m_user.toString(), {{u"login"_s, u"a"_s}}, {}, {}}).ok());
    QVERIFY((*cache)->drafts().put(m_user, m_device->id(), {m_clock.now(), "draft"}).ok());
    QVERIFY(transaction->commit().ok());
    QVERIFY((*cache)->connection().checkpoint().ok());
}

QList<qint64> SalvageTest::pagesOf(const QString &name, const QString &type)
{
    auto cache = openSealed(path(u"cache.db"_s));
    auto query = (*cache)->connection().statement(u"SELECT pageno FROM dbstat WHERE name=? AND pagetype=?"_s);
    query.bind(name, type);
    QList<qint64> pages;
    while (query.next().value())
        pages.append(query.integer(0));
    return pages;
}

void SalvageTest::breakPage(qint64 number)
{
    QFile file(path(u"cache.db"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(number * 4096 + 2000));
    char byte = 0;
    QVERIFY(file.peek(&byte, 1) == 1);
    byte = static_cast<char>(byte ^ 1);
    QVERIFY(file.write(&byte, 1) == 1);
}

Result<SalvageReport> SalvageTest::salvage()
{
    if (auto copied = vault::SetAside::copy(path(u"cache.db"_s), path(u"copy.db"_s)); !copied)
        return copied.error();
    return Salvage::run(path(u"copy.db"_s), path(u"fresh.db"_s), testKey());
}

void SalvageTest::aSoundCacheComesBackWhole()
{
    const auto report = salvage();
    QVERIFY2(report.ok(), report.ok() ? "" : qPrintable(report.error().detail));
    QCOMPARE(report->events, m_recorded.size());
    QCOMPARE(report->lostEvents(), 0);
    QCOMPARE(report->refused, 0);
    QCOMPARE(report->unproved, 0);
    QVERIFY(report->outboxWhole);
    QCOMPARE(report->waiting, people + 1);
    QCOMPARE(report->drafts, 1);
    QCOMPARE(report->documents, 1);
    QCOMPARE(report->dataKeys, people);
    QCOMPARE(report->accessEntries, people);
    QVERIFY(report->damagedTables.isEmpty());
    auto before = openSealed(path(u"cache.db"_s));
    auto after = openSealed(path(u"fresh.db"_s));
    QVERIFY(*(*after)->projector().wasInterrupted());
    QVERIFY((*after)->projector().rebuild(m_keys.opener()).ok());
    QCOMPARE(projectionsAsText(**after), projectionsAsText(**before));
    const auto due = (*after)->outbox().due(people + 1);
    QCOMPARE(due->front().event.event.seq, people + 1);
    QCOMPARE(due->back().event.event.seq, m_recorded.size());
    QCOMPARE((*after)->device().load()->head.seq, m_recorded.size());
}

void SalvageTest::aDamagedPageCostsOnlyWhatStoodOnIt()
{
    const QList<qint64> leaves = pagesOf(u"event"_s, u"leaf"_s);
    QVERIFY(leaves.size() > 8);
    breakPage(leaves[2]);
    breakPage(leaves[5]);
    breakPage(leaves.back());
    const auto report = salvage();
    QVERIFY2(report.ok(), report.ok() ? "" : qPrintable(report.error().detail));
    QCOMPARE(report->brokenPages.size(), std::size_t(3));
    QCOMPARE(report->events + report->lostEvents(), m_recorded.size());
    QVERIFY(report->lostEvents() > 0);
    QVERIFY(report->lostEvents() <= 3 * m_recorded.size() / (leaves.size() - 1) + 6);
    QVERIFY(!report->outboxWhole); // the last leaf held what waited
    QCOMPARE(report->waiting > 0, true);
    QCOMPARE(report->drafts, 1);
    QCOMPARE(report->dataKeys, people);
    auto after = openSealed(path(u"fresh.db"_s));
    for (const auto &stretch : report->lost) {
        for (qint64 seq = stretch.from; seq <= stretch.to; ++seq)
            QVERIFY(!(*after)->events().find(m_recorded[seq - 1].event.event.id).ok());
    }
    const auto kept = (*after)->events().after(0, 10'000);
    for (const cache::StoredEvent &event : *kept)
        QCOMPARE(event.event.jws, m_recorded[event.event.event.seq - 1].event.jws);
}

void SalvageTest::aDamagedWayDownCostsNoEvent()
{
    for (const QString &table : {u"event"_s, u"sqlite_autoindex_event_1"_s, u"sqlite_autoindex_event_2"_s}) {
        for (const qint64 page : pagesOf(table, u"internal"_s))
            breakPage(page);
    }
    const auto report = salvage();
    QVERIFY2(report.ok(), report.ok() ? "" : qPrintable(report.error().detail));
    QVERIFY(report->damagedTables.contains(u"event"_s));
    QCOMPARE(report->events, m_recorded.size());
    QCOMPARE(report->lostEvents(), 0);
    QCOMPARE(report->unproved, 0);
    QVERIFY(report->outboxWhole);
    auto after = openSealed(path(u"fresh.db"_s));
    QCOMPARE((*after)->outbox().due(1)->front().event.event.seq, people + 1);
}

void SalvageTest::aDamagedTableOfContentsIsRenewed()
{
    breakPage(1);
    QCOMPARE(openSealed(path(u"cache.db"_s)).error().kind, ErrorKind::Damaged);
    const auto report = salvage();
    QVERIFY2(report.ok(), report.ok() ? "" : qPrintable(report.error().detail));
    QVERIFY(report->schemaRenewed);
    QCOMPARE(report->events, m_recorded.size());
    QCOMPARE(report->lostEvents(), 0);
    QCOMPARE(report->accessEntries, people);
    QVERIFY(report->outboxWhole);
}

void SalvageTest::anAlteredEventIsRefused()
{
    {
        auto cache = openSealed(path(u"cache.db"_s));
        // Sealed as it should be, but not what the device signed.
        QVERIFY((*cache)
                    ->connection()
                    .run(u"UPDATE event SET packed=(SELECT packed FROM event WHERE number=9) WHERE number=8"_s)
                    .ok());
        QByteArray altered = m_recorded[5].event.jws;
        altered[altered.size() - 20] = altered.at(altered.size() - 20) == 'A' ? 'B' : 'A';
        QVERIFY((*cache)->connection().run(u"UPDATE event SET packed=? WHERE number=6"_s, 'T' + altered).ok());
    }
    const auto report = salvage();
    QVERIFY2(report.ok(), report.ok() ? "" : qPrintable(report.error().detail));
    QVERIFY(report->refused >= 1);
    QCOMPARE(report->events, m_recorded.size() - 2);
    QCOMPARE(report->lost.size(), std::size_t(2));
    QCOMPARE(report->lost.front().from, 6);
    QCOMPARE(report->lost.back().from, 8);
}

void SalvageTest::withoutTheDevicesKeyNothingIsMade()
{
    for (const qint64 page : pagesOf(u"own_device"_s, u"leaf"_s))
        breakPage(page);
    const auto report = salvage();
    QVERIFY(!report.ok());
    QCOMPARE(report.error().kind, ErrorKind::Damaged);
}

void SalvageTest::theDamagedFileIsKeptByteForByte()
{
    breakPage(pagesOf(u"event"_s, u"leaf"_s)[1]);
    const QByteArray damaged = contentOf(path(u"cache.db"_s));
    const auto report = salvage();
    QVERIFY(report.ok());
    QCOMPARE(contentOf(path(u"cache.db"_s)), damaged);
    const auto kept = vault::SetAside::replace(path(u"cache.db"_s), path(u"fresh.db"_s), fromMs(1'795'400'000'000));
    QVERIFY(kept.ok());
    QVERIFY(kept->startsWith(path(u"cache.db.damaged-2026"_s)));
    QCOMPARE(contentOf(*kept), damaged);
    QVERIFY(!QFile::exists(path(u"fresh.db"_s)));
    auto now = openSealed(path(u"cache.db"_s));
    QCOMPARE(*(*now)->events().count(), report->events);
    QVERIFY(!report->asText().contains("견본"));
}

QTEST_GUILESS_MAIN(SalvageTest)
#include "salvagetest.moc"
