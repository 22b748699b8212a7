#include "support/vault/hookedvfs.h"

#include <new>

namespace consent::test {

int IoHook::beforeWrite(const std::string &path, const void *, int, sqlite3_int64)
{
    return before(IoCall::Write, path);
}
void IoHook::truncated(const std::string &, sqlite3_int64) {}
bool IoHook::synced(const std::string &)
{
    return false;
}
void IoHook::deleted(const std::string &, bool) {}

struct HookedVfs::Link
{
    sqlite3_vfs *base;
    IoHook *hook;
};

namespace {

struct HookedFile
{
    sqlite3_file file;
    IoHook *hook;
    std::string *path;
};
constexpr std::size_t ShellBytes = (sizeof(HookedFile) + 15) / 16 * 16;

HookedFile *shell(sqlite3_file *file)
{
    return reinterpret_cast<HookedFile *>(file);
}
sqlite3_file *below(sqlite3_file *file)
{
    return reinterpret_cast<sqlite3_file *>(reinterpret_cast<char *>(file) + ShellBytes);
}
int ask(sqlite3_file *file, IoCall call)
{
    return shell(file)->hook->before(call, *shell(file)->path);
}

int closeFile(sqlite3_file *file)
{
    sqlite3_file *base = below(file);
    const int result = base->pMethods->xClose(base);
    delete shell(file)->path;
    return result;
}
int readFile(sqlite3_file *file, void *out, int count, sqlite3_int64 offset)
{
    if (const int refused = ask(file, IoCall::Read))
        return refused;
    sqlite3_file *base = below(file);
    return base->pMethods->xRead(base, out, count, offset);
}
int writeFile(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset)
{
    if (const int refused = shell(file)->hook->beforeWrite(*shell(file)->path, bytes, count, offset))
        return refused;
    sqlite3_file *base = below(file);
    return base->pMethods->xWrite(base, bytes, count, offset);
}
int truncateFile(sqlite3_file *file, sqlite3_int64 bytes)
{
    if (const int refused = ask(file, IoCall::Truncate))
        return refused;
    shell(file)->hook->truncated(*shell(file)->path, bytes);
    sqlite3_file *base = below(file);
    return base->pMethods->xTruncate(base, bytes);
}
int syncFile(sqlite3_file *file, int flags)
{
    if (const int refused = ask(file, IoCall::Sync))
        return refused;
    sqlite3_file *base = below(file);
    return shell(file)->hook->synced(*shell(file)->path) ? base->pMethods->xSync(base, flags) : SQLITE_OK;
}
int sizeFile(sqlite3_file *file, sqlite3_int64 *bytes)
{
    if (const int refused = ask(file, IoCall::Size))
        return refused;
    sqlite3_file *base = below(file);
    return base->pMethods->xFileSize(base, bytes);
}
int lockFile(sqlite3_file *file, int level)
{
    if (const int refused = ask(file, IoCall::Lock))
        return refused;
    sqlite3_file *base = below(file);
    return base->pMethods->xLock(base, level);
}
int unlockFile(sqlite3_file *file, int level)
{
    sqlite3_file *base = below(file);
    return base->pMethods->xUnlock(base, level);
}
int checkReserved(sqlite3_file *file, int *held)
{
    sqlite3_file *base = below(file);
    return base->pMethods->xCheckReservedLock(base, held);
}
int control(sqlite3_file *file, int operation, void *argument)
{
    sqlite3_file *base = below(file);
    return base->pMethods->xFileControl(base, operation, argument);
}
int sectorSize(sqlite3_file *file)
{
    sqlite3_file *base = below(file);
    return base->pMethods->xSectorSize(base);
}
int characteristics(sqlite3_file *file)
{
    sqlite3_file *base = below(file);
    return base->pMethods->xDeviceCharacteristics(base);
}
int shmMap(sqlite3_file *file, int region, int bytes, int extend, void volatile **memory)
{
    if (const int refused = ask(file, IoCall::SharedMemory))
        return refused;
    sqlite3_file *base = below(file);
    return base->pMethods->xShmMap(base, region, bytes, extend, memory);
}
int shmLock(sqlite3_file *file, int offset, int count, int flags)
{
    sqlite3_file *base = below(file);
    return base->pMethods->xShmLock(base, offset, count, flags);
}
void shmBarrier(sqlite3_file *file)
{
    sqlite3_file *base = below(file);
    base->pMethods->xShmBarrier(base);
}
int shmUnmap(sqlite3_file *file, int remove)
{
    sqlite3_file *base = below(file);
    return base->pMethods->xShmUnmap(base, remove);
}

sqlite3_io_methods hookedMethods()
{
    sqlite3_io_methods methods{};
    methods.iVersion = 2;
    methods.xClose = closeFile;
    methods.xRead = readFile;
    methods.xWrite = writeFile;
    methods.xTruncate = truncateFile;
    methods.xSync = syncFile;
    methods.xFileSize = sizeFile;
    methods.xLock = lockFile;
    methods.xUnlock = unlockFile;
    methods.xCheckReservedLock = checkReserved;
    methods.xFileControl = control;
    methods.xSectorSize = sectorSize;
    methods.xDeviceCharacteristics = characteristics;
    methods.xShmMap = shmMap;
    methods.xShmLock = shmLock;
    methods.xShmBarrier = shmBarrier;
    methods.xShmUnmap = shmUnmap;
    return methods;
}

} // namespace

HookedVfs::HookedVfs(const char *name, const char *baseName, IoHook &hook)
    : m_name(name)
    , m_link(new Link{sqlite3_vfs_find(baseName), &hook})
{
    m_vfs = *m_link->base;
    m_vfs.iVersion = 1;
    m_vfs.pNext = nullptr;
    m_vfs.zName = m_name.c_str();
    m_vfs.pAppData = m_link.get();
    m_vfs.szOsFile = m_link->base->szOsFile + static_cast<int>(ShellBytes);
    m_vfs.xOpen = [](sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *outFlags) {
        static const sqlite3_io_methods methods = hookedMethods();
        const Link &link = *static_cast<Link *>(vfs->pAppData);
        file->pMethods = nullptr;
        const std::string opened = path ? path : "";
        if (const int refused = link.hook->before(IoCall::Open, opened))
            return refused;
        const int result = link.base->xOpen(link.base, path, below(file), flags, outFlags);
        if (result != SQLITE_OK)
            return result;
        shell(file)->hook = link.hook;
        shell(file)->path = new std::string(opened);
        file->pMethods = &methods;
        return SQLITE_OK;
    };
    m_vfs.xDelete = [](sqlite3_vfs *vfs, const char *path, int syncDirectory) {
        const Link &link = *static_cast<Link *>(vfs->pAppData);
        if (const int refused = link.hook->before(IoCall::Delete, path))
            return refused;
        link.hook->deleted(path, syncDirectory != 0);
        return link.base->xDelete(link.base, path, 0);
    };
    m_vfs.xAccess = [](sqlite3_vfs *vfs, const char *path, int flags, int *out) {
        const Link &link = *static_cast<Link *>(vfs->pAppData);
        if (const int refused = link.hook->before(IoCall::Access, path))
            return refused;
        return link.base->xAccess(link.base, path, flags, out);
    };
    m_vfs.xFullPathname = [](sqlite3_vfs *vfs, const char *path, int count, char *out) {
        const Link &link = *static_cast<Link *>(vfs->pAppData);
        return link.base->xFullPathname(link.base, path, count, out);
    };
    sqlite3_vfs_register(&m_vfs, 0);
}

HookedVfs::~HookedVfs()
{
    sqlite3_vfs_unregister(&m_vfs);
}

} // namespace consent::test
