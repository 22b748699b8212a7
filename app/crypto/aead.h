#pragma once

#include "crypto/bytes.h"

#include <memory>
#include <optional>

namespace consent::crypto {

/// AES-256 in Galois/Counter Mode (NIST SP 800-38D) under one key: 12-byte nonces, 16-byte tags.
/// Keeps its cipher contexts, so that a page costs no allocation. Not thread-safe: one object a thread.
class Aes256Gcm
{
public:
    static constexpr std::size_t KeyBytes = 32;
    static constexpr std::size_t NonceBytes = 12;
    static constexpr std::size_t TagBytes = 16;
    using Nonce = std::span<const std::uint8_t, NonceBytes>;
    using Tag = std::span<const std::uint8_t, TagBytes>;
    using MutableTag = std::span<std::uint8_t, TagBytes>;

    /// @return nothing when the key is not 32 bytes long, or without memory.
    [[nodiscard]] static std::optional<Aes256Gcm> create(Bytes key) noexcept;

    Aes256Gcm(Aes256Gcm &&) noexcept;
    Aes256Gcm &operator=(Aes256Gcm &&) noexcept;
    ~Aes256Gcm();

    /// The caller never uses one nonce twice with a key. cipherOut is as long as plain and may be the same memory.
    /// @return false when the lengths don't fit or OpenSSL fails; then cipherOut is zeroed.
    [[nodiscard]] bool seal(Nonce nonce, Bytes associated, Bytes plain, MutableBytes cipherOut,
                            MutableTag tagOut) noexcept;

    /// plainOut is as long as cipher and may be the same memory.
    /// @return false when the tag does not fit; then plainOut is zeroed.
    [[nodiscard]] bool open(Nonce nonce, Bytes associated, Bytes cipher, Tag tag, MutableBytes plainOut) noexcept;

private:
    struct Contexts;
    explicit Aes256Gcm(std::unique_ptr<Contexts> contexts) noexcept;

    std::unique_ptr<Contexts> m_contexts;
};

} // namespace consent::crypto
