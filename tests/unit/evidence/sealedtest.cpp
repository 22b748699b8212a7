#include "unit/cache/dice.h"
#include "unit/cache/testdesk.h"
#include "unit/evidence/faultydisk.h"

#include "evidence/sealedreader.h"

#include <QCryptographicHash>
#include <QTest>

using namespace consent;
using namespace consent::evidence;
using namespace consent::test;
using namespace Qt::StringLiterals;

/// The container: what was written comes back, and nothing else is taken for it.
class SealedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasWrittenComesBack_data();
    void whatWasWrittenComesBack();
    void whatAnotherProgramSealedByTheSameRulesOpens();
    void anyStretchCanBeRead();
    void chunksOfEveryLengthFollowEachOther();
    void noPlainByteIsOnDisk();
    void twoSealingsOfTheSameBytesHaveNothingInCommon();
    void everyFlippedBitIsFound();
    void everyCutIsFound();
    void whatHangsBehindIsFound();
    void chunksThatAreSwappedRepeatedOrLeftOutAreFound();
    void aChunkOfAnotherFileOfTheSamePersonIsFound();
    void anotherPersonsKeyOpensNothing();
    void everyFailureToWriteIsToldAndKeepsWhatWasFlushed();
    void aFileWithoutItsEndIsClosedWithAllWholeChunks();

