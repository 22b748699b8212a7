#include "vault/care/setaside.h"

#include "base/logging.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace consent::vault {

namespace {

std::filesystem::path native(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

QString logOf(const QString &path)
{
    return path + u"-wal"_s;
}

bool syncPath(const QString &path, int flags)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool synced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return synced;
}

bool syncFolderOf(const QString &path)
{
    return syncPath(QFileInfo(path).absolutePath(), O_RDONLY | O_DIRECTORY);
}

QString freeName(const QString &path, UtcTime now)
{
    const QString name =
        path + u".damaged-"_s + QDateTime::fromMSecsSinceEpoch(toMs(now), Qt::UTC).toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    QString candidate = name;
    for (int again = 2; QFileInfo::exists(candidate) || QFileInfo::exists(logOf(candidate)); ++again)
        candidate = name + u"-%1"_s.arg(again);
    return candidate;
}

} // namespace

Result<QString> SetAside::replace(const QString &damaged, const QString &fresh, UtcTime now)
{
    const auto refused = [](const std::error_code &why) {
        return Error{ErrorKind::Io,
                     tr("The damaged database can't be set aside. Nothing was changed. Check the disk and the folder, "
                        "and try again."),
                     QString::fromStdString(why.message())};
    };
    const auto notSynced = std::make_error_code(std::errc::io_error);
    if (!syncPath(fresh, O_RDWR))
        return refused(notSynced);
    const QString kept = freeName(damaged, now);
    std::error_code failed;
    std::filesystem::create_hard_link(native(damaged), native(kept), failed);
    if (failed)
        return refused(failed);
    const bool logged = QFileInfo::exists(logOf(damaged));
    if (logged)
        std::filesystem::create_hard_link(native(logOf(damaged)), native(logOf(kept)), failed);
    if (failed)
        return refused(failed);
    if (!syncFolderOf(damaged))
        return refused(notSynced);
    // The log goes by its old name until the new file stands: sealed for another database, it says nothing to that one.
    std::filesystem::rename(native(fresh), native(damaged), failed);
    if (failed)
        return refused(failed);
    if (logged)
        std::filesystem::remove(native(logOf(damaged)), failed); // its other name keeps it
    if (!syncFolderOf(damaged))
        return refused(notSynced);
    qCWarning(logging::vault) << "a damaged database was set aside";
    return kept;
}

Result<void> SetAside::copy(const QString &path, const QString &target)
{
    removeCopy(target);
    for (const QString &suffix : {QString(), u"-wal"_s}) {
        QFile source(path + suffix);
        if (!source.exists() && !suffix.isEmpty())
            continue;
        if (!source.copy(target + suffix)) {
            removeCopy(target);
            const bool full = QStorageInfo(QFileInfo(path).absolutePath()).bytesAvailable() < source.size();
            return Error{full ? ErrorKind::DiskFull : ErrorKind::Io,
                         tr("There is no room beside the damaged database to recover it. Nothing was changed. Free as "
                            "much space as the database takes, and try again."),
                         source.errorString()};
        }
    }
    return {};
}

void SetAside::removeCopy(const QString &path)
{
    QFile::remove(path);
    QFile::remove(logOf(path));
}

} // namespace consent::vault
