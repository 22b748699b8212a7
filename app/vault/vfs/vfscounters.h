#pragma once

#include <atomic>
#include <cstdint>

namespace consent::vault {

/// Records sealed and opened in this process. Tests ask for them, so that none passes without having used the vault.
struct Counters
{
    std::atomic<std::uint64_t> sealed = 0;
    std::atomic<std::uint64_t> opened = 0;
};

Counters &counters() noexcept;

} // namespace consent::vault
