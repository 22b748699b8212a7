#include "evidence/sealedformat.h"

#include "cache/store/numbers.h"
#include "crypto/kdf.h"
#include "crypto/random.h"
#include "crypto/secretbuffer.h"
#include "evidence/words_p.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace consent::evidence {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView magic("CDEVID1\n", 8);
constexpr qsizetype fileAt = 8;
constexpr qsizetype keyAt = 24;
constexpr qsizetype chunkAt = 40;
constexpr qsizetype zeroesAt = 44;
constexpr qsizetype nonceAt = 4;
constexpr qsizetype tagAt = 16;
constexpr quint32 lastMark = 0x8000'0000U;

} // namespace

std::optional<SealedHeader> SealedHeader::create(const DataKeyId &key, qsizetype chunk)
{
    SealedHeader header;
    if (!crypto::fillRandom(header.file))
        return std::nullopt;
    const QByteArray id = cache::idBytes(key);
    std::copy_n(id.begin(), header.dataKey.size(), header.dataKey.begin());
    header.chunk = quint32(chunk);
    return header;
}

Result<SealedHeader> SealedHeader::parse(QByteArrayView text)
{
    if (text.size() < bytes || !text.startsWith(magic))
        return Words::damaged(u"no header of sealed evidence"_s);
    SealedHeader header;
    std::copy_n(text.begin() + fileAt, header.file.size(), header.file.begin());
    std::copy_n(text.begin() + keyAt, header.dataKey.size(), header.dataKey.begin());
    header.chunk = qFromLittleEndian<quint32>(text.data() + chunkAt);
    if (header.chunk < SealedLimits::smallestChunk || header.chunk > SealedLimits::largestChunk ||
        qFromLittleEndian<quint32>(text.data() + zeroesAt) != 0)
        return Words::damaged(u"header of sealed evidence out of range"_s);
    return header;
}

QByteArray SealedHeader::toBytes() const
{
    QByteArray text(bytes, '\0');
    std::ranges::copy(magic, text.begin());
    std::ranges::copy(file, text.begin() + fileAt);
    std::ranges::copy(dataKey, text.begin() + keyAt);
    qToLittleEndian(chunk, text.data() + chunkAt);
    return text;
}

DataKeyId SealedHeader::dataKeyId() const
{
    return cache::idFrom<DataKeyId>(
        QByteArray(reinterpret_cast<const char *>(dataKey.data()), qsizetype(dataKey.size())));
}

QString SealedHeader::fileName() const
{
    const QByteArray id(reinterpret_cast<const char *>(file.data()), qsizetype(file.size()));
    return QString::fromLatin1(id.toHex());
}

ChunkFrame ChunkFrame::parse(QByteArrayView text)
{
    ChunkFrame frame;
    const auto word = qFromLittleEndian<quint32>(text.data());
    frame.length = word & ~lastMark;
    frame.last = (word & lastMark) != 0;
    std::copy_n(text.begin() + nonceAt, frame.nonce.size(), frame.nonce.begin());
    std::copy_n(text.begin() + tagAt, frame.tag.size(), frame.tag.begin());
    return frame;
}

void ChunkFrame::write(char *to) const
{
    qToLittleEndian(word(), to);
    std::ranges::copy(nonce, to + nonceAt);
    std::ranges::copy(tag, to + tagAt);
}

ChunkCipher::ChunkCipher(const SealedHeader &header, crypto::Aes256Gcm cipher)
    : m_cipher(std::move(cipher))
{
    std::ranges::copy(header.toBytes(), m_associated.begin());
}

Result<ChunkCipher> ChunkCipher::create(const SealedHeader &header, const ledger::DataKey &key)
{
    if (header.dataKeyId() != key.id)
        return Words::wrongKey();
    const auto fileKey = crypto::hkdfSha256(key.secret->span(), header.file, crypto::bytesOf("consent evidence v1"),
                                            crypto::Aes256Gcm::KeyBytes);
    if (!fileKey)
        return Words::noMemory();
    auto cipher = crypto::Aes256Gcm::create(fileKey->span());
    if (!cipher)
        return Words::noMemory();
    return ChunkCipher(header, *std::move(cipher));
}

const ChunkCipher::Associated &ChunkCipher::associated(qint64 number, quint32 word) noexcept
{
    qToLittleEndian(number, m_associated.data() + SealedHeader::bytes);
    qToLittleEndian(word, m_associated.data() + SealedHeader::bytes + sizeof number);
    return m_associated;
}

bool ChunkCipher::seal(qint64 number, bool last, crypto::Bytes plain, std::span<char> out) noexcept
{
    ChunkFrame frame;
    frame.length = quint32(plain.size());
    frame.last = last;
    const crypto::MutableBytes cipher(reinterpret_cast<std::uint8_t *>(out.data()) + ChunkFrame::bytes, plain.size());
    if (!crypto::fillRandom(frame.nonce) ||
        !m_cipher.seal(frame.nonce, associated(number, frame.word()), plain, cipher, frame.tag))
        return false;
    frame.write(out.data());
    return true;
}

bool ChunkCipher::open(qint64 number, const ChunkFrame &frame, crypto::Bytes cipher, crypto::MutableBytes out) noexcept
{
    return m_cipher.open(frame.nonce, associated(number, frame.word()), cipher, frame.tag, out);
}

} // namespace consent::evidence
