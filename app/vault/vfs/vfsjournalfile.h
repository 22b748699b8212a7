#pragma once

#include "vault/vfs/vfsmainfile.h"

namespace consent::vault {

/// A rollback journal, sealed in blocks of SQLite's sector size (512 bytes, since we promise that a write never harms
/// its neighbours): nonce 12, sealed block 512, tag 16. What SQLite relies on after a sync it never shares a sector
/// with what it writes later, so a block torn by a power cut takes nothing with it that was safe before.
/// A header that does not verify counts as the end of the journal, as a torn one must; damage elsewhere is an error,
/// unless the journal is one of synchronous=OFF: its end was never marked and may lie anywhere.
/// The desk itself keeps its databases in WAL mode.
class JournalFile final : public VaultFile
{
public:
    /// @param main outlives this.
    JournalFile(BaseFile base, MainFile &main) noexcept;

    int read(MutableBytes out, std::int64_t offset) noexcept override;
    int write(Bytes bytes, std::int64_t offset) noexcept override;
    int truncate(std::int64_t bytes) noexcept override;
    int sync(int flags) noexcept override { return base().sync(flags); }
    int size(std::int64_t &bytes) noexcept override;

    static constexpr std::size_t BlockPlainBytes = 512;
    static constexpr std::size_t BlockSealedBytes = NonceBytes + BlockPlainBytes + TagBytes;

private:
    enum class Strictness { Strict, EndAtBad };

    int prepare(bool forWriting) noexcept;
    int loadBlock(std::int64_t index, Strictness strictness) noexcept;
    int storeBlock(std::int64_t index) noexcept;
    void noteHeader() noexcept;

    MainFile &m_main;
    std::optional<RecordCipher> m_cipher;
    std::int64_t m_loaded = -1; ///< Which block m_block holds; -1: none.
    bool m_openEnded = false;   ///< The journal's header leaves the number of records open.
    std::array<std::uint8_t, BlockPlainBytes> m_block{};
};

} // namespace consent::vault
