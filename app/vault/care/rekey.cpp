#include "vault/care/rekey.h"

#include "base/jsonfile.h"
#include "vault/care/vaultcheck.h"
#include "vault/database/heldkey.h"
#include "vault/database/rawconnection.h"
#include "vault/database/sqlerror.h"
#include "vault/vfs/vault_c.h"
#include "vault/vfs/vfsformat.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <sqlite3.h>

#include <filesystem>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace consent::vault {

namespace {

constexpr qint64 PagesBetweenSyncs = 2048;
constexpr auto Page = static_cast<qint64>(PageBytes);

std::filesystem::path native(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

/// What tells whether the old file was written to since the copy began: the desk may have been used in between.
QJsonObject fingerprint(const QString &path)
{
    const QFileInfo file(path);
    return {{QStringLiteral("bytes"), QString::number(file.size())},
            {QStringLiteral("changedMs"), QString::number(file.lastModified().toMSecsSinceEpoch())}};
}

bool putOnDisk(const QFile &file)
{
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return fsync(file.handle()) == 0;
#endif
}

} // namespace

Rekey::Rekey(QString path, const Keys &keys, const Progress &progress)
    : m_path(std::move(path))
    , m_freshPath(m_path + QStringLiteral(".rekey"))
    , m_statePath(m_path + QStringLiteral(".rekey.state"))
    , m_retiredPath(m_path + QStringLiteral(".retired"))
    , m_keys(keys)
    , m_progress(progress)
{
}

Result<void> Rekey::run(const QString &path, const Keys &keys, const Progress &progress)
{
    return Rekey(path, keys, progress).all();
}

bool Rekey::isUnfinished(const QString &path)
{
    return QFileInfo::exists(path + QStringLiteral(".rekey.state")) ||
           QFileInfo::exists(path + QStringLiteral(".retired"));
}

Result<unsigned int> Rekey::epochOf(const QString &path)
{
    unsigned int epoch = 0;
    const int result = vault_file_epoch(QFile::encodeName(path).constData(), &epoch);
    if (result != SQLITE_OK)
        return sqlError(result, QStringLiteral("read the epoch"));
    return epoch;
}

Result<void> Rekey::proceed(Step step, qint64 done, qint64 total) const
{
    if (!m_progress || m_progress(step, done, total))
        return {};
    return Error{ErrorKind::Cancelled,
                 tr("Moving the data to a new key was stopped. Nothing is lost; it goes on the next time."),
                 {}};
}

Result<void> Rekey::all()
{
    const auto epoch = epochOf(m_path);
    if (!epoch)
        return epoch.error();
    if (*epoch < m_keys.freshEpoch) {
        for (const auto step : {&Rekey::copy, &Rekey::check, &Rekey::replace}) {
            if (const auto done = (this->*step)(); !done)
                return done;
        }
    } else if (*epoch > m_keys.freshEpoch || !isUnfinished(m_path)) {
        return Error{ErrorKind::InvalidArgument, tr("The data already has a key of this age."), {}};
    }
    return destroy();
}

Result<qint64> Rekey::pagesAlreadyCopied() const
{
    const auto bytes = readFileLimited(m_statePath, 4096);
    const auto state = bytes ? parseJsonObject(*bytes, m_statePath) : Result<QJsonObject>(bytes.error());
    const auto freshEpoch = epochOf(m_freshPath);
    const bool usable = state && freshEpoch && *freshEpoch == m_keys.freshEpoch &&
                        state->value(QStringLiteral("source")).toObject() == fingerprint(m_path);
    if (usable)
        return state->value(QStringLiteral("pages")).toString().toLongLong();
    QFile::remove(m_statePath);
    if (QFileInfo::exists(m_freshPath) && !QFile::remove(m_freshPath))
        return Error{ErrorKind::Io, tr("A file left over from an earlier attempt can't be removed."), m_freshPath};
    return qint64{0};
}

Result<void> Rekey::remember(qint64 pages) const
{
    const QJsonObject state{{QStringLiteral("source"), fingerprint(m_path)},
                            {QStringLiteral("pages"), QString::number(pages)}};
    return writeFileDurably(m_statePath, QJsonDocument(state).toJson());
}

Result<void> Rekey::copy()
{
    const auto heldCurrent = HeldKey::hold(m_path, m_keys.current, 1);
    if (!heldCurrent)
        return heldCurrent.error();
    RawConnection source;
    if (const int opened = source.open(m_path, false); opened != SQLITE_OK)
        return sqlError(opened, QStringLiteral("open to re-key"));
    for (const char *sql : {"PRAGMA locking_mode=EXCLUSIVE", "BEGIN IMMEDIATE", "COMMIT",
                            "PRAGMA wal_checkpoint(TRUNCATE)", "BEGIN IMMEDIATE"}) {
        if (const int result = source.run(sql); result != SQLITE_OK)
            return sqlError(result, QString::fromLatin1(sql));
    }
    if (sqlite3_file *log = source.logFile()) {
        sqlite3_int64 logBytes = 0;
        if (log->pMethods->xFileSize(log, &logBytes) != SQLITE_OK || logBytes > 0)
            return sqlError(SQLITE_BUSY, QStringLiteral("empty the log"));
    }
    const auto heldFresh = HeldKey::hold(m_freshPath, m_keys.fresh, m_keys.freshEpoch);
    if (!heldFresh)
        return heldFresh.error();
    const auto copied = pagesAlreadyCopied();
    if (!copied)
        return copied.error();
    RawConnection target;
    if (const int opened = target.open(m_freshPath, true); opened != SQLITE_OK)
        return sqlError(opened, QStringLiteral("open the new file"));
    if (const auto done = copyPages(source, target, *copied); !done)
        return done;
    if (const int result = source.run("COMMIT"); result != SQLITE_OK)
        return sqlError(result, QStringLiteral("leave the old file"));
    return {};
}

Result<void> Rekey::copyPages(RawConnection &source, RawConnection &target, qint64 from)
{
    sqlite3_file *oldFile = source.mainFile();
    sqlite3_file *newFile = target.mainFile();
    sqlite3_int64 bytes = 0;
    if (const int result = oldFile->pMethods->xFileSize(oldFile, &bytes); result != SQLITE_OK)
        return sqlError(result, QStringLiteral("size of the old file"));
    const qint64 pages = bytes / Page;
    std::array<std::uint8_t, PageBytes> page;
    for (qint64 index = from; index <= pages; ++index) {
        if (index % PagesBetweenSyncs == 0 || index == pages) {
            if (const int result = newFile->pMethods->xSync(newFile, SQLITE_SYNC_NORMAL); result != SQLITE_OK)
                return sqlError(result, QStringLiteral("sync the new file"));
            if (const auto noted = remember(index); !noted)
                return noted;
            if (const auto allowed = proceed(Step::Copying, index, pages); !allowed)
                return allowed;
        }
        if (index == pages || index == LockPageIndex)
            continue;
        if (const int result = oldFile->pMethods->xRead(oldFile, page.data(), PageBytes, index * Page);
            result != SQLITE_OK)
            return sqlError(result, QStringLiteral("read a page"));
        if (const int result = newFile->pMethods->xWrite(newFile, page.data(), PageBytes, index * Page);
            result != SQLITE_OK)
            return sqlError(result, QStringLiteral("write a page"));
    }
    return {};
}

Result<void> Rekey::check()
{
    if (const auto allowed = proceed(Step::Checking, 0, 0); !allowed)
        return allowed;
    const auto findings = VaultCheck::run(m_freshPath, m_keys.fresh, [this](qint64 done, qint64 total) {
        return proceed(Step::Checking, done, total).ok();
    });
    if (!findings)
        return findings.error().kind == ErrorKind::Cancelled ? proceed(Step::Checking, 0, 0) : findings.error();
    if (findings->intact())
        return {};
    return Error{
        ErrorKind::Damaged, tr("The data could not be moved to a new key: %1").arg(findings->words.front()), {}};
}

Result<void> Rekey::replace()
{
    if (const auto allowed = proceed(Step::Replacing, 0, 0); !allowed)
        return allowed;
    if (QFileInfo(m_path + QStringLiteral("-wal")).size() > 0 ||
        QFileInfo(m_freshPath + QStringLiteral("-wal")).size() > 0)
        return sqlError(SQLITE_BUSY, QStringLiteral("a log is still in use"));
    QFile::remove(m_freshPath + QStringLiteral("-wal")); // empty, left by the check
    std::error_code failed;
    std::filesystem::remove(native(m_retiredPath), failed);
    std::filesystem::create_hard_link(native(m_path), native(m_retiredPath), failed);
    if (failed)
        return Error{ErrorKind::Io, tr("The old file can't be set aside."), QString::fromStdString(failed.message())};
    if (const auto allowed = proceed(Step::Replacing, 1, 2); !allowed)
        return allowed;
    std::filesystem::rename(native(m_freshPath), native(m_path), failed);
    if (failed)
        return Error{ErrorKind::Io, tr("The new file can't take the place of the old one."),
                     QString::fromStdString(failed.message())};
    // Puts the directory on disk as well, before anything of the old file goes.
    return remember(0);
}

/// Without the database id in its header no key of the old file can be derived again, whoever still has its key.
Result<void> Rekey::destroy()
{
    if (const auto allowed = proceed(Step::Destroying, 0, 0); !allowed)
        return allowed;
    if (QFile old(m_retiredPath); old.exists()) {
        const QByteArray nothing(static_cast<qsizetype>(HeaderBytes), '\0');
        if (!old.open(QIODevice::ReadWrite) || old.write(nothing) != nothing.size() || !old.flush() || !putOnDisk(old))
            return Error{ErrorKind::Io, tr("The old file can't be destroyed."), old.errorString()};
        old.close();
        if (const auto allowed = proceed(Step::Destroying, 1, 2); !allowed)
            return allowed;
        if (!old.remove())
            return Error{ErrorKind::Io, tr("The old file can't be destroyed."), old.errorString()};
    }
    QFile::remove(m_statePath);
    return {};
}

} // namespace consent::vault
