#pragma once

#include "crypto/secretbuffer.h"
#include "vault/vfs/vfscipher.h"

namespace consent::vault {

/// The first block of a sealed database file. Its HMAC under a key of its own tells a wrong key at once, before any
/// page is read, and so apart from a damaged page.
struct FileHeader
{
    /// A file is complete once its first page is on disk. Until then a file without pages is a creation that was cut
    /// off; afterwards it is a database whose content was lost.
    enum class State : std::uint32_t { Creating = 1, Complete = 2 };
    using Block = std::array<std::uint8_t, HeaderBytes>;

    /// All that ever changes in a block lies in its first sector, so that no power cut can tear a change.
    static constexpr std::size_t SectorBytes = 512;

    FileIdentity identity;
    State state = State::Creating;

    /// @return nothing without memory.
    std::optional<Block> encode(const crypto::SecretBuffer &databaseKey) const noexcept;
};

/// What the beginning of a file turned out to be.
enum class HeaderVerdict {
    None,    ///< An empty file, or a creation that was cut off before it held anything.
    Sealed,  ///< A sealed database of this key.
    NotOurs, ///< Another kind of file, or another key.
    CutOff,  ///< A sealed database that has lost its pages.
    NoMemory,
};

/// @param block what could be read of the first HeaderBytes. @param fileBytes the length of the file.
HeaderVerdict judgeHeader(Bytes block, std::int64_t fileBytes, const crypto::SecretBuffer &databaseKey,
                          FileHeader &header) noexcept;

/// The epoch that a header block names, not yet proved. @return nothing when it is no header of ours.
std::optional<std::uint32_t> unprovedEpoch(Bytes block) noexcept;

} // namespace consent::vault
