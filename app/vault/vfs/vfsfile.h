#pragma once

#include "vault/vfs/sqliteapi.h"
#include "vault/vfs/vfsformat.h"

#include <memory>

namespace consent::vault {

/// The file of the base VFS below one of ours. Speaks in physical offsets and SQLite results. Does not own the memory.
class BaseFile
{
public:
    explicit BaseFile(sqlite3_file *file) noexcept
        : m_file(file)
    {
    }

    /// Like xRead: what lies beyond the end is zeroed and SQLITE_IOERR_SHORT_READ is returned.
    int read(MutableBytes out, std::int64_t offset) const noexcept
    {
        return m_file->pMethods->xRead(m_file, out.data(), static_cast<int>(out.size()), offset);
    }
    int write(Bytes bytes, std::int64_t offset) const noexcept
    {
        return m_file->pMethods->xWrite(m_file, bytes.data(), static_cast<int>(bytes.size()), offset);
    }
    int truncate(std::int64_t bytes) const noexcept { return m_file->pMethods->xTruncate(m_file, bytes); }
    int sync(int flags) const noexcept { return m_file->pMethods->xSync(m_file, flags); }
    int size(std::int64_t &bytes) const noexcept
    {
        sqlite3_int64 size = 0;
        const int result = m_file->pMethods->xFileSize(m_file, &size);
        bytes = size;
        return result;
    }
    int control(int operation, void *argument) const noexcept
    {
        return m_file->pMethods->xFileControl(m_file, operation, argument);
    }
    int close() const noexcept { return m_file->pMethods->xClose(m_file); }
    sqlite3_file *raw() const noexcept { return m_file; }

private:
    sqlite3_file *m_file;
};

/// One open file as SQLite sees it: logical offsets, plain bytes. One kind of file, one class.
/// SQLite uses a file from one thread at a time. Nothing here throws; failures are SQLite results.
class VaultFile
{
public:
    explicit VaultFile(BaseFile base) noexcept
        : m_base(base)
    {
    }
    virtual ~VaultFile() = default;
    VaultFile(const VaultFile &) = delete;
    VaultFile &operator=(const VaultFile &) = delete;

    /// From SQLite's allocator, which a program may limit or watch; null without memory.
    static void *operator new(std::size_t bytes) noexcept { return sqlite3_malloc64(bytes); }
    static void operator delete(void *memory) noexcept { sqlite3_free(memory); }

    virtual int read(MutableBytes out, std::int64_t offset) noexcept = 0;
    virtual int write(Bytes bytes, std::int64_t offset) noexcept = 0;
    virtual int truncate(std::int64_t bytes) noexcept = 0;
    virtual int sync(int flags) noexcept = 0;
    virtual int size(std::int64_t &bytes) noexcept = 0;
    virtual int control(int operation, void *argument) noexcept;
    /// Before the base file is closed.
    virtual int finish() noexcept { return SQLITE_OK; }
    /// SQLite begins something that may have changed the file from another connection.
    virtual void lockChanged() noexcept {}

    const BaseFile &base() const noexcept { return m_base; }

private:
    BaseFile m_base;
};

/// A file that is passed through as it is.
class PlainFile final : public VaultFile
{
public:
    using VaultFile::VaultFile;
    int read(MutableBytes out, std::int64_t offset) noexcept override { return base().read(out, offset); }
    int write(Bytes bytes, std::int64_t offset) noexcept override { return base().write(bytes, offset); }
    int truncate(std::int64_t bytes) noexcept override { return base().truncate(bytes); }
    int sync(int flags) noexcept override { return base().sync(flags); }
    int size(std::int64_t &bytes) noexcept override { return base().size(bytes); }
};

} // namespace consent::vault
