#include "vault/vfs/vfsmethods.h"

namespace consent::vault {

namespace {

constexpr std::size_t ShellBytes = (sizeof(FileShell) + 15) / 16 * 16;

VaultFile &vaultOf(sqlite3_file *file) noexcept
{
    return *FileShell::of(file)->vault;
}

sqlite3_file *rawBase(sqlite3_file *file) noexcept
{
    return vaultOf(file).base().raw();
}

int close(sqlite3_file *file)
{
    VaultFile *vault = FileShell::of(file)->vault;
    const BaseFile base = vault->base();
    const int finished = vault->finish();
    delete vault;
    const int closed = base.close();
    file->pMethods = nullptr;
    return finished != SQLITE_OK ? finished : closed;
}

int read(sqlite3_file *file, void *out, int bytes, sqlite3_int64 offset)
{
    return vaultOf(file).read({static_cast<std::uint8_t *>(out), static_cast<std::size_t>(bytes)}, offset);
}

int write(sqlite3_file *file, const void *in, int bytes, sqlite3_int64 offset)
{
    return vaultOf(file).write({static_cast<const std::uint8_t *>(in), static_cast<std::size_t>(bytes)}, offset);
}

int truncate(sqlite3_file *file, sqlite3_int64 bytes)
{
    return vaultOf(file).truncate(bytes);
}

int sync(sqlite3_file *file, int flags)
{
    return vaultOf(file).sync(flags);
}

int fileSize(sqlite3_file *file, sqlite3_int64 *bytes)
{
    std::int64_t size = 0;
    const int result = vaultOf(file).size(size);
    *bytes = size;
    return result;
}

// Locks are the base's own: on bytes far behind the data, and they say nothing about it.

int lock(sqlite3_file *file, int level)
{
    vaultOf(file).lockChanged();
    sqlite3_file *base = rawBase(file);
    return base->pMethods->xLock(base, level);
}

int unlock(sqlite3_file *file, int level)
{
    sqlite3_file *base = rawBase(file);
    return base->pMethods->xUnlock(base, level);
}

int checkReservedLock(sqlite3_file *file, int *held)
{
    sqlite3_file *base = rawBase(file);
    return base->pMethods->xCheckReservedLock(base, held);
}

int fileControl(sqlite3_file *file, int operation, void *argument)
{
    return vaultOf(file).control(operation, argument);
}

int sectorSize(sqlite3_file *file)
{
    sqlite3_file *base = rawBase(file);
    return base->pMethods->xSectorSize(base);
}

/// Nothing about atomic or ordered writes survives our layout. POWERSAFE_OVERWRITE is claimed whatever the base says:
/// without it SQLite writes a frame of the log in pieces that can't be sealed.
int deviceCharacteristics(sqlite3_file *file)
{
    sqlite3_file *base = rawBase(file);
    const int kept = SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN | SQLITE_IOCAP_IMMUTABLE;
    return (base->pMethods->xDeviceCharacteristics(base) & kept) | SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

// The index of the log is passed through: it holds page and frame numbers, salts and checksums of the log, and nothing
// of any page. "unix-excl" keeps it in memory; with "unix" it is a file that all processes share.

int shmMap(sqlite3_file *file, int region, int bytes, int extend, void volatile **memory)
{
    sqlite3_file *base = rawBase(file);
    return base->pMethods->xShmMap(base, region, bytes, extend, memory);
}

int shmLock(sqlite3_file *file, int offset, int count, int flags)
{
    sqlite3_file *base = rawBase(file);
    return base->pMethods->xShmLock(base, offset, count, flags);
}

void shmBarrier(sqlite3_file *file)
{
    sqlite3_file *base = rawBase(file);
    base->pMethods->xShmBarrier(base);
}

int shmUnmap(sqlite3_file *file, int remove)
{
    sqlite3_file *base = rawBase(file);
    return base->pMethods->xShmUnmap(base, remove);
}

constexpr sqlite3_io_methods methodsOf(int version) noexcept
{
    sqlite3_io_methods methods{};
    methods.iVersion = version;
    methods.xClose = close;
    methods.xRead = read;
    methods.xWrite = write;
    methods.xTruncate = truncate;
    methods.xSync = sync;
    methods.xFileSize = fileSize;
    methods.xLock = lock;
    methods.xUnlock = unlock;
    methods.xCheckReservedLock = checkReservedLock;
    methods.xFileControl = fileControl;
    methods.xSectorSize = sectorSize;
    methods.xDeviceCharacteristics = deviceCharacteristics;
    if (version >= 2) {
        methods.xShmMap = shmMap;
        methods.xShmLock = shmLock;
        methods.xShmBarrier = shmBarrier;
        methods.xShmUnmap = shmUnmap;
    }
    return methods;
}

constexpr sqlite3_io_methods WithSharedMemory = methodsOf(2);
constexpr sqlite3_io_methods WithoutSharedMemory = methodsOf(1);

} // namespace

sqlite3_file *FileShell::baseOf(sqlite3_file *file) noexcept
{
    return reinterpret_cast<sqlite3_file *>(reinterpret_cast<std::uint8_t *>(file) + ShellBytes);
}

int FileShell::bytesWith(int baseBytes) noexcept
{
    return static_cast<int>(ShellBytes) + baseBytes;
}

const sqlite3_io_methods *vaultMethods(bool sharedMemory) noexcept
{
    return sharedMemory ? &WithSharedMemory : &WithoutSharedMemory;
}

} // namespace consent::vault
