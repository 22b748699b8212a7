#include "vault/care/plaincopy.h"

#include <QCoreApplication>
#include <QFile>
#include <QUrl>

#include <sqlite3.h>

#include <memory>

namespace consent::vault {

using namespace Qt::StringLiterals;

namespace {

constexpr int pagesAStep = 256;

struct CloseDatabase
{
    void operator()(sqlite3 *database) const { sqlite3_close(database); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

Database openFile(const QString &path, int flags, const char *vfs)
{
    sqlite3 *database = nullptr;
    const int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &database, flags, vfs);
    Database owned(database);
    return code == SQLITE_OK ? std::move(owned) : nullptr;
}

Error failure(int code, const QString &target)
{
    const QString detail = u"sqlite %1"_s.arg(code);
    if (code == SQLITE_FULL)
        return {ErrorKind::DiskFull,
                QCoreApplication::translate("PlainCopy",
                                            "There is not enough space for the copy at %1. No copy was left; the "
                                            "data is unchanged. Free some space and try again.")
                    .arg(target),
                detail};
    return {ErrorKind::Io,
            QCoreApplication::translate("PlainCopy", "The copy at %1 could not be made. No copy was left; the data is "
                                                     "unchanged. Check the folder and try again.")
                .arg(target),
            detail};
}

Result<qint64> copyPages(sqlite3 *from, sqlite3 *to, const QString &target,
                         const std::function<bool(qint64, qint64)> &progress)
{
    sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
    if (backup == nullptr)
        return failure(sqlite3_errcode(to), target);
    int code = SQLITE_OK;
    qint64 total = 0;
    while (code == SQLITE_OK) {
        code = sqlite3_backup_step(backup, pagesAStep);
        total = sqlite3_backup_pagecount(backup);
        if (progress && !progress(total - sqlite3_backup_remaining(backup), total)) {
            sqlite3_backup_finish(backup);
            return Error{
                ErrorKind::Cancelled,
                QCoreApplication::translate("PlainCopy", "The copy was stopped and removed. The data is unchanged."),
                u"cancelled"_s};
        }
    }
    const int finished = sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE)
        return failure(code, target);
    if (finished != SQLITE_OK)
        return failure(finished, target);
    return total;
}

} // namespace

Result<qint64> copyPlain(const QString &sealedPath, const QString &target,
                         const std::function<bool(qint64 done, qint64 total)> &progress)
{
    if (QFile::exists(target))
        return Error{
            ErrorKind::AlreadyExists,
            QCoreApplication::translate("PlainCopy", "There is a file at %1 already. Choose another name.").arg(target),
            u"target exists"_s};
    // Readable by its owner alone from its first byte on: it holds everything in the clear.
    QFile made(target);
    if (!made.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return failure(SQLITE_CANTOPEN, target);
    made.close();
    Result<qint64> copied = failure(SQLITE_CANTOPEN, target);
    {
        const Database from = openFile(sealedPath, SQLITE_OPEN_READWRITE, "vault");
        const Database to = openFile(target, SQLITE_OPEN_READWRITE, "unix");
        if (from && to)
            copied = copyPages(from.get(), to.get(), target, progress);
    }
    if (!copied) {
        QFile::remove(target);
        return copied;
    }
    return QFile(target).size();
}

} // namespace consent::vault
