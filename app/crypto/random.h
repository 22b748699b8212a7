#pragma once

#include "crypto/bytes.h"

namespace consent::crypto {

/// Random bytes that may become public (nonces, salts, ids). Thread-safe, also after fork().
/// @return false when the generator fails; then the bytes must not be used.
[[nodiscard]] bool fillRandom(MutableBytes out) noexcept;

/// Random bytes that stay secret (keys), from a generator of their own. Thread-safe, also after fork().
[[nodiscard]] bool fillSecretRandom(MutableBytes out) noexcept;

} // namespace consent::crypto
