#include "unit/cache/dice.h"
#include "unit/cache/testdesk.h"
#include "unit/evidence/faultydisk.h"

#include "crypto/hash.h"
#include "evidence/evidencestore.h"
#include "ledger/eventtypes.h"
#include "ledger/evidencefacts.h"
#include "vault/database/sqlconnection.h"

#include <QTest>

#include <sys/wait.h>

using namespace consent;
using namespace consent::evidence;
using namespace consent::test;
using namespace Qt::StringLiterals;

/// Files, database and centre together: whatever is killed or fails in between, nothing is lost that was flushed, and
/// nothing is shown that is not whole.
class EvidenceStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsKeptCanBeOpenedAndIsSent();
    void aPaperIsSentOnlyBehindItsEvent();
    void killedAtEveryStepARecordingKeepsWhatWasFlushed();
    void killedAtEveryStepAPaperIsThereWholeOrNotAtAll();
    void everyFailureLeavesNothingHalf();
    void anUploadedFileIsEvictedByAgeAndFetchedAgain();
    void aFetchGoesOnWhereItStopped();
    void aSpoiledFetchBeginsAgain();
    void aDestroyedKeyTakesTheFilesAlong();
    void tidyingBringsFolderAndDatabaseTogether();

private:
    QString evidenceFolder() const { return m_folder->filePath(u"evidence"_s); }
    std::unique_ptr<cache::Cache> open() const
    {
        auto cache = openCache(m_folder->filePath(u"cache.db"_s));
        return cache ? *std::move(cache) : nullptr;
    }
    /// Everything from announcing to the event; nothing when something failed.
    std::optional<SealedSummary> attach(cache::Cache &cache, Disk &disk, const QList<QByteArray> &pieces, bool keep,
                                        const std::function<void(qint64)> &flushed = {})
    {
        EvidenceStore store(cache, disk, m_clock);
        auto announced = cache.begin();
        const auto header = store.announce(m_person.key, keep, {{u"kind"_s, u"recording"_s}});
        if (!header || !announced->commit())
            return std::nullopt;
        auto file = store.start(*header, m_person.key);
        if (!file)
            return std::nullopt;
        qint64 length = 0;
        for (const QByteArray &piece : pieces) {
            if (!file->append(piece) || !file->flush())
                return std::nullopt;
            length += piece.size();
            if (flushed)
                flushed(length);
        }
        const auto summary = file->finish();
        if (!summary)
            return std::nullopt;
        auto transaction = cache.begin();
        if (!store.keep(*header, m_person.id, *summary) || !recordEvent(cache, *summary) || !transaction->commit())
            return std::nullopt;
        return *summary;
    }
    bool recordEvent(cache::Cache &cache, const SealedSummary &summary)
    {
        ledger::EvidenceAttached facts;
        facts.sha256 = QString::fromLatin1(summary.address.toHex());
        facts.kind = domain::EvidenceKind::Recording;
        facts.mediaType = domain::EvidenceMedia::OggOpus;
        facts.bytes = summary.sealedBytes;
        m_device->startFrom(*cache.events().head(m_device->id()));
        const Recorded event = m_device->about(m_person, ledger::eventtypes::evidenceAttached, facts.toFacts());
        return bool(cache.record(event.event, event.personal));
    }
    std::optional<QByteArray> read(cache::Cache &cache, Disk &disk, const QByteArray &address)
    {
        auto reader = EvidenceStore(cache, disk, m_clock).open(address, m_person.key);
        if (!reader)
            return std::nullopt;
        const auto bytes = reader->read(0, reader->size());
        return bytes ? std::optional(*bytes) : std::nullopt;
    }
    Result<std::vector<RecoveredEvidence>> recover(EvidenceStore &store) const
    {
        return store.recover([this](const SubjectId &, const DataKeyId &id) -> Result<std::optional<ledger::DataKey>> {
            return id == m_person.key.id ? std::optional(m_person.key) : std::nullopt;
        });
    }
    void prepare(cache::Cache &cache)
    {
        auto transaction = cache.begin();
        QVERIFY(cache.dataKeys().put({m_person.key.id, m_person.id, 1, QByteArray(40, 'w')}));
        QVERIFY(cache.device().create(m_device->id(), m_device->key()));
        const Recorded event = m_device->registered(m_person);
        QVERIFY(cache.record(event.event, event.personal));
        QVERIFY(transaction->commit());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    SetClock m_clock;
    std::unique_ptr<TestDevice> m_device;
    Person m_person = Person::of(u"김하늘"_s, u"01000001234"_s, QDate(1985, 5, 5));
    const QList<QByteArray> m_pieces{QByteArray(30'000, 'a'), QByteArray(200'000, 'b'), QByteArray(10, 'c')};
    const QByteArray m_plain = m_pieces.join();
};

void EvidenceStoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_device = std::make_unique<TestDevice>(m_clock);
}

void EvidenceStoreTest::whatIsKeptCanBeOpenedAndIsSent()
{
    const auto cache = open();
    prepare(*cache);
    RealDisk disk(evidenceFolder());
    const auto summary = attach(*cache, disk, m_pieces, true);
    QVERIFY(summary);
    QVERIFY(read(*cache, disk, summary->address) == m_plain);
    QVERIFY(cache->evidenceFiles().parts()->empty());
    const auto listed = cache->evidence().ofSubject(m_person.id);
    QCOMPARE(listed->size(), 1U);
    QCOMPARE(listed->front().address, summary->address);
    QCOMPARE(listed->front().bytes, summary->sealedBytes);
}

void EvidenceStoreTest::aPaperIsSentOnlyBehindItsEvent()
{
    const auto cache = open();
    prepare(*cache);
    RealDisk disk(evidenceFolder());
    const auto summary = attach(*cache, disk, m_pieces, false);
    QVERIFY(summary);
    QVERIFY(!cache->evidenceFiles().nextToSend()->has_value());
    QVERIFY(cache->outbox().acknowledgeUpTo(m_device->id(), m_device->head().seq, m_clock.now()));
    const auto next = cache->evidenceFiles().nextToSend();
    QVERIFY(next->has_value());
    QCOMPARE((*next)->address, summary->address);
    EvidenceStore store(*cache, disk, m_clock);
    QByteArray sent;
    while (sent.size() < (*next)->total)
        sent += *store.sealedBytes(summary->address, sent.size(), 100'000);
    const crypto::Digest digest = crypto::sha256(crypto::bytesOf({sent.data(), std::size_t(sent.size())}));
    QCOMPARE(QByteArray(reinterpret_cast<const char *>(digest.data()), 32), summary->address);
    QVERIFY(cache->evidenceFiles().setState(summary->address, cache::EvidenceState::Uploaded));
    QVERIFY(!cache->evidenceFiles().nextToSend()->has_value());
}

void EvidenceStoreTest::killedAtEveryStepARecordingKeepsWhatWasFlushed()
{
    for (int nth = 1;; ++nth) {
        init();
        {
            const auto cache = open();
            prepare(*cache);
        }
        int flushedPipe[2];
        QCOMPARE(::pipe(flushedPipe), 0);
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            const auto cache = open();
            FaultyDisk disk(evidenceFolder(), nth, FaultyDisk::Fault::Kills);
            const auto tell = [&flushedPipe](qint64 length) {
                if (::write(flushedPipe[1], &length, sizeof length) != sizeof length)
                    ::_exit(3);
            };
            ::_exit(cache && attach(*cache, disk, m_pieces, true, tell) ? 0 : 1);
        }
        ::close(flushedPipe[1]);
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        qint64 flushed = 0;
        for (qint64 told = 0; ::read(flushedPipe[0], &told, sizeof told) == sizeof told;)
            flushed = told;
        ::close(flushedPipe[0]);

        const auto cache = open();
        QVERIFY(cache);
        RealDisk disk(evidenceFolder());
        EvidenceStore store(*cache, disk, m_clock);
        auto transaction = cache->begin();
        const auto recovered = recover(store);
        QVERIFY(recovered);
        for (const RecoveredEvidence &piece : *recovered)
            QVERIFY(recordEvent(*cache, piece.summary));
        QVERIFY(transaction->commit());
        const auto tidy = store.tidy();
        QVERIFY(tidy);
        QCOMPARE(tidy->missing + tidy->unknown + tidy->adopted, 0);
        QVERIFY(cache->evidenceFiles().parts()->empty());

        const auto listed = cache->evidence().ofSubject(m_person.id);
        QVERIFY(listed->size() <= 1);
        const QByteArray kept = listed->empty() ? QByteArray() : *read(*cache, disk, listed->front().address);
        QVERIFY2(kept.size() >= flushed && m_plain.startsWith(kept), qPrintable(QString::number(nth)));
        QCOMPARE(disk.names()->size(), listed->size()); // and nothing else lies about
        if (WIFEXITED(status)) {
            QCOMPARE(WEXITSTATUS(status), 0);
            QCOMPARE(kept, m_plain);
            QVERIFY(nth > 10);
            return;
        }
        QCOMPARE(WTERMSIG(status), SIGKILL);
    }
}

