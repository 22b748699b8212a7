#include "evidence/sealedreader.h"

#include "crypto/secretbuffer.h"
#include "evidence/words_p.h"

#include <algorithm>

namespace consent::evidence {

using namespace Qt::StringLiterals;

namespace {

crypto::MutableBytes view(QByteArray &bytes)
{
    return {reinterpret_cast<std::uint8_t *>(bytes.data()), std::size_t(bytes.size())};
}

crypto::Bytes view(QByteArrayView bytes)
{
    return {reinterpret_cast<const std::uint8_t *>(bytes.data()), std::size_t(bytes.size())};
}

Result<SealedHeader> headerOf(SealedInput &input)
{
    const auto text = input.read(0, SealedHeader::bytes);
    return text ? SealedHeader::parse(*text) : Result<SealedHeader>(text.error());
}

} // namespace

SealedReader::SealedReader(std::unique_ptr<SealedInput> input, const SealedHeader &header, ChunkCipher cipher)
    : m_input(std::move(input))
    , m_header(header)
    , m_cipher(std::move(cipher))
{
}

SealedReader::~SealedReader()
{
    if (!m_plain.isEmpty())
        crypto::wipe(view(m_plain));
}

Result<SealedReader> SealedReader::open(std::unique_ptr<SealedInput> input, const ledger::DataKey &key)
{
    const auto header = headerOf(*input);
    if (!header)
        return header.error();
    const auto size = input->size();
    if (!size)
        return size.error();
    auto cipher = ChunkCipher::create(*header, key);
    if (!cipher)
        return cipher.error();
    SealedReader reader(std::move(input), *header, *std::move(cipher));
    if (auto walked = reader.walk(*size); !walked)
        return walked.error();
    if (!reader.m_ended || reader.m_end != *size)
        return Words::damaged(reader.m_ended ? u"something behind the last chunk"_s : u"cut off"_s);
    if (auto last = reader.loadChunk(qsizetype(reader.m_places.size()) - 1); !last)
        return last.error();
    return reader;
}

Result<void> SealedReader::walk(qint64 fileSize)
{
    if (fileSize > SealedLimits::sealedBytes)
        return Words::tooLarge();
    m_end = SealedHeader::bytes;
    while (!m_ended && fileSize - m_end >= ChunkFrame::bytes && qint64(m_places.size()) < SealedLimits::chunks) {
        const auto text = m_input->read(m_end, ChunkFrame::bytes);
        if (!text)
            return text.error();
        if (text->size() < ChunkFrame::bytes)
            return {};
        const ChunkFrame frame = ChunkFrame::parse(*text);
        if (!frame.fits(m_header) || frame.length > fileSize - m_end - ChunkFrame::bytes)
            return {};
        m_places.push_back({m_end, m_size});
        m_size += frame.length;
        m_end += ChunkFrame::bytes + frame.length;
        m_ended = frame.last;
    }
    return {};
}

qint64 SealedReader::plainEnd(qsizetype number) const
{
    const auto next = std::size_t(number) + 1;
    return next < m_places.size() ? m_places[next].plain : m_size;
}

Result<void> SealedReader::loadChunk(qsizetype number)
{
    if (m_open == number)
        return {};
    const Place &place = m_places.at(std::size_t(number));
    const qint64 length = plainEnd(number) - place.plain;
    const auto sealed = m_input->read(place.at, ChunkFrame::bytes + length);
    if (!sealed)
        return sealed.error();
    if (sealed->size() != ChunkFrame::bytes + length)
        return Words::damaged(u"chunk cut off"_s);
    const ChunkFrame frame = ChunkFrame::parse(*sealed);
    if (!m_plain.isEmpty())
        crypto::wipe(view(m_plain));
    m_open = -1;
    m_plain.resize(length);
    const bool last = m_ended && std::size_t(number) + 1 == m_places.size();
    if (frame.length != quint32(length) || frame.last != last ||
        !m_cipher.open(number, frame, view(QByteArrayView(*sealed).sliced(ChunkFrame::bytes)), view(m_plain)))
        return Words::damaged(u"chunk %1 does not verify"_s.arg(number));
    m_open = number;
    return {};
}

Result<QByteArray> SealedReader::read(qint64 offset, qint64 length)
{
    QByteArray result;
    qint64 at = std::max<qint64>(offset, 0);
    const qint64 end = std::min(m_size, at + std::max<qint64>(length, 0));
    if (at >= end)
        return result;
    result.reserve(end - at);
    auto place = std::ranges::upper_bound(m_places, at, {}, &Place::plain);
    for (auto number = qsizetype(place - m_places.begin()) - 1; at < end; ++number) {
        if (auto loaded = loadChunk(number); !loaded)
            return loaded.error();
        const qint64 start = m_places[std::size_t(number)].plain;
        const qint64 until = std::min(end, plainEnd(number));
        result += QByteArrayView(m_plain).sliced(at - start, until - at);
        at = until;
    }
    return result;
}

Result<QByteArray> SealedReader::verify()
{
    crypto::Sha256 hash;
    for (qsizetype number = 0; number < qsizetype(m_places.size()); ++number) {
        if (auto loaded = loadChunk(number); !loaded)
            return loaded.error();
        hash.add(view(QByteArrayView(m_plain)));
    }
    const crypto::Digest digest = hash.finish();
    return QByteArray(reinterpret_cast<const char *>(digest.data()), qsizetype(digest.size()));
}

Result<SealedSummary> SealedRecovery::close(Disk &disk, const QString &name, const ledger::DataKey &key)
{
    auto input = disk.open(name);
    if (!input)
        return input.error();
    const auto header = headerOf(**input);
    if (!header)
        return header.error();
    const auto size = (*input)->size();
    if (!size)
        return size.error();
    auto cipher = ChunkCipher::create(*header, key);
    auto writing = ChunkCipher::create(*header, key);
    if (!cipher || !writing)
        return cipher ? writing.error() : cipher.error();
    SealedReader reader(*std::move(input), *header, *std::move(cipher));
    if (auto walked = reader.walk(*size); !walked)
        return walked.error();

    // Hashes what verifies; the first chunk that does not, and all behind it, goes.
    qint64 kept = SealedHeader::bytes;
    qint64 chunks = 0;
    bool ended = false;
    crypto::Sha256 sealedHash;
    crypto::Sha256 plainHash;
    qint64 plainBytes = 0;
    sealedHash.add(view(QByteArrayView(header->toBytes())));
    for (qsizetype number = 0; number < qsizetype(reader.m_places.size()); ++number) {
        const auto loaded = reader.loadChunk(number);
        if (!loaded && loaded.error().kind != ErrorKind::Damaged)
            return loaded.error();
        if (!loaded)
            break;
        const qint64 length = ChunkFrame::bytes + reader.m_plain.size();
        const auto sealed = reader.m_input->read(kept, length);
        if (!sealed)
            return sealed.error();
        sealedHash.add(view(QByteArrayView(*sealed)));
        plainHash.add(view(QByteArrayView(reader.m_plain)));
        plainBytes += reader.m_plain.size();
        kept += length;
        ++chunks;
        ended = reader.m_ended && number + 1 == qsizetype(reader.m_places.size());
    }
    auto output = disk.resume(name, kept);
    if (!output)
        return output.error();
    SealedWriter writer(**output, *header, *std::move(writing));
    writer.m_sealedHash = std::move(sealedHash);
    writer.m_plainHash = std::move(plainHash);
    writer.m_chunks = chunks;
    writer.m_sealedBytes = kept;
    writer.m_plainBytes = plainBytes;
    if (!ended)
        return writer.finish();
    return writer.summary();
}

} // namespace consent::evidence
