// The sealing VFS for programs that were not built for it: LD_PRELOAD=libvaultpreload.so, see vaultenvironment.h.
// It steps in where a program first starts SQLite, and not earlier: sqlite3_config() must come before.
#include "vault/vfs/vaultenvironment.h"

#include <sqlite3.h>

#include <dlfcn.h>

namespace {

/// The function of the same name in the SQLite library itself.
template <typename Function> Function *next(const char *name) noexcept
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, name));
}

/// SQLite calls its own entries while it starts and while we register; those calls go straight through.
thread_local bool inside = false;

void registerVault() noexcept
{
    if (inside)
        return;
    inside = true;
    consent::vault::registerFromEnvironment();
    inside = false;
}

} // namespace

extern "C" {

int sqlite3_initialize(void)
{
    static auto *const real = next<decltype(sqlite3_initialize)>("sqlite3_initialize");
    if (inside)
        return real();
    inside = true;
    const int result = real();
    inside = false;
    if (result == SQLITE_OK)
        registerVault();
    return result;
}

sqlite3_vfs *sqlite3_vfs_find(const char *name)
{
    static auto *const real = next<decltype(sqlite3_vfs_find)>("sqlite3_vfs_find");
    registerVault();
    return real(name);
}

int sqlite3_open(const char *name, sqlite3 **connection)
{
    static auto *const real = next<decltype(sqlite3_open)>("sqlite3_open");
    registerVault();
    return real(name, connection);
}

int sqlite3_open16(const void *name, sqlite3 **connection)
{
    static auto *const real = next<decltype(sqlite3_open16)>("sqlite3_open16");
    registerVault();
    return real(name, connection);
}

int sqlite3_open_v2(const char *name, sqlite3 **connection, int flags, const char *vfs)
{
    static auto *const real = next<decltype(sqlite3_open_v2)>("sqlite3_open_v2");
    registerVault();
    return real(name, connection, flags, vfs);
}
}
