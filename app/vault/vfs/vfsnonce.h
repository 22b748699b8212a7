#pragma once

#include "vault/vfs/vfsformat.h"

namespace consent::vault {

/// Nonces that are never used twice under a key: a random 96-bit start for each open file, and one more for each
/// record (NIST SP 800-38D 8.2.2). A forked child starts anew, or it would repeat what its parent goes on to use.
/// Not thread-safe: one object a file handle.
class NonceSource
{
public:
    /// @return false when the system gives no randomness; then nothing may be sealed.
    [[nodiscard]] bool next(std::span<std::uint8_t, NonceBytes> out) noexcept;

private:
    [[nodiscard]] bool redraw() noexcept;

    std::array<std::uint8_t, NonceBytes> m_next{};
    std::uint64_t m_process = 0; ///< The process the start was drawn in; 0: not drawn yet.
};

} // namespace consent::vault
