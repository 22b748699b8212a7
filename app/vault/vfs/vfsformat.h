#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

/// Where everything lies in a sealed file. Numbers are big-endian. A change here is a new format.
namespace consent::vault {

using Bytes = std::span<const std::uint8_t>;
using MutableBytes = std::span<std::uint8_t>;

inline constexpr std::size_t NonceBytes = 12;
inline constexpr std::size_t TagBytes = 16;

// Database file: one header block, then the pages. Of each page SQLite uses the payload; the trailer holds
// nonce, tag and key epoch.
inline constexpr std::size_t PageBytes = 4096;
inline constexpr std::size_t TrailerBytes = 32;
inline constexpr std::size_t PayloadBytes = PageBytes - TrailerBytes;
inline constexpr std::size_t HeaderBytes = 4096;

/// What a sealed record is. Part of what its tag covers, so that no record can stand in for one of another kind.
enum class RecordKind : std::uint32_t {
    Page = 1,
    LogHeader = 2,
    LogMark = 3,
    FrameHeader = 4,
    FramePage = 5,
    JournalBlock = 6,
    TempBlock = 7,
};

using DatabaseId = std::array<std::uint8_t, 16>;

inline void putBig32(std::uint8_t *out, std::uint32_t value) noexcept
{
    for (int shift = 24; shift >= 0; shift -= 8)
        *out++ = static_cast<std::uint8_t>(value >> shift);
}

inline void putBig64(std::uint8_t *out, std::uint64_t value) noexcept
{
    putBig32(out, static_cast<std::uint32_t>(value >> 32));
    putBig32(out + 4, static_cast<std::uint32_t>(value));
}

inline std::uint32_t big32(const std::uint8_t *in) noexcept
{
    return (std::uint32_t{in[0]} << 24) | (std::uint32_t{in[1]} << 16) | (std::uint32_t{in[2]} << 8) | in[3];
}

/// SQLite locks bytes at 1 GiB of the file as the system sees it. It keeps the page there unused, but it counts without
/// our header block; where locks are mandatory (Windows) the page before would lie under them. That page therefore
/// takes the place of the unused one behind it.
inline constexpr std::int64_t LockPageIndex = 0x40000000 / static_cast<std::int64_t>(PageBytes);

/// @param index page number less one. @return where the page begins in the file.
constexpr std::int64_t pageOffset(std::int64_t index) noexcept
{
    const std::int64_t place = index == LockPageIndex - 1 ? LockPageIndex + 1 : index + 1;
    return place * static_cast<std::int64_t>(PageBytes);
}

/// @return the length of a file that holds this many pages.
constexpr std::int64_t fileBytesFor(std::int64_t pages) noexcept
{
    const std::int64_t places = pages == LockPageIndex ? LockPageIndex + 2 : pages + 1;
    return places * static_cast<std::int64_t>(PageBytes);
}

/// @return what SQLite is told of a file of this length; the reverse of fileBytesFor() for whole pages.
constexpr std::int64_t logicalBytesOf(std::int64_t fileBytes) noexcept
{
    const auto header = static_cast<std::int64_t>(HeaderBytes);
    if (fileBytes <= header)
        return 0;
    if (fileBytes == fileBytesFor(LockPageIndex))
        return LockPageIndex * static_cast<std::int64_t>(PageBytes);
    return fileBytes - header;
}

} // namespace consent::vault
