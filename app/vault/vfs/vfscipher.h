#pragma once

#include "crypto/aead.h"
#include "crypto/secretbuffer.h"
#include "vault/vfs/vfsformat.h"
#include "vault/vfs/vfsnonce.h"

#include <optional>
#include <string_view>

namespace consent::vault {

/// Which database a record belongs to; covered by every tag.
struct FileIdentity
{
    DatabaseId id{};
    std::uint32_t epoch = 0; ///< Of the key that sealed the file.
};

/// Seals and opens the records of one file handle. Kind and number of a record are covered by its tag, so that a record
/// is good only in its own place. Counts what it does. Not thread-safe: one object a file handle.
class RecordCipher
{
public:
    using NonceOut = std::span<std::uint8_t, NonceBytes>;
    using TagOut = std::span<std::uint8_t, TagBytes>;
    using NonceIn = std::span<const std::uint8_t, NonceBytes>;
    using TagIn = std::span<const std::uint8_t, TagBytes>;

    /// @param purpose names the key derived from the database key (HKDF, the database id as salt).
    /// @return nothing without memory.
    static std::optional<RecordCipher> derive(const crypto::SecretBuffer &databaseKey, const FileIdentity &identity,
                                              std::string_view purpose) noexcept;
    /// Under a random key that lives as long as this object.
    static std::optional<RecordCipher> throwaway() noexcept;

    [[nodiscard]] bool seal(RecordKind kind, std::uint64_t number, Bytes plain, MutableBytes cipherOut, NonceOut nonce,
                            TagOut tag) noexcept;
    /// On failure plainOut is zeroed.
    [[nodiscard]] bool open(RecordKind kind, std::uint64_t number, Bytes cipher, MutableBytes plainOut, NonceIn nonce,
                            TagIn tag) noexcept;

    /// Seals the payload of a page into the sealed form of a page: payload and trailer.
    [[nodiscard]] bool sealPage(RecordKind kind, std::uint64_t number, std::span<const std::uint8_t, PageBytes> plain,
                                std::span<std::uint8_t, PageBytes> sealed) noexcept;
    /// Opens a sealed page in its own memory; the trailer becomes zeroes.
    [[nodiscard]] bool openPage(RecordKind kind, std::uint64_t number,
                                std::span<std::uint8_t, PageBytes> page) noexcept;

private:
    RecordCipher(crypto::Aes256Gcm aead, const FileIdentity &identity) noexcept;
    void aim(RecordKind kind, std::uint64_t number) noexcept;

    crypto::Aes256Gcm m_aead;
    NonceSource m_nonces;
    std::uint32_t m_epoch;
    std::array<std::uint8_t, 32> m_associated{}; ///< id 16, kind 4, epoch 4, number 8
};

} // namespace consent::vault
