#pragma once

#include "crypto/secretbuffer.h"

namespace consent::crypto {

/// HKDF with SHA-256 (RFC 5869): one key for one purpose, named by info.
/// @return nothing when size is 0 or above 255 * 32, the input is empty, or the secure heap is full.
[[nodiscard]] std::optional<SecretBuffer> hkdfSha256(Bytes input, Bytes salt, Bytes info, std::size_t size) noexcept;

/// The one-step derivation of NIST SP 800-56A with SHA-256 as JWE uses it for ECDH-ES (RFC 7518, 4.6.2).
/// @return nothing when size is 0 or above 32, or the secure heap is full.
[[nodiscard]] std::optional<SecretBuffer> concatKdfSha256(Bytes shared, Bytes algorithm, Bytes partyU, Bytes partyV,
                                                          std::size_t size) noexcept;

/// PBKDF2 with HMAC-SHA-256 (RFC 8018, 5.2): only where a protocol asks for it (SCRAM, RFC 7677).
/// @return nothing when rounds is below 1,000 or above 10,000,000, salt or password is empty, size is 0 or above 1,024,
/// or without memory.
[[nodiscard]] std::optional<SecretBuffer> pbkdf2Sha256(Bytes password, Bytes salt, unsigned rounds,
                                                       std::size_t size) noexcept;

/// Cost of scrypt: memory is 128 * r * 2^logN bytes.
struct ScryptParameters
{
    unsigned logN = 17; ///< 1..20
    unsigned r = 8;     ///< 1..16
    unsigned p = 1;     ///< 1..16

    friend bool operator==(const ScryptParameters &, const ScryptParameters &) = default;
};

/// scrypt (RFC 7914). With the default cost about 0.6 s of one core and 128 MiB.
/// @return nothing when a parameter is out of its range or there is no memory.
[[nodiscard]] std::optional<SecretBuffer> scrypt(Bytes password, Bytes salt, const ScryptParameters &cost,
                                                 std::size_t size) noexcept;

} // namespace consent::crypto
