#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>

namespace consent::test {

/// Which call SQLite (or the vault) makes on the base VFS.
enum class IoCall { Open, Delete, Access, Read, Write, Truncate, Sync, Size, Lock, SharedMemory };

/// Sees every call on a HookedVfs before it is carried out, and may refuse it. The path of a temporary file is empty.
class IoHook
{
public:
    virtual ~IoHook() = default;
    /// @return SQLITE_OK to let it happen, or the error to return instead.
    virtual int before(IoCall call, const std::string &path) = 0;
    /// What is about to be written. @return as before().
    virtual int beforeWrite(const std::string &path, const void *bytes, int count, sqlite3_int64 offset);
    virtual void truncated(const std::string &path, sqlite3_int64 bytes);
    /// @return whether the base should really sync; tests need not wait for a disk.
    virtual bool synced(const std::string &path);
    virtual void deleted(const std::string &path, bool directorySynced);
};

/// A VFS that passes everything on to another one and tells a hook. Registered while it lives.
class HookedVfs
{
public:
    /// @param hook outlives this.
    HookedVfs(const char *name, const char *baseName, IoHook &hook);
    ~HookedVfs();
    HookedVfs(const HookedVfs &) = delete;
    HookedVfs &operator=(const HookedVfs &) = delete;

private:
    std::string m_name;
    sqlite3_vfs m_vfs{};
    struct Link;
    std::unique_ptr<Link> m_link;
};

} // namespace consent::test
