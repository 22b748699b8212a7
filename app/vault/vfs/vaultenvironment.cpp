#include "vault/vfs/vaultenvironment.h"

#include "crypto/secretbuffer.h"
#include "vault/vfs/sqliteapi.h"
#include "vault/vfs/vault_c.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <string_view>

namespace consent::vault {

namespace {

using KeyBytes = std::array<unsigned char, VAULT_KEY_BYTES>;

bool parseKey(std::string_view text, KeyBytes &key) noexcept
{
    if (text.size() != key.size() * 2)
        return false;
    for (std::size_t index = 0; index < key.size(); ++index) {
        const char *digits = text.data() + index * 2;
        const auto parsed = std::from_chars(digits, digits + 2, key[index], 16);
        if (parsed.ec != std::errc() || parsed.ptr != digits + 2)
            return false;
    }
    return true;
}

int takeKey() noexcept
{
    const char *text = std::getenv("VAULT_KEY");
    KeyBytes key{};
    if (!text || !parseKey(text, key)) {
        std::fputs("vault: VAULT_KEY must hold the key as 64 hexadecimal digits\n", stderr);
        return SQLITE_AUTH;
    }
    const int result = vault_set_key(nullptr, key.data());
    crypto::wipe(key);
    return result;
}

int registerOnce() noexcept
{
    if (sqlite3_vfs_find("vault"))
        return SQLITE_OK;
    const char *base = std::getenv("VAULT_BASE");
    if (!base || !*base)
        base = "unix-excl";
    if (const int result = takeKey(); result != SQLITE_OK)
        return result;
    const int result = vault_register("vault", base);
    if (result != SQLITE_OK)
        std::fprintf(stderr, "vault: there is no VFS %s to build upon\n", base);
    return result;
}

} // namespace

int registerFromEnvironment() noexcept
{
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    if (const int result = registerOnce(); result != SQLITE_OK)
        return result;
    const char *wish = std::getenv("VAULT_DEFAULT");
    sqlite3_vfs *vault = sqlite3_vfs_find("vault");
    if (!wish || std::strcmp(wish, "1") != 0 || sqlite3_vfs_find(nullptr) == vault)
        return SQLITE_OK;
    return sqlite3_vfs_register(vault, 1);
}

} // namespace consent::vault
