#pragma once

#include "crypto/secretbuffer.h"

#include <array>

namespace consent::crypto {

using WrappedKey256 = std::array<std::uint8_t, 40>;

/// AES Key Wrap (RFC 3394) of a 256-bit key under a 256-bit key.
/// @return nothing when a key is not 32 bytes long, or without memory.
[[nodiscard]] std::optional<WrappedKey256> wrapKey(Bytes wrappingKey, Bytes key) noexcept;

/// @return nothing when a length is wrong or the wrapping key does not fit.
[[nodiscard]] std::optional<SecretBuffer> unwrapKey(Bytes wrappingKey, Bytes wrapped) noexcept;

} // namespace consent::crypto
