#pragma once

#include "vault/vfs/vfsfile.h"

namespace consent::vault {

/// What SQLite holds as an open file: the C struct first, then our object. The base VFS's file lies behind it.
struct FileShell
{
    sqlite3_file file;
    VaultFile *vault;

    static FileShell *of(sqlite3_file *file) noexcept { return reinterpret_cast<FileShell *>(file); }
    /// Where the base file lies; SQLite aligns the shell for us.
    static sqlite3_file *baseOf(sqlite3_file *file) noexcept;
    /// Bytes that SQLite must provide for a file.
    static int bytesWith(int baseBytes) noexcept;
};

/// The functions SQLite calls on an open file. Version 2: no mapping.
/// @param sharedMemory whether the base file has it.
const sqlite3_io_methods *vaultMethods(bool sharedMemory) noexcept;

} // namespace consent::vault