private:
    QByteArray noise(qsizetype size)
    {
        QByteArray bytes(size, Qt::Uninitialized);
        for (char &byte : bytes)
            byte = char(m_dice.roll(256));
        return bytes;
    }
    SealedSummary write(const QString &name, const QByteArray &plain, qsizetype piece = 50'000)
    {
        const auto header = SealedHeader::create(m_person.key.id, SealedLimits::smallestChunk);
        auto output = m_disk->create(name);
        auto writer = SealedWriter::begin(**output, *header, m_person.key);
        for (qsizetype at = 0; at < plain.size(); at += piece)
            writer->append(QByteArrayView(plain).sliced(at, std::min(piece, plain.size() - at))).ok();
        const auto summary = writer->finish();
        return summary ? *summary : SealedSummary();
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QByteArray raw(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void putRaw(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    /// The plain bytes, or nothing when they don't verify.
    std::optional<QByteArray> read(const QString &name) { return read(name, m_person.key); }
    std::optional<QByteArray> read(const QString &name, const ledger::DataKey &key)
    {
        auto input = m_disk->open(name);
        if (!input)
            return std::nullopt;
        auto reader = SealedReader::open(*std::move(input), key);
        if (!reader)
            return std::nullopt;
        const auto bytes = reader->read(0, reader->size());
        return bytes ? std::optional(*bytes) : std::nullopt;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<RealDisk> m_disk = std::make_unique<RealDisk>(m_folder.path());
    Person m_person = Person::of(u"김하늘"_s, u"01000001234"_s, QDate(1985, 5, 5));
    Dice m_dice{20261123};
};

void SealedTest::whatWasWrittenComesBack_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : {0, 1, 65'535, 65'536, 65'537, 131'072, 300'000, 1'000'000})
        QTest::addRow("%lld bytes", qlonglong(size)) << size;
}

void SealedTest::whatWasWrittenComesBack()
{
    QFETCH(const qsizetype, size);
    const QString name = u"back-%1"_s.arg(size);
    const QByteArray plain = noise(size);
    const SealedSummary summary = write(name, plain);
    QCOMPARE(summary.plainBytes, qint64(size));
    QCOMPARE(summary.plainHash, QCryptographicHash::hash(plain, QCryptographicHash::Sha256));
    QCOMPARE(summary.address, QCryptographicHash::hash(raw(name), QCryptographicHash::Sha256));
    QCOMPARE(summary.sealedBytes, raw(name).size());
    QVERIFY(read(name) == plain);
    auto reader = SealedReader::open(*m_disk->open(name), m_person.key);
    QCOMPARE(*reader->verify(), summary.plainHash);
}

void SealedTest::whatAnotherProgramSealedByTheSameRulesOpens()
{
    // Made by python3-cryptography from the description in sealedformat.h.
    auto secret = crypto::SecretBuffer::zeroed(32);
    std::fill_n(secret->data(), 32, std::uint8_t(0x42));
    const ledger::DataKey key{*DataKeyId::fromString(u"018f0000-0000-7000-8000-000000000001"), m_person.id,
                              std::make_shared<const crypto::SecretBuffer>(*std::move(secret))};
    RealDisk made(QStringLiteral(CONSENT_SOURCE_DIR "/tests/data/fuzz/evidence"));
    auto reader = SealedReader::open(*made.open(u"three-chunks"_s), key);
    QVERIFY(reader);
    QCOMPARE(*reader->read(0, 100), QByteArray("onetwo twoend"));
    QVERIFY(!SealedReader::open(*made.open(u"unfinished"_s), key));
}

void SealedTest::anyStretchCanBeRead()
{
    const QByteArray plain = noise(400'000);
    write(u"stretch"_s, plain);
    auto reader = SealedReader::open(*m_disk->open(u"stretch"_s), m_person.key);
    QVERIFY(reader);
    for (int i = 0; i < 300; ++i) {
        const qint64 from = m_dice.roll(plain.size() + 10);
        const qint64 length = m_dice.roll(150'000);
        QCOMPARE(*reader->read(from, length), plain.mid(from, length));
    }
}

void SealedTest::chunksOfEveryLengthFollowEachOther()
{
    const auto header = SealedHeader::create(m_person.key.id, SealedLimits::smallestChunk);
    auto output = m_disk->create(u"flushed"_s);
    auto writer = SealedWriter::begin(**output, *header, m_person.key);
    QByteArray plain;
    for (int i = 0; i < 40; ++i) {
        const QByteArray piece = noise(m_dice.roll(qsizetype(90'000)));
        plain += piece;
        QVERIFY(writer->append(piece));
        if (m_dice.roll(2) == 0)
            QVERIFY(writer->flush());
    }
    QVERIFY(writer->flush());
    QVERIFY(writer->flush()); // nothing waits: no empty chunk
    QVERIFY(writer->finish());
    QVERIFY(!writer->append("late"));
    QVERIFY(!writer->finish());
    QVERIFY(read(u"flushed"_s) == plain);
}

void SealedTest::noPlainByteIsOnDisk()
{
    const QByteArray marker("OggS and a name that nobody may read");
    write(u"marker"_s, marker.repeated(5000));
    QVERIFY(!raw(u"marker"_s).contains(marker.left(8)));
}

void SealedTest::twoSealingsOfTheSameBytesHaveNothingInCommon()
{
    const QByteArray plain(100'000, 'x');
    QVERIFY(write(u"one"_s, plain).address != write(u"two"_s, plain).address);
    const QByteArray one = raw(u"one"_s).sliced(SealedHeader::bytes);
    const QByteArray two = raw(u"two"_s).sliced(SealedHeader::bytes);
    int same = 0;
    for (qsizetype at = 0; at + 16 <= one.size(); at += 16)
        same += one.sliced(at, 16) == two.sliced(at, 16) ? 1 : 0;
    QCOMPARE(same, 0);
}

void SealedTest::everyFlippedBitIsFound()
{
    const QByteArray plain = noise(70'000); // two chunks
    write(u"flip"_s, plain);
    const QByteArray good = raw(u"flip"_s);
    QList<qsizetype> places;
    for (qsizetype at = 0; at < SealedHeader::bytes + ChunkFrame::bytes + 4; ++at)
        places += at; // all of the header and the first frame
    for (int i = 0; i < 300; ++i)
        places += m_dice.roll(good.size());
    for (const qsizetype at : std::as_const(places)) {
        QByteArray bad = good;
        bad[at] = char(bad.at(at) ^ (1 << m_dice.roll(8)));
        putRaw(u"flip"_s, bad);
        QVERIFY2(!read(u"flip"_s), qPrintable(QString::number(at)));
    }
}

void SealedTest::everyCutIsFound()
{
    write(u"cut"_s, noise(140'000));
    const QByteArray good = raw(u"cut"_s);
    const qsizetype chunk = ChunkFrame::bytes + SealedLimits::smallestChunk;
    QList<qsizetype> lengths{0, 1, 47, 48, 49, 79, 80, good.size() - 1, good.size() - 33};
    lengths << SealedHeader::bytes + chunk << SealedHeader::bytes + 2 * chunk; // at the edge of a chunk
    for (int i = 0; i < 200; ++i)
        lengths += m_dice.roll(good.size());
    for (const qsizetype length : std::as_const(lengths)) {
        putRaw(u"cut"_s, good.first(length));
        QVERIFY2(!read(u"cut"_s), qPrintable(QString::number(length)));
    }
    // The mark of the last chunk can't be moved forward.
    QByteArray bad = good.first(SealedHeader::bytes + chunk);
    bad[SealedHeader::bytes + 3] = char(bad.at(SealedHeader::bytes + 3) | char(0x80));
    putRaw(u"cut"_s, bad);
    QVERIFY(!read(u"cut"_s));
}

void SealedTest::whatHangsBehindIsFound()
{
    write(u"behind"_s, noise(1000));
    putRaw(u"behind"_s, raw(u"behind"_s) + 'x');
    QVERIFY(!read(u"behind"_s));
}

void SealedTest::chunksThatAreSwappedRepeatedOrLeftOutAreFound()
{
    write(u"order"_s, noise(4 * SealedLimits::smallestChunk));
    const QByteArray good = raw(u"order"_s);
    const QByteArray header = good.first(SealedHeader::bytes);
    const qsizetype chunk = ChunkFrame::bytes + SealedLimits::smallestChunk;
    QList<QByteArray> chunks;
    for (qsizetype at = header.size(); at < good.size(); at += chunk)
        chunks += good.sliced(at, std::min(chunk, good.size() - at));
    QCOMPARE(chunks.size(), 4);
    const auto holds = [&](const QList<int> &order) {
        QByteArray bytes = header;
        for (const int number : order)
            bytes += chunks.at(number);
        putRaw(u"order"_s, bytes);
        return read(u"order"_s).has_value();
    };
    QVERIFY(holds({0, 1, 2, 3}));
    QVERIFY(!holds({1, 0, 2, 3}));
    QVERIFY(!holds({0, 2, 1, 3}));
    QVERIFY(!holds({0, 1, 1, 3}));
    QVERIFY(!holds({0, 1, 3}));
    QVERIFY(!holds({0, 1, 2, 2, 3}));
    QVERIFY(!holds({3}));
    QVERIFY(!holds({0, 1, 2}));
}

void SealedTest::aChunkOfAnotherFileOfTheSamePersonIsFound()
{
    const QByteArray plain = noise(2 * SealedLimits::smallestChunk);
    write(u"mine"_s, plain);
    write(u"also mine"_s, plain);
    const QByteArray one = raw(u"mine"_s);
    const QByteArray two = raw(u"also mine"_s);
    const qsizetype chunk = ChunkFrame::bytes + SealedLimits::smallestChunk;
    putRaw(u"mine"_s, one.first(SealedHeader::bytes) + two.sliced(SealedHeader::bytes, chunk) +
                          one.sliced(SealedHeader::bytes + chunk));
    QVERIFY(!read(u"mine"_s));
    putRaw(u"mine"_s, one.first(SealedHeader::bytes) + two.sliced(SealedHeader::bytes)); // all of it under my header
    QVERIFY(!read(u"mine"_s));
}

void SealedTest::anotherPersonsKeyOpensNothing()
{
    write(u"other"_s, noise(1000));
    const Person stranger = Person::of(u"박바다"_s, u"01000004321"_s, QDate(1990, 1, 2));
    QVERIFY(!read(u"other"_s, stranger.key));
    ledger::DataKey disguised = stranger.key;
    disguised.id = m_person.key.id;
    QVERIFY(!read(u"other"_s, disguised));
}

void SealedTest::everyFailureToWriteIsToldAndKeepsWhatWasFlushed()
{
    const QByteArray plain = noise(200'000);
    for (int nth = 1;; ++nth) {
        const QString name = u"fault-%1"_s.arg(nth);
        FaultyDisk disk(m_folder.path(), nth, FaultyDisk::Fault::Fails);
        qint64 flushed = 0;
        const bool whole = [&] {
            const auto header = SealedHeader::create(m_person.key.id, SealedLimits::smallestChunk);
            auto output = disk.create(name);
            if (!output)
                return false;
            auto writer = SealedWriter::begin(**output, *header, m_person.key);
            if (!writer)
                return false;
            for (qsizetype at = 0; at < plain.size(); at += 25'000) {
                if (!writer->append(QByteArrayView(plain).sliced(at, 25'000)) || !writer->flush())
                    return false;
                flushed = at + 25'000;
            }
            return bool(writer->finish());
        }();
        if (whole) {
            QVERIFY(nth > 20); // header, and a write and a sync for each of eight pieces, and the end
            QVERIFY(read(name) == plain);
            return;
        }
        const auto early = read(name); // whole only where nothing but the last sync went wrong
        QVERIFY(!early || *early == plain);
        if (!QFile::exists(path(name)) || raw(name).size() < SealedHeader::bytes)
            continue;
        const auto closed = SealedRecovery::close(*m_disk, name, m_person.key);
        QVERIFY(closed);
        const auto kept = read(name);
        QVERIFY(kept);
        QVERIFY2(kept->size() >= flushed && plain.startsWith(*kept), qPrintable(QString::number(nth)));
        QCOMPARE(closed->plainBytes, qint64(kept->size()));
        QCOMPARE(closed->address, QCryptographicHash::hash(raw(name), QCryptographicHash::Sha256));
        QCOMPARE(closed->plainHash, QCryptographicHash::hash(*kept, QCryptographicHash::Sha256));
    }
}

void SealedTest::aFileWithoutItsEndIsClosedWithAllWholeChunks()
{
    const QByteArray plain = noise(3 * SealedLimits::smallestChunk + 500);
    write(u"whole"_s, plain);
    const QByteArray good = raw(u"whole"_s);
    const qsizetype chunk = ChunkFrame::bytes + SealedLimits::smallestChunk;
    for (int i = 0; i < 60; ++i) {
        const qsizetype length = SealedHeader::bytes + m_dice.roll(good.size() - SealedHeader::bytes);
        putRaw(u"torn"_s, good.first(length) + noise(m_dice.roll(qsizetype(3)) * 40)); // torn, or with rubbish behind
        const auto closed = SealedRecovery::close(*m_disk, u"torn"_s, m_person.key);
        QVERIFY(closed);
        const qint64 expected = (length - SealedHeader::bytes) / chunk * SealedLimits::smallestChunk;
        QCOMPARE(closed->plainBytes, expected);
        QVERIFY(read(u"torn"_s) == plain.first(expected));
        const auto again = SealedRecovery::close(*m_disk, u"torn"_s, m_person.key); // closed already
        QVERIFY(again && *again == *closed);
    }
    putRaw(u"torn"_s, good);
    QCOMPARE(SealedRecovery::close(*m_disk, u"torn"_s, m_person.key)->plainBytes, qint64(plain.size()));
    putRaw(u"torn"_s, good.first(20));
    QVERIFY(!SealedRecovery::close(*m_disk, u"torn"_s, m_person.key));
}

QTEST_GUILESS_MAIN(SealedTest)
#include "sealedtest.moc"
