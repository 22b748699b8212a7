#pragma once

#include "vault/vfs/vfsfile.h"
#include "vault/vfs/vfsheader.h"
#include "vault/vfs/vfskeys.h"

namespace consent::vault {

/// A database file: header block, then sealed pages.
class MainFile final : public VaultFile
{
public:
    /// @param name the pointer that SQLite opened the file by; it identifies the file to its log and journals.
    MainFile(BaseFile base, const char *name, DatabaseKey key) noexcept;
    ~MainFile() override;

    /// Looks at what is there. @return SQLITE_NOTADB for another file or key, SQLITE_IOERR_DATA for one cut off.
    int inspect() noexcept;

    int read(MutableBytes out, std::int64_t offset) noexcept override;
    int write(Bytes bytes, std::int64_t offset) noexcept override;
    int truncate(std::int64_t bytes) noexcept override;
    int sync(int flags) noexcept override;
    int size(std::int64_t &bytes) noexcept override;
    int control(int operation, void *argument) noexcept override;
    void lockChanged() noexcept override { m_knownPages = 0; }

    MainFile *next = nullptr; ///< Of OpenMainFiles alone.

    const char *name() const noexcept { return m_name; }
    const crypto::SecretBuffer &key() const noexcept { return m_key.bytes; }
    /// Null while the file has no header yet.
    const FileIdentity *identity() const noexcept { return m_cipher ? &m_header.identity : nullptr; }
    /// Makes the header if there is none; on disk when this returns. The caller holds SQLite's write lock.
    int ensureHeader() noexcept;

    /// Whether an image may be stored as this page: nothing where the trailer goes, and page 1 says so itself.
    static bool isStorable(std::uint64_t pageNumber, std::span<const std::uint8_t, PageBytes> image) noexcept;

private:
    int adopt(const FileHeader &header) noexcept;
    int writeState(FileHeader::State state) noexcept;
    int readPage(std::int64_t index, std::span<std::uint8_t, PageBytes> out) noexcept;
    int writePage(std::int64_t index, std::span<const std::uint8_t, PageBytes> image) noexcept;
    int fillGap(std::int64_t index) noexcept;
    int readSlices(MutableBytes out, std::int64_t offset) noexcept;

    const char *m_name;
    DatabaseKey m_key;
    FileHeader m_header;
    std::optional<RecordCipher> m_cipher;
    std::int64_t m_knownPages = 0; ///< The file has at least this many pages; 0: not known.
    std::array<std::uint8_t, PageBytes> m_buffer;
};

} // namespace consent::vault
