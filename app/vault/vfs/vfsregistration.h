#pragma once

#include "vault/vfs/vfsmethods.h"

#include <memory>
#include <string>

namespace consent::vault {

/// One sealing VFS as SQLite knows it, over one base VFS. Lives until it is unregistered.
class Registration
{
public:
    /// @return an SQLite result, as vault_register().
    static int add(const char *name, const char *baseName);
    static int remove(const char *name);

    /// A path as SQLite makes it before it opens a database.
    /// @return an SQLite result.
    static int fullPath(const char *path, std::string &full);

    Registration(std::string name, sqlite3_vfs *base);

private:
    std::string m_name;
    sqlite3_vfs *m_base;
    sqlite3_vfs m_vfs{};
};

} // namespace consent::vault
