#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace consent::crypto {

using Bytes = std::span<const std::uint8_t>;
using MutableBytes = std::span<std::uint8_t>;

/// The bytes of a text, without its terminator.
inline Bytes bytesOf(std::string_view text) noexcept
{
    return {reinterpret_cast<const std::uint8_t *>(text.data()), text.size()};
}

} // namespace consent::crypto
