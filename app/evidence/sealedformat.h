#pragma once

#include "base/result.h"
#include "crypto/aead.h"
#include "ledger/datakeys.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <memory>
#include <optional>
#include <span>

/// How one piece of evidence lies on disk, in the central store, and on its way between them.
///
///     header   48 bytes: "CDEVID1\n", file id (16 random bytes), data key id (16), largest chunk (4), four zeroes
///     chunk    word (4: length of the plain bytes; the highest bit marks the last chunk), nonce (12), tag (16),
///              ciphertext (as long as the plain bytes)
///     ...
///     chunk    the last one, which may be empty; nothing follows it
///
/// Numbers are little-endian. Every chunk is AES-256-GCM under a key of this file alone: HKDF-SHA-256 of the person's
/// data key, salted with the file id. Nonces are random, so that a chunk that is written again after a crash never
/// meets its old nonce. The associated data of a chunk are the header, the chunk's number and its word: a chunk that is
/// moved, repeated, left out, taken from another file or another person, or behind which the file was cut off, does not
/// open. How many chunks there are is bound by the number of the last one, and need not be known when writing begins.
///
/// Two hashes name a piece of evidence. Its address is the SHA-256 of the sealed bytes: the store and every desk can
/// check it without a key, and it tells nothing of what is inside, since sealing the same paper twice gives two
/// addresses. The SHA-256 of the plain bytes, by which a court compares the paper, would let whoever has a guess
/// confirm it, also after the key is destroyed; so it stands only in the sealed part of the event that attaches the
/// evidence.
namespace consent::evidence {

struct SealedLimits
{
    static constexpr qint64 sealedBytes = 1024LL * 1024 * 1024; ///< Some 60 hours of speech.
    static constexpr qint64 chunks = 1'000'000;
    static constexpr qsizetype smallestChunk = 64 * 1024; ///< Bounds of the header's largest chunk.
    static constexpr qsizetype largestChunk = 256 * 1024;
};

inline constexpr qsizetype usualChunk = 128 * 1024;

struct SealedHeader
{
    static constexpr qsizetype bytes = 48;

    std::array<std::uint8_t, 16> file{};
    std::array<std::uint8_t, 16> dataKey{};
    quint32 chunk = usualChunk; ///< The most plain bytes in one chunk.

    /// @return nothing when the generator of random numbers fails
    static std::optional<SealedHeader> create(const DataKeyId &key, qsizetype chunk = usualChunk);
    /// @return Damaged unless it is a header of this format.
    static Result<SealedHeader> parse(QByteArrayView text);
    QByteArray toBytes() const;
    DataKeyId dataKeyId() const;
    QString fileName() const; ///< Of the file while it is written: 32 hex digits.
};

/// What stands before the ciphertext of a chunk.
struct ChunkFrame
{
    static constexpr qsizetype bytes = 32;

    quint32 length = 0; ///< Of the plain bytes.
    bool last = false;
    std::array<std::uint8_t, crypto::Aes256Gcm::NonceBytes> nonce{};
    std::array<std::uint8_t, crypto::Aes256Gcm::TagBytes> tag{};

    /// Precondition: 32 bytes.
    static ChunkFrame parse(QByteArrayView text);
    void write(char *to) const;
    quint32 word() const { return length | (last ? 0x8000'0000U : 0U); }
    /// Whether a chunk of this length may stand there.
    bool fits(const SealedHeader &header) const { return length <= header.chunk && (last || length > 0); }
};

/// Seals and opens the chunks of one file. Not thread-safe.
class ChunkCipher
{
public:
    /// @return WrongKey when the key is another one than the header names; Unavailable when the secure heap is full.
    static Result<ChunkCipher> create(const SealedHeader &header, const ledger::DataKey &key);

    /// Writes frame and ciphertext.
    /// @param out ChunkFrame::bytes + plain.size() bytes
    /// @return false when OpenSSL fails
    [[nodiscard]] bool seal(qint64 number, bool last, crypto::Bytes plain, std::span<char> out) noexcept;
    /// @param out as long as the ciphertext; may be the same memory
    /// @return false when the chunk does not verify; then `out` is zeroed
    [[nodiscard]] bool open(qint64 number, const ChunkFrame &frame, crypto::Bytes cipher,
                            crypto::MutableBytes out) noexcept;

private:
    using Associated = std::array<std::uint8_t, SealedHeader::bytes + 12>;
    ChunkCipher(const SealedHeader &header, crypto::Aes256Gcm cipher);
    const Associated &associated(qint64 number, quint32 word) noexcept;

    crypto::Aes256Gcm m_cipher;
    Associated m_associated{};
};

} // namespace consent::evidence
