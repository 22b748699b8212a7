#include "vault/vfs/vfsjournalfile.h"

#include <algorithm>

namespace consent::vault {

namespace {

constexpr std::string_view JournalPurpose = "consentdesk vault journal v1";
constexpr auto Block = static_cast<std::int64_t>(JournalFile::BlockPlainBytes);
constexpr auto Sealed = static_cast<std::int64_t>(JournalFile::BlockSealedBytes);

/// SQLite looks for a journal header with reads of 1 byte (is there a journal?) or 8 (its magic) at a sector's start,
/// and for the name of a super-journal in the last 16 bytes. What it looks for may have been torn by a power cut.
bool looksForMarker(std::size_t bytes, std::int64_t offset, std::int64_t end) noexcept
{
    const bool header = offset % Block == 0 && (bytes == 1 || bytes == 8);
    const bool superJournal =
        (bytes == 4 && (offset == end - 16 || offset == end - 12)) || (bytes == 8 && offset == end - 8);
    return header || superJournal;
}

constexpr std::array<std::uint8_t, 8> JournalMagic{0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7};
constexpr std::size_t RecordCountAt = 8;
constexpr std::uint32_t RecordCountOpen = 0xffffffff;

/// The end of a record that names a super-journal: SQLite commits several databases at once. A connection that recovers
/// them reads the journals of the others without knowing that they are sealed, so such a commit is refused.
bool namesSuperJournal(Bytes bytes, std::int64_t offset) noexcept
{
    return offset % Block != 0 && std::ranges::equal(bytes, JournalMagic);
}

} // namespace

JournalFile::JournalFile(BaseFile base, MainFile &main) noexcept
    : VaultFile(base)
    , m_main(main)
{
}

int JournalFile::prepare(bool forWriting) noexcept
{
    if (m_cipher)
        return SQLITE_OK;
    const int result = forWriting ? m_main.ensureHeader() : m_main.inspect();
    if (result != SQLITE_OK || !m_main.identity())
        return result;
    m_cipher = RecordCipher::derive(m_main.key(), *m_main.identity(), JournalPurpose);
    return m_cipher ? SQLITE_OK : SQLITE_NOMEM;
}

/// Fills m_block. A block that was never written is zeroes, as in any file.
int JournalFile::loadBlock(std::int64_t index, Strictness strictness) noexcept
{
    m_loaded = -1;
    std::array<std::uint8_t, BlockSealedBytes> sealed;
    const int result = base().read(sealed, index * Sealed);
    if (result != SQLITE_OK && result != SQLITE_IOERR_SHORT_READ)
        return result;
    const std::span<const std::uint8_t, BlockSealedBytes> parts(sealed);
    const bool empty = std::ranges::all_of(sealed, [](std::uint8_t byte) { return byte == 0; });
    const bool good = !empty && m_cipher->open(RecordKind::JournalBlock, static_cast<std::uint64_t>(index),
                                               parts.subspan<NonceBytes, BlockPlainBytes>(), m_block,
                                               parts.first<NonceBytes>(), parts.last<TagBytes>());
    if (good) {
        m_loaded = index;
        noteHeader();
        return SQLITE_OK;
    }
    m_block.fill(0);
    if (empty || strictness == Strictness::EndAtBad)
        return SQLITE_OK;
    // A process that was killed in the middle of a write leaves a torn record: SQLite ends there at a short read.
    if (m_openEnded)
        return SQLITE_IOERR_SHORT_READ;
    sqlite3_log(SQLITE_IOERR_DATA, "vault: a block of the journal does not verify");
    return SQLITE_IOERR_DATA;
}

void JournalFile::noteHeader() noexcept
{
    if (std::equal(JournalMagic.begin(), JournalMagic.end(), m_block.begin()))
        m_openEnded = big32(&m_block[RecordCountAt]) == RecordCountOpen;
}

int JournalFile::storeBlock(std::int64_t index) noexcept
{
    noteHeader();
    std::array<std::uint8_t, BlockSealedBytes> sealed;
    const std::span<std::uint8_t, BlockSealedBytes> parts(sealed);
    if (!m_cipher->seal(RecordKind::JournalBlock, static_cast<std::uint64_t>(index), m_block,
                        parts.subspan<NonceBytes, BlockPlainBytes>(), parts.first<NonceBytes>(),
                        parts.last<TagBytes>()))
        return SQLITE_IOERR_WRITE;
    m_loaded = -1;
    const int result = base().write(sealed, index * Sealed);
    if (result == SQLITE_OK)
        m_loaded = index;
    return result;
}

int JournalFile::read(MutableBytes out, std::int64_t offset) noexcept
{
    if (const int result = prepare(false); result != SQLITE_OK)
        return result;
    std::int64_t end = 0;
    if (const int result = size(end); result != SQLITE_OK)
        return result;
    const Strictness strictness = looksForMarker(out.size(), offset, end) ? Strictness::EndAtBad : Strictness::Strict;
    while (!out.empty()) {
        if (!m_cipher || offset >= end) {
            std::ranges::fill(out, std::uint8_t{0});
            return SQLITE_IOERR_SHORT_READ;
        }
        const std::int64_t index = offset / Block;
        const auto skip = static_cast<std::size_t>(offset % Block);
        const std::size_t count = std::min(BlockPlainBytes - skip, out.size());
        if (m_loaded != index) {
            if (const int result = loadBlock(index, strictness); result != SQLITE_OK)
                return result;
        }
        std::ranges::copy(Bytes(m_block).subspan(skip, count), out.begin());
        out = out.subspan(count);
        offset += static_cast<std::int64_t>(count);
    }
    return SQLITE_OK;
}

int JournalFile::write(Bytes bytes, std::int64_t offset) noexcept
{
    if (namesSuperJournal(bytes, offset)) {
        sqlite3_log(SQLITE_IOERR_WRITE, "vault: a commit over several databases needs WAL mode");
        return SQLITE_IOERR_WRITE;
    }
    if (const int result = prepare(true); result != SQLITE_OK)
        return result;
    while (!bytes.empty()) {
        const std::int64_t index = offset / Block;
        const auto skip = static_cast<std::size_t>(offset % Block);
        const std::size_t count = std::min(BlockPlainBytes - skip, bytes.size());
        if (count < BlockPlainBytes && m_loaded != index) {
            // What a crash left behind in a block is not part of this journal.
            if (const int result = loadBlock(index, Strictness::EndAtBad); result != SQLITE_OK)
                return result;
        }
        std::ranges::copy(bytes.first(count), m_block.begin() + static_cast<std::ptrdiff_t>(skip));
        if (const int result = storeBlock(index); result != SQLITE_OK)
            return result;
        bytes = bytes.subspan(count);
        offset += static_cast<std::int64_t>(count);
    }
    return SQLITE_OK;
}

int JournalFile::truncate(std::int64_t bytes) noexcept
{
    m_loaded = -1;
    return base().truncate((bytes + Block - 1) / Block * Sealed);
}

int JournalFile::size(std::int64_t &bytes) noexcept
{
    std::int64_t fileBytes = 0;
    const int result = base().size(fileBytes);
    bytes = (fileBytes + Sealed - 1) / Sealed * Block;
    return result;
}

} // namespace consent::vault
