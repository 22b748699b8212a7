#include "vault/vfs/vfsregistration.h"

#include "vault/vfs/vfsjournalfile.h"
#include "vault/vfs/vfskeys.h"
#include "vault/vfs/vfslogfile.h"
#include "vault/vfs/vfsmainfile.h"
#include "vault/vfs/vfsopenfiles.h"
#include "vault/vfs/vfstempfile.h"

#include <algorithm>
#include <mutex>
#include <vector>

namespace consent::vault {

namespace {

constexpr int TemporaryFlags =
    SQLITE_OPEN_TEMP_DB | SQLITE_OPEN_TRANSIENT_DB | SQLITE_OPEN_TEMP_JOURNAL | SQLITE_OPEN_SUBJOURNAL;

/// The key is looked up before the base is asked, so that a database without one is not even created.
int findKey(const char *name, std::optional<DatabaseKey> &key)
{
    bool outOfMemory = false;
    key = KeyRegistry::instance().find(name, outOfMemory);
    if (key)
        return SQLITE_OK;
    if (outOfMemory)
        return SQLITE_NOMEM;
    sqlite3_log(SQLITE_AUTH, "vault: no key was given for this database");
    return SQLITE_AUTH;
}

int makeMainFile(const char *name, BaseFile base, DatabaseKey key, std::unique_ptr<VaultFile> &made)
{
    auto main = std::unique_ptr<MainFile>(new MainFile(base, name, std::move(key)));
    if (!main)
        return SQLITE_NOMEM;
    const int result = main->inspect();
    made = std::move(main);
    return result;
}

int makeSideFile(const char *name, BaseFile base, int flags, std::unique_ptr<VaultFile> &made)
{
    if (flags & TemporaryFlags) {
        auto cipher = RecordCipher::throwaway();
        if (!cipher)
            return SQLITE_NOMEM;
        made.reset(new TempFile(base, std::move(*cipher)));
    } else if (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) {
        MainFile *main = OpenMainFiles::instance().find(sqlite3_filename_database(name));
        if (!main)
            return SQLITE_CANTOPEN;
        if (flags & SQLITE_OPEN_WAL)
            made.reset(new LogFile(base, *main));
        else
            made.reset(new JournalFile(base, *main));
    } else {
        // A super-journal: names of files, which SQLite also reads through other VFSs.
        made.reset(new PlainFile(base));
    }
    return made ? SQLITE_OK : SQLITE_NOMEM;
}

int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *baseVfs = static_cast<sqlite3_vfs *>(vfs->pAppData);
    sqlite3_file *raw = FileShell::baseOf(file);
    file->pMethods = nullptr;
    raw->pMethods = nullptr;

    std::optional<DatabaseKey> key;
    if (name && (flags & SQLITE_OPEN_MAIN_DB)) {
        if (const int result = findKey(name, key); result != SQLITE_OK)
            return result;
    } else if (!(flags & (TemporaryFlags | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL))) {
        return SQLITE_CANTOPEN; // a kind of file that does not exist yet is not written in the clear
    }
    if (const int result = baseVfs->xOpen(baseVfs, name, raw, flags, outFlags); result != SQLITE_OK) {
        if (raw->pMethods)
            raw->pMethods->xClose(raw);
        return result;
    }
    std::unique_ptr<VaultFile> made;
    const BaseFile base(raw);
    const int result = key ? makeMainFile(name, base, std::move(*key), made) : makeSideFile(name, base, flags, made);
    if (result != SQLITE_OK) {
        made.reset();
        base.close();
        return result;
    }
    FileShell::of(file)->vault = made.release();
    file->pMethods = vaultMethods(raw->pMethods->iVersion >= 2);
    return SQLITE_OK;
}

/// Everything but opening a file is the base's own work.
template <auto Member, typename... Arguments> auto passOn(sqlite3_vfs *vfs, Arguments... arguments)
{
    auto *base = static_cast<sqlite3_vfs *>(vfs->pAppData);
    return (base->*Member)(base, arguments...);
}

struct Registry
{
    std::mutex mutex;
    std::vector<std::unique_ptr<Registration>> all;
};

Registry &registry()
{
    // Never destroyed: SQLite may use a VFS until the very end of the process.
    static auto *const registry = new Registry;
    return *registry;
}

} // namespace

