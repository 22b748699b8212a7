#pragma once

#include "base/result.h"

#include <QString>

#include <functional>

namespace consent::vault {

/// Copies an open sealed database into a plain SQLite file: everything in the clear, so only behind a right, with a
/// reason and a log entry (the caller's business). The sealed file is not changed. Worker thread; the key must be held,
/// that is, a SealedDatabase connection to the path must be open in this process.
/// @param progress called with pages done and pages in all; false cancels
/// @return bytes of the copy; AlreadyExists when the target exists; Cancelled, DiskFull, Io: then no target is left.
Result<qint64> copyPlain(const QString &sealedPath, const QString &target,
                         const std::function<bool(qint64 done, qint64 total)> &progress);

} // namespace consent::vault