void EvidenceStoreTest::killedAtEveryStepAPaperIsThereWholeOrNotAtAll()
{
    for (int nth = 1;; ++nth) {
        init();
        {
            const auto cache = open();
            prepare(*cache);
        }
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            const auto cache = open();
            FaultyDisk disk(evidenceFolder(), nth, FaultyDisk::Fault::Kills);
            ::_exit(cache && attach(*cache, disk, m_pieces, false) ? 0 : 1);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        const auto cache = open();
        RealDisk disk(evidenceFolder());
        EvidenceStore store(*cache, disk, m_clock);
        const auto recovered = recover(store);
        QVERIFY(recovered && recovered->empty());
        QVERIFY(store.tidy());
        const auto listed = cache->evidence().ofSubject(m_person.id);
        QCOMPARE(disk.names()->size(), listed->size());
        if (WIFEXITED(status)) {
            QCOMPARE(WEXITSTATUS(status), 0);
            QCOMPARE(*read(*cache, disk, listed->front().address), m_plain);
            return;
        }
        QVERIFY(listed->empty());
    }
}

void EvidenceStoreTest::everyFailureLeavesNothingHalf()
{
    const auto cache = open();
    prepare(*cache);
    for (int nth = 1;; ++nth) {
        FaultyDisk disk(evidenceFolder(), nth, FaultyDisk::Fault::Fails);
        const std::size_t before = cache->evidence().ofSubject(m_person.id)->size();
        const auto summary = attach(*cache, disk, m_pieces, false);
        RealDisk sound(evidenceFolder());
        EvidenceStore store(*cache, sound, m_clock);
        QVERIFY(recover(store)->empty());
        QVERIFY(store.tidy());
        const auto listed = cache->evidence().ofSubject(m_person.id);
        QCOMPARE(sound.names()->size(), listed->size());
        if (summary) {
            QCOMPARE(listed->size(), before + 1);
            return;
        }
        QCOMPARE(listed->size(), before);
    }
}

void EvidenceStoreTest::anUploadedFileIsEvictedByAgeAndFetchedAgain()
{
    const auto cache = open();
    prepare(*cache);
    RealDisk disk(evidenceFolder());
    EvidenceStore store(*cache, disk, m_clock);
    const auto summary = attach(*cache, disk, m_pieces, true);
    const QByteArray sealedBytes = *store.sealedBytes(summary->address, 0, summary->sealedBytes);
    m_clock.advance(std::chrono::hours(24 * 30));
    QCOMPARE(*store.evict(m_clock.now(), 10), 0); // the centre does not have it
    QVERIFY(cache->evidenceFiles().setState(summary->address, cache::EvidenceState::Uploaded));
    QCOMPARE(*store.evict(m_clock.now() - std::chrono::hours(24 * 31), 10), 0); // used since
    QCOMPARE(*store.evict(m_clock.now(), 10), 1);
    QVERIFY(disk.names()->isEmpty());
    QCOMPARE(store.open(summary->address, m_person.key).error().kind, ErrorKind::NotFound);

    QVERIFY(store.want(summary->address));
    QCOMPARE((*cache->evidenceFiles().nextWanted())->address, summary->address);
    QVERIFY(store.writeFetched(summary->address, 0, sealedBytes));
    QVERIFY(store.finishFetch(summary->address));
    QVERIFY(!cache->evidenceFiles().nextWanted()->has_value());
    QVERIFY(read(*cache, disk, summary->address) == m_plain);
    QCOMPARE(store.want(QByteArray(32, 'n')).error().kind, ErrorKind::NotFound);
}

