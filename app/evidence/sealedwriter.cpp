#include "evidence/sealedwriter.h"

#include "crypto/secretbuffer.h"
#include "evidence/words_p.h"

#include <algorithm>

namespace consent::evidence {

using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const crypto::Digest &digest)
{
    return {reinterpret_cast<const char *>(digest.data()), qsizetype(digest.size())};
}

crypto::Bytes view(QByteArrayView bytes)
{
    return {reinterpret_cast<const std::uint8_t *>(bytes.data()), std::size_t(bytes.size())};
}

} // namespace

SealedWriter::SealedWriter(SealedOutput &output, const SealedHeader &header, ChunkCipher cipher)
    : m_output(output)
    , m_chunk(qsizetype(header.chunk))
    , m_cipher(std::move(cipher))
    , m_out(ChunkFrame::bytes + m_chunk, Qt::Uninitialized)
{
    m_waiting.reserve(m_chunk);
}

SealedWriter::SealedWriter(SealedWriter &&) noexcept = default;

SealedWriter::~SealedWriter()
{
    crypto::wipe({reinterpret_cast<std::uint8_t *>(m_waiting.data()), std::size_t(m_waiting.size())});
}

Result<SealedWriter> SealedWriter::begin(SealedOutput &output, const SealedHeader &header, const ledger::DataKey &key)
{
    auto cipher = ChunkCipher::create(header, key);
    if (!cipher)
        return cipher.error();
    SealedWriter writer(output, header, *std::move(cipher));
    if (auto written = writer.emit(header.toBytes()); !written)
        return written.error();
    return writer;
}

Result<void> SealedWriter::emit(QByteArrayView sealed)
{
    if (auto written = m_output.write(sealed); !written) {
        m_ended = true;
        return written;
    }
    m_sealedHash.add(view(sealed));
    m_sealedBytes += sealed.size();
    return {};
}

Result<void> SealedWriter::put(crypto::Bytes plain, bool last)
{
    const qsizetype length = ChunkFrame::bytes + qsizetype(plain.size());
    if (m_chunks >= SealedLimits::chunks || m_sealedBytes + length > SealedLimits::sealedBytes) {
        m_ended = true;
        return Words::tooLarge();
    }
    if (!m_cipher.seal(m_chunks, last, plain, {m_out.data(), std::size_t(length)})) {
        m_ended = true;
        return Words::noMemory();
    }
    if (auto written = emit(QByteArrayView(m_out).first(length)); !written)
        return written;
    m_plainHash.add(plain);
    m_plainBytes += qint64(plain.size());
    ++m_chunks;
    return {};
}

Result<void> SealedWriter::append(QByteArrayView plain)
{
    if (m_ended)
        return Words::io(u"written after its end"_s);
    while (m_waiting.size() + plain.size() > m_chunk) {
        const qsizetype taken = m_chunk - m_waiting.size();
        const QByteArrayView first = plain.first(taken);
        Result<void> written;
        if (m_waiting.isEmpty()) {
            written = put(view(first), false);
        } else {
            m_waiting.append(first);
            written = put(view(m_waiting), false);
            crypto::wipe({reinterpret_cast<std::uint8_t *>(m_waiting.data()), std::size_t(m_waiting.size())});
            m_waiting.resize(0);
        }
        if (!written)
            return written;
        plain = plain.sliced(taken);
    }
    m_waiting.append(plain);
    return {};
}

Result<void> SealedWriter::flush()
{
    if (m_ended)
        return Words::io(u"flushed after its end"_s);
    if (!m_waiting.isEmpty()) {
        const auto written = put(view(m_waiting), false);
        crypto::wipe({reinterpret_cast<std::uint8_t *>(m_waiting.data()), std::size_t(m_waiting.size())});
        m_waiting.resize(0);
        if (!written)
            return written;
    }
    auto synced = m_output.sync();
    m_ended = m_ended || !synced;
    return synced;
}

Result<SealedSummary> SealedWriter::finish()
{
    if (m_ended)
        return Words::io(u"finished twice, or after a failure"_s);
    const auto written = put(view(m_waiting), true);
    crypto::wipe({reinterpret_cast<std::uint8_t *>(m_waiting.data()), std::size_t(m_waiting.size())});
    m_waiting.resize(0);
    m_ended = true;
    if (!written)
        return written.error();
    return summary();
}

Result<SealedSummary> SealedWriter::summary()
{
    m_ended = true;
    if (auto synced = m_output.sync(); !synced)
        return synced.error();
    return SealedSummary{bytesOf(m_sealedHash.finish()), m_sealedBytes, bytesOf(m_plainHash.finish()), m_plainBytes};
}

} // namespace consent::evidence
