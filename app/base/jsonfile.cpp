#include "base/jsonfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStorageInfo>

#include <fcntl.h>
#include <unistd.h>

namespace consent {

namespace {

QString say(const char *text) { return QCoreApplication::translate("File", text); }

} // namespace

bool syncDirectory(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return false;
    const bool synced = ::fsync(fd) == 0;
    ::close(fd);
    return synced;
}

Result<QByteArray> readFileLimited(const QString &path, qint64 limitBytes)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorKind::NotFound,
                     say(QT_TRANSLATE_NOOP("File", "The file %1 does not exist. Check the name and the folder.")).arg(path),
                     QStringLiteral("no such file")};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Io,
                     say(QT_TRANSLATE_NOOP("File", "The file %1 can't be opened. Check that you may read it.")).arg(path),
                     file.errorString()};
    // One byte more than allowed: a size that the file system reports can be wrong or change meanwhile.
    QByteArray bytes = file.read(limitBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorKind::Io, say(QT_TRANSLATE_NOOP("File", "The file %1 can't be read to its end.")).arg(path),
                     file.errorString()};
    if (bytes.size() > limitBytes)
        return Error{ErrorKind::InvalidArgument,
                     say(QT_TRANSLATE_NOOP("File", "The file %1 is larger than %2 KB. Choose the right file, or split it."))
                         .arg(path)
                         .arg(limitBytes / 1024),
                     QStringLiteral("over the limit of %1 bytes").arg(limitBytes)};
    return bytes;
}

Result<QJsonObject> parseJsonObject(const QByteArray &bytes, const QString &nameForPeople)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &fault);
    if (fault.error != QJsonParseError::NoError) {
        const QByteArray before = bytes.left(fault.offset);
        const auto line = before.count('\n') + 1;
        const auto column = before.size() - (before.lastIndexOf('\n') + 1) + 1;
        return Error{ErrorKind::InvalidArgument,
                     say(QT_TRANSLATE_NOOP("File", "%1 is not valid JSON: line %2, column %3. Correct it there and try again."))
                         .arg(nameForPeople)
                         .arg(line)
                         .arg(column),
                     fault.errorString()};
    }
    if (!document.isObject())
        return Error{ErrorKind::InvalidArgument,
                     say(QT_TRANSLATE_NOOP("File", "%1 does not begin with a JSON object.")).arg(nameForPeople),
                     QStringLiteral("not an object")};
    return document.object();
}

Result<void> writeFileDurably(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.flush()
        && ::fsync(file.handle()) == 0;
    if (!written || !file.commit() || !syncDirectory(QFileInfo(path).absolutePath())) {
        const bool full = file.error() == QFileDevice::ResourceError
            || QStorageInfo(QFileInfo(path).absolutePath()).bytesAvailable() < content.size();
        return Error{full ? ErrorKind::DiskFull : ErrorKind::Io,
                     say(QT_TRANSLATE_NOOP("File", "The file %1 could not be written; what was there before is unchanged. "
                                                   "Free some disk space or check the folder, and try again."))
                         .arg(path),
                     file.errorString()};
    }
    return {};
}

} // namespace consent
