#pragma once

#include "cache/store/cache.h"

#include <QString>

namespace consent::bench {

/// A cache on the sealing VFS, or on plain SQLite ("unix"): same schema, same code.
std::unique_ptr<cache::Cache> openCache(const QString &path, bool sealed, int cacheKib);

/// Fictitious people, the same for the same number: names in about the frequency of Korean ones.
void fillPeople(cache::Cache &cache, qint64 people);
/// Log rows over two years, each with an event of the size of a real one (its signature is not looked at).
void fillLog(cache::Cache &cache, qint64 rows);

QString nameOf(qint64 number);
QString phoneOf(qint64 number);

/// Resident memory of this process in MB, now and at its highest.
double residentMb();

} // namespace consent::bench
