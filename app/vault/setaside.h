#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QString>

namespace consent::vault {

/// Takes a damaged database, with its log, out of the way under a name with the time:
/// "cache.db.damaged-20261123T190512Z". Nothing is deleted, and at no moment does a crash leave the two under different
/// names only. No connection may be open.
/// @return the new path; NotFound when there is no such file; Io.
Result<QString> setAside(const QString &path, UtcTime now);

} // namespace consent::vault