Registration::Registration(std::string name, sqlite3_vfs *base)
    : m_name(std::move(name))
    , m_base(base)
{
    m_vfs.iVersion = std::min(base->iVersion, 3);
    m_vfs.szOsFile = FileShell::bytesWith(base->szOsFile);
    m_vfs.mxPathname = base->mxPathname;
    m_vfs.zName = m_name.c_str();
    m_vfs.pAppData = base;
    m_vfs.xOpen = open;
    m_vfs.xDelete = passOn<&sqlite3_vfs::xDelete, const char *, int>;
    m_vfs.xAccess = passOn<&sqlite3_vfs::xAccess, const char *, int, int *>;
    m_vfs.xFullPathname = passOn<&sqlite3_vfs::xFullPathname, const char *, int, char *>;
    m_vfs.xDlOpen = passOn<&sqlite3_vfs::xDlOpen, const char *>;
    m_vfs.xDlError = passOn<&sqlite3_vfs::xDlError, int, char *>;
    m_vfs.xDlSym = passOn<&sqlite3_vfs::xDlSym, void *, const char *>;
    m_vfs.xDlClose = passOn<&sqlite3_vfs::xDlClose, void *>;
    m_vfs.xRandomness = passOn<&sqlite3_vfs::xRandomness, int, char *>;
    m_vfs.xSleep = passOn<&sqlite3_vfs::xSleep, int>;
    m_vfs.xCurrentTime = passOn<&sqlite3_vfs::xCurrentTime, double *>;
    m_vfs.xGetLastError = passOn<&sqlite3_vfs::xGetLastError, int, char *>;
    if (m_vfs.iVersion >= 2)
        m_vfs.xCurrentTimeInt64 = passOn<&sqlite3_vfs::xCurrentTimeInt64, sqlite3_int64 *>;
    if (m_vfs.iVersion >= 3) {
        m_vfs.xSetSystemCall = passOn<&sqlite3_vfs::xSetSystemCall, const char *, sqlite3_syscall_ptr>;
        m_vfs.xGetSystemCall = passOn<&sqlite3_vfs::xGetSystemCall, const char *>;
        m_vfs.xNextSystemCall = passOn<&sqlite3_vfs::xNextSystemCall, const char *>;
    }
}

int Registration::add(const char *name, const char *baseName)
{
    sqlite3_vfs *base = sqlite3_vfs_find(baseName);
    if (!base)
        return SQLITE_NOTFOUND;
    Registry &known = registry();
    const std::lock_guard lock(known.mutex);
    sqlite3_vfs *sameName = sqlite3_vfs_find(name);
    for (const auto &each : known.all) {
        if (&each->m_vfs == sameName)
            return each->m_base == base || base == sameName ? SQLITE_OK : SQLITE_MISUSE;
        if (&each->m_vfs == base)
            return SQLITE_MISUSE; // sealing what is sealed
    }
    if (sameName)
        return SQLITE_MISUSE;
    known.all.reserve(known.all.size() + 1);
    auto made = std::make_unique<Registration>(name, base);
    const int result = sqlite3_vfs_register(&made->m_vfs, 0);
    if (result == SQLITE_OK)
        known.all.push_back(std::move(made));
    return result;
}

int Registration::remove(const char *name)
{
    Registry &known = registry();
    const std::lock_guard lock(known.mutex);
    const auto found = std::ranges::find_if(known.all, [name](const auto &each) { return each->m_name == name; });
    if (found == known.all.end())
        return SQLITE_NOTFOUND;
    const int result = sqlite3_vfs_unregister(&(*found)->m_vfs);
    if (result == SQLITE_OK)
        known.all.erase(found);
    return result;
}

int Registration::fullPath(const char *path, std::string &full)
{
    sqlite3_vfs *vfs = sqlite3_vfs_find(nullptr);
    if (!vfs)
        return SQLITE_NOTFOUND;
    full.assign(static_cast<std::size_t>(vfs->mxPathname) + 1, '\0');
    const int result = vfs->xFullPathname(vfs, path, static_cast<int>(full.size()), full.data());
    full.resize(full.find('\0'));
    return result == SQLITE_OK_SYMLINK ? SQLITE_OK : result;
}

} // namespace consent::vault
