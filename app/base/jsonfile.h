#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace consent {

/// Reads a whole file, refusing one over the limit.
/// @return NotFound, InvalidArgument (too large), or Io.
Result<QByteArray> readFileLimited(const QString &path, qint64 limitBytes);

/// Parses a JSON object, naming line and column of the first fault.
/// @return InvalidArgument when it is no JSON object.
Result<QJsonObject> parseJsonObject(const QByteArray &bytes, const QString &nameForPeople);

/// Writes by temporary file, fsync and rename, so that either the old or the new content is there after a crash.
/// @return DiskFull or Io; then the old content stands.
Result<void> writeFileDurably(const QString &path, const QByteArray &content);

/// A file that was made, renamed or removed is so after a crash only when its folder is on disk too.
bool syncDirectory(const QString &path);

} // namespace consent
