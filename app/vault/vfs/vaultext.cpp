// The sealing VFS as a loadable extension of SQLite. In the sqlite3 shell, with VAULT_KEY in the environment:
//   .load ./vaultext
//   .open file:cache.db?vfs=vault
// The key is never typed into SQL. SELECT vault_seal_count(), vault_open_count() tells that the vault is in use.
#include "vault/vfs/sqliteapi.h"
#include "vault/vfs/vault_c.h"
#include "vault/vfs/vaultenvironment.h"

extern "C" {
SQLITE_EXTENSION_INIT1
}

namespace {

void sealCount(sqlite3_context *context, int, sqlite3_value **)
{
    sqlite3_result_int64(context, static_cast<sqlite3_int64>(vault_seal_count()));
}

void openCount(sqlite3_context *context, int, sqlite3_value **)
{
    sqlite3_result_int64(context, static_cast<sqlite3_int64>(vault_open_count()));
}

int addFunctions(sqlite3 *connection, char **, const sqlite3_api_routines *)
{
    const int result = sqlite3_create_function_v2(connection, "vault_seal_count", 0, SQLITE_UTF8, nullptr, sealCount,
                                                  nullptr, nullptr, nullptr);
    if (result != SQLITE_OK)
        return result;
    return sqlite3_create_function_v2(connection, "vault_open_count", 0, SQLITE_UTF8, nullptr, openCount, nullptr,
                                      nullptr, nullptr);
}

} // namespace

/// The entry that SQLite finds by the file's name. The extension stays loaded when the connection goes.
extern "C" int sqlite3_vaultext_init(sqlite3 *connection, char **message, const sqlite3_api_routines *api)
{
    SQLITE_EXTENSION_INIT2(api);
    int result = consent::vault::registerFromEnvironment();
    if (result == SQLITE_OK)
        result = sqlite3_auto_extension(reinterpret_cast<void (*)(void)>(addFunctions));
    if (result == SQLITE_OK)
        result = addFunctions(connection, message, api);
    return result == SQLITE_OK ? SQLITE_OK_LOAD_PERMANENTLY : result;
}
