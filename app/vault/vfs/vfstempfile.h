#pragma once

#include "vault/vfs/vfscipher.h"
#include "vault/vfs/vfsfile.h"

#include <mutex>

namespace consent::vault {

/// A temporary file: sorts, temporary tables, statement journals. Sealed in blocks under a random key; nonces and tags
/// stay in memory, so that nobody can open it once it is closed, this process included.
class TempFile final : public VaultFile
{
public:
    /// @param shortLived made with throwaway().
    TempFile(BaseFile base, RecordCipher shortLived) noexcept;
    ~TempFile() override;

    int read(MutableBytes out, std::int64_t offset) noexcept override;
    int write(Bytes bytes, std::int64_t offset) noexcept override;
    int truncate(std::int64_t bytes) noexcept override;
    int sync(int flags) noexcept override;
    int size(std::int64_t &bytes) noexcept override;

private:
    struct Seal
    {
        std::array<std::uint8_t, NonceBytes> nonce;
        std::array<std::uint8_t, TagBytes> tag;
        bool written;
    };
    using Block = std::array<std::uint8_t, PageBytes>;

    int hold(std::int64_t index) noexcept;
    int flush() noexcept;
    int readBlock(std::int64_t index, std::span<std::uint8_t, PageBytes> out) noexcept;
    int writeBlock(std::int64_t index, std::span<const std::uint8_t, PageBytes> plain) noexcept;
    bool reserveSeals(std::int64_t count) noexcept;

    std::mutex m_mutex; ///< SQLite's sorter may come from several threads.
    RecordCipher m_cipher;
    Seal *m_seals = nullptr; ///< One a block, from SQLite's allocator.
    std::int64_t m_capacity = 0;
    std::int64_t m_bytes = 0; ///< Length as SQLite sees it.
    std::int64_t m_held = -1; ///< Which block m_plain holds; -1: none.
    bool m_dirty = false;     ///< m_plain is newer than the file.
    Block m_plain{};
    Block m_sealed{};
};

} // namespace consent::vault
