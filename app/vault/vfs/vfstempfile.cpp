#include "vault/vfs/vfstempfile.h"

#include "crypto/secretbuffer.h"

#include <algorithm>
#include <cstring>

namespace consent::vault {

namespace {
constexpr auto BlockLength = static_cast<std::int64_t>(PageBytes);
}

TempFile::TempFile(BaseFile base, RecordCipher shortLived) noexcept
    : VaultFile(base)
    , m_cipher(std::move(shortLived))
{
}

TempFile::~TempFile()
{
    crypto::wipe(m_plain);
    sqlite3_free(m_seals);
}

bool TempFile::reserveSeals(std::int64_t count) noexcept
{
    if (count <= m_capacity)
        return true;
    const std::int64_t wanted = std::max(count, m_capacity * 2 + 64);
    auto *grown = static_cast<Seal *>(sqlite3_realloc64(m_seals, static_cast<sqlite3_uint64>(wanted) * sizeof(Seal)));
    if (!grown)
        return false;
    std::memset(grown + m_capacity, 0, static_cast<std::size_t>(wanted - m_capacity) * sizeof(Seal));
    m_seals = grown;
    m_capacity = wanted;
    return true;
}

int TempFile::readBlock(std::int64_t index, std::span<std::uint8_t, PageBytes> out) noexcept
{
    if (index >= m_capacity || !m_seals[index].written) {
        std::ranges::fill(out, std::uint8_t{0});
        return SQLITE_OK;
    }
    if (const int result = base().read(out, index * BlockLength); result != SQLITE_OK)
        return result == SQLITE_IOERR_SHORT_READ ? SQLITE_IOERR_DATA : result;
    const Seal &seal = m_seals[index];
    return m_cipher.open(RecordKind::TempBlock, static_cast<std::uint64_t>(index), out, out, seal.nonce, seal.tag)
               ? SQLITE_OK
               : SQLITE_IOERR_DATA;
}

int TempFile::writeBlock(std::int64_t index, std::span<const std::uint8_t, PageBytes> plain) noexcept
{
    if (!reserveSeals(index + 1))
        return SQLITE_NOMEM;
    Seal fresh{};
    if (!m_cipher.seal(RecordKind::TempBlock, static_cast<std::uint64_t>(index), plain, m_sealed, fresh.nonce,
                       fresh.tag))
        return SQLITE_IOERR_WRITE;
    const int result = base().write(m_sealed, index * BlockLength);
    fresh.written = true;
    m_seals[index] = fresh;
    return result;
}

int TempFile::flush() noexcept
{
    if (!m_dirty)
        return SQLITE_OK;
    m_dirty = false;
    return writeBlock(m_held, m_plain);
}

int TempFile::hold(std::int64_t index) noexcept
{
    if (m_held == index)
        return SQLITE_OK;
    int result = flush();
    m_held = -1;
    if (result == SQLITE_OK)
        result = readBlock(index, m_plain);
    if (result == SQLITE_OK)
        m_held = index;
    return result;
}

int TempFile::read(MutableBytes out, std::int64_t offset) noexcept
{
    const std::lock_guard lock(m_mutex);
    while (!out.empty()) {
        if (offset >= m_bytes) {
            std::ranges::fill(out, std::uint8_t{0});
            return SQLITE_IOERR_SHORT_READ;
        }
        const std::int64_t index = offset / BlockLength;
        const auto skip = static_cast<std::size_t>(offset % BlockLength);
        const auto left = static_cast<std::size_t>(std::min<std::int64_t>(m_bytes - offset, BlockLength));
        const std::size_t count = std::min({PageBytes - skip, out.size(), left});
        if (count == PageBytes && index != m_held) {
            if (const int result = readBlock(index, out.first<PageBytes>()); result != SQLITE_OK)
                return result;
        } else {
            if (const int result = hold(index); result != SQLITE_OK)
                return result;
            std::ranges::copy(Bytes(m_plain).subspan(skip, count), out.begin());
        }
        out = out.subspan(count);
        offset += static_cast<std::int64_t>(count);
    }
    return SQLITE_OK;
}

int TempFile::write(Bytes bytes, std::int64_t offset) noexcept
{
    const std::lock_guard lock(m_mutex);
    while (!bytes.empty()) {
        const std::int64_t index = offset / BlockLength;
        const auto skip = static_cast<std::size_t>(offset % BlockLength);
        const std::size_t count = std::min(PageBytes - skip, bytes.size());
        if (count == PageBytes) {
            if (m_held == index) {
                m_held = -1;
                m_dirty = false;
            }
            if (const int result = writeBlock(index, bytes.first<PageBytes>()); result != SQLITE_OK)
                return result;
        } else {
            if (const int result = hold(index); result != SQLITE_OK)
                return result;
            std::ranges::copy(bytes.first(count), m_plain.begin() + static_cast<std::ptrdiff_t>(skip));
            m_dirty = true;
        }
        bytes = bytes.subspan(count);
        offset += static_cast<std::int64_t>(count);
        m_bytes = std::max(m_bytes, offset);
    }
    return SQLITE_OK;
}

int TempFile::truncate(std::int64_t bytes) noexcept
{
    const std::lock_guard lock(m_mutex);
    const std::int64_t blocks = (bytes + BlockLength - 1) / BlockLength;
    if (bytes < m_bytes && bytes % BlockLength != 0) {
        // What is cut off must read as zeroes if the file grows again.
        if (const int result = hold(blocks - 1); result != SQLITE_OK)
            return result;
        std::fill(m_plain.begin() + static_cast<std::ptrdiff_t>(bytes % BlockLength), m_plain.end(), std::uint8_t{0});
        m_dirty = true;
    }
    if (m_held >= blocks) {
        m_held = -1;
        m_dirty = false;
    }
    for (std::int64_t index = blocks; index < m_capacity; ++index)
        m_seals[index].written = false;
    m_bytes = bytes;
    return base().truncate(blocks * BlockLength);
}

int TempFile::sync(int flags) noexcept
{
    const std::lock_guard lock(m_mutex);
    const int result = flush();
    return result == SQLITE_OK ? base().sync(flags) : result;
}

int TempFile::size(std::int64_t &bytes) noexcept
{
    const std::lock_guard lock(m_mutex);
    bytes = m_bytes;
    return SQLITE_OK;
}

} // namespace consent::vault
