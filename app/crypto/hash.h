#pragma once

#include "crypto/bytes.h"

#include <array>
#include <memory>

namespace consent::crypto {

using Digest = std::array<std::uint8_t, 32>;

/// SHA-256 (FIPS 180-4). Ends the program when OpenSSL has no memory left: a wrong hash must not get out.
[[nodiscard]] Digest sha256(Bytes bytes) noexcept;

/// HMAC-SHA-256 (RFC 2104). Ends the program when OpenSSL has no memory left.
[[nodiscard]] Digest hmacSha256(Bytes key, Bytes bytes) noexcept;

/// Compares without telling by its duration where the first difference is; different lengths are different.
[[nodiscard]] bool constantTimeEqual(Bytes a, Bytes b) noexcept;

/// SHA-256 of bytes that come in pieces. Not thread-safe.
class Sha256
{
public:
    Sha256() noexcept;
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;
    ~Sha256();

    void add(Bytes bytes) noexcept;
    /// The hash of all that was added; starts anew afterwards.
    [[nodiscard]] Digest finish() noexcept;

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

} // namespace consent::crypto
