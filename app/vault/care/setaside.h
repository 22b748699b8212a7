#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QCoreApplication>
#include <QString>

namespace consent::vault {

/// Keeps a damaged database as evidence and puts another file in its place. Nothing is ever deleted, and after a crash
/// at any moment either the damaged or the new database stands under the old name, whole.
class SetAside
{
    Q_DECLARE_TR_FUNCTIONS(consent::vault::SetAside)

public:
    /// Nobody has either file open. The log of the damaged one is kept beside it.
    /// @param fresh a closed, complete database without a log
    /// @return where the damaged file is now: "cache.db.damaged-20261123T201500Z"; Io when nothing was changed.
    static Result<QString> replace(const QString &damaged, const QString &fresh, UtcTime now);
    /// Copies the sealed bytes of a database and of its log, for work that must not touch the original.
    /// @return DiskFull or Io.
    static Result<void> copy(const QString &path, const QString &target);
    /// Removes a working copy with its log. Not for a database that counts.
    static void removeCopy(const QString &path);
};

} // namespace consent::vault
