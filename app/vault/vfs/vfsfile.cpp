#include "vault/vfs/vfsfile.h"

namespace consent::vault {

int VaultFile::control(int operation, void *argument) noexcept
{
    switch (operation) {
    case SQLITE_FCNTL_SIZE_HINT:
    case SQLITE_FCNTL_CHUNK_SIZE:
        // Space that the base made ahead would hold no sealed pages.
        return SQLITE_OK;
    case SQLITE_FCNTL_MMAP_SIZE:
        // A mapping shows what is on disk, which is of no use to SQLite.
        *static_cast<sqlite3_int64 *>(argument) = 0;
        return SQLITE_OK;
    case SQLITE_FCNTL_BEGIN_ATOMIC_WRITE:
    case SQLITE_FCNTL_COMMIT_ATOMIC_WRITE:
    case SQLITE_FCNTL_ROLLBACK_ATOMIC_WRITE:
        return SQLITE_NOTFOUND;
    case SQLITE_FCNTL_VFSNAME: {
        const int result = m_base.control(operation, argument);
        auto **name = static_cast<char **>(argument);
        if (result != SQLITE_OK)
            *name = nullptr;
        char *withUs = sqlite3_mprintf(*name ? "vault/%s" : "vault", *name);
        sqlite3_free(*name);
        *name = withUs;
        return withUs ? SQLITE_OK : SQLITE_NOMEM;
    }
    default:
        return m_base.control(operation, argument);
    }
}

} // namespace consent::vault
