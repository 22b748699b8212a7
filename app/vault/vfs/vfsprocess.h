#pragma once

#include <cstdint>

namespace consent::vault {

/// A number that differs between a process and the children it forks; never 0. Thread-safe, and cheap enough to be
/// asked before every record: on Linux it is one read of memory, not a system call.
std::uint64_t processGeneration() noexcept;

} // namespace consent::vault