void EvidenceStoreTest::aFetchGoesOnWhereItStopped()
{
    const auto cache = open();
    prepare(*cache);
    RealDisk disk(evidenceFolder());
    EvidenceStore store(*cache, disk, m_clock);
    const auto summary = attach(*cache, disk, m_pieces, true);
    const QByteArray sealedBytes = *store.sealedBytes(summary->address, 0, summary->sealedBytes);
    QVERIFY(cache->evidenceFiles().setState(summary->address, cache::EvidenceState::Uploaded));
    QCOMPARE(*store.evict(m_clock.now() + std::chrono::hours(1), 10), 1);
    QVERIFY(store.want(summary->address));
    QVERIFY(store.writeFetched(summary->address, 0, sealedBytes.first(70'000)));
    QCOMPARE(store.writeFetched(summary->address, 80'000, sealedBytes.sliced(80'000)).error().kind,
             ErrorKind::Conflict);
    EvidenceStore later(*cache, disk, m_clock);
    QCOMPARE(*later.fetchedBytes(summary->address), 70'000);
    QVERIFY(later.writeFetched(summary->address, 70'000, sealedBytes.sliced(70'000)));
    QVERIFY(later.finishFetch(summary->address));
    QVERIFY(read(*cache, disk, summary->address) == m_plain);
}

void EvidenceStoreTest::aSpoiledFetchBeginsAgain()
{
    const auto cache = open();
    prepare(*cache);
    RealDisk disk(evidenceFolder());
    EvidenceStore store(*cache, disk, m_clock);
    const auto summary = attach(*cache, disk, m_pieces, true);
    QByteArray sealedBytes = *store.sealedBytes(summary->address, 0, summary->sealedBytes);
    QVERIFY(cache->evidenceFiles().setState(summary->address, cache::EvidenceState::Uploaded));
    QCOMPARE(*store.evict(m_clock.now() + std::chrono::hours(1), 10), 1);
    QVERIFY(store.want(summary->address));
    sealedBytes[100] = char(sealedBytes.at(100) ^ 1);
    QVERIFY(store.writeFetched(summary->address, 0, sealedBytes));
    QCOMPARE(store.finishFetch(summary->address).error().kind, ErrorKind::Damaged);
    QCOMPARE(*store.fetchedBytes(summary->address), 0);
    QCOMPARE((*cache->evidenceFiles().nextWanted())->address, summary->address);
}

void EvidenceStoreTest::aDestroyedKeyTakesTheFilesAlong()
{
    const auto cache = open();
    prepare(*cache);
    RealDisk disk(evidenceFolder());
    QVERIFY(attach(*cache, disk, m_pieces, true));
    QVERIFY(cache->dataKeys().destroy(m_person.id));
    EvidenceStore store(*cache, disk, m_clock);
    QCOMPARE(store.tidy()->destroyed, 1);
    QVERIFY(disk.names()->isEmpty());
    QVERIFY(cache->evidenceFiles().all()->empty());
}

void EvidenceStoreTest::tidyingBringsFolderAndDatabaseTogether()
{
    const auto cache = open();
    prepare(*cache);
    RealDisk disk(evidenceFolder());
    EvidenceStore store(*cache, disk, m_clock);
    const auto forgotten = attach(*cache, disk, m_pieces, true);
    const auto lost = attach(*cache, disk, {"lost"}, true);
    QVERIFY(cache->evidenceFiles().remove(forgotten->address)); // as after a salvage
    QVERIFY(disk.remove(QString::fromLatin1(lost->address.toHex())));
    QVERIFY(disk.create(QString(64, u'0')));  // of nobody: stays
    QVERIFY(disk.create(u"00112233.part"_s)); // of no announcement: goes
    const auto report = store.tidy();
    QVERIFY(report);
    QCOMPARE(report->adopted, 1);
    QCOMPARE(report->missing, 1);
    QCOMPARE(report->unknown, 1);
    QCOMPARE(disk.names()->size(), 2);
    QVERIFY(read(*cache, disk, forgotten->address) == m_plain);
    QCOMPARE((*cache->evidenceFiles().find(lost->address))->state, cache::EvidenceState::Evicted);
    const auto again = store.tidy();
    QCOMPARE(again->adopted + again->missing, 0);
}

QTEST_GUILESS_MAIN(EvidenceStoreTest)
#include "evidencestoretest.moc"
