#include "vault/database/heldkey.h"

#include "vault/database/sqlerror.h"
#include "vault/vfs/vault_c.h"

#include <QFile>
#include <QHash>

#include <sqlite3.h>

#include <mutex>

using namespace Qt::StringLiterals;

namespace consent::vault {

namespace {

constexpr char vfs[] = "vault";
#ifdef Q_OS_WIN
constexpr char baseVfs[] = "win32";
#else
constexpr char baseVfs[] = "unix-excl"; // no shared memory file on disk, and a second process is told "locked"
#endif

struct Holders
{
    std::mutex mutex;
    QHash<QByteArray, int> count;
};

Holders &holders()
{
    static Holders instance;
    return instance;
}

} // namespace

HeldKey::HeldKey(QByteArray path)
    : m_path(std::move(path))
{
}

HeldKey::~HeldKey()
{
    const std::lock_guard lock(holders().mutex);
    int &count = holders().count[m_path];
    if (--count == 0) {
        holders().count.remove(m_path);
        vault_forget_key(m_path.constData());
    }
}

Result<std::shared_ptr<HeldKey>> HeldKey::hold(const QString &path, std::span<const std::uint8_t> key,
                                               unsigned int epoch)
{
    if (key.size() != 32)
        return sqlError(SQLITE_NOTADB, u"key of wrong length"_s);
    if (const int code = vault_register(vfs, baseVfs); code != SQLITE_OK)
        return sqlError(code, u"register vault"_s);
    const QByteArray name = QFile::encodeName(path);
    const std::lock_guard lock(holders().mutex);
    if (const int code = vault_set_key_epoch(name.constData(), key.data(), epoch); code != SQLITE_OK)
        return sqlError(code, u"set key"_s);
    ++holders().count[name];
    return std::make_shared<HeldKey>(name);
}

QString HeldKey::vfsName()
{
    return QString::fromLatin1(vfs);
}

} // namespace consent::vault
