#include "vault/vfs/vault_c.h"

#include "vault/vfs/vfscounters.h"
#include "vault/vfs/vfsheader.h"
#include "vault/vfs/vfskeys.h"
#include "vault/vfs/vfsregistration.h"

#include <cstdio>
#include <new>

namespace {

using namespace consent::vault;

/// No exception may reach a program in C.
template <typename Body> int guarded(Body body) noexcept
{
    try {
        return body();
    } catch (const std::bad_alloc &) {
        return SQLITE_NOMEM;
    }
}

int registryPath(const char *databasePath, std::string &path)
{
    return databasePath ? Registration::fullPath(databasePath, path) : SQLITE_OK;
}

} // namespace

int vault_register(const char *vfsName, const char *baseVfs)
{
    return guarded([=] { return Registration::add(vfsName, baseVfs); });
}

int vault_unregister(const char *vfsName)
{
    return guarded([=] { return Registration::remove(vfsName); });
}

int vault_set_key(const char *databasePath, const unsigned char key[VAULT_KEY_BYTES])
{
    return vault_set_key_epoch(databasePath, key, 1);
}

int vault_set_key_epoch(const char *databasePath, const unsigned char key[VAULT_KEY_BYTES], unsigned int epoch)
{
    return guarded([=] {
        std::string path;
        if (const int result = registryPath(databasePath, path); result != SQLITE_OK)
            return result;
        return KeyRegistry::instance().set(std::move(path), {key, VAULT_KEY_BYTES}, epoch) ? SQLITE_OK : SQLITE_NOMEM;
    });
}

int vault_forget_key(const char *databasePath)
{
    return guarded([=] {
        std::string path;
        if (const int result = registryPath(databasePath, path); result != SQLITE_OK)
            return result;
        KeyRegistry::instance().forget(path);
        return SQLITE_OK;
    });
}

int vault_file_epoch(const char *databasePath, unsigned int *epoch)
{
    std::FILE *file = std::fopen(databasePath, "rb");
    if (!file)
        return SQLITE_CANTOPEN;
    FileHeader::Block block{};
    const std::size_t count = std::fread(block.data(), 1, block.size(), file);
    std::fclose(file);
    const auto found = unprovedEpoch(Bytes(block).first(count));
    if (!found)
        return SQLITE_NOTADB;
    *epoch = *found;
    return SQLITE_OK;
}

unsigned long long vault_seal_count(void)
{
    return counters().sealed.load(std::memory_order_relaxed);
}

unsigned long long vault_open_count(void)
{
    return counters().opened.load(std::memory_order_relaxed);
}
