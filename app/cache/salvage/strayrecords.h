#pragma once

#include "base/result.h"

#include <QByteArray>

#include <functional>

namespace consent::vault {
class SealedPages;
}

namespace consent::cache::strayrecords {

/// Calls with the number and the packed text of everything that has the form of a row of the event table, page by page,
/// whether or not a way leads there from the top of the table (SQLite file format, "B-tree Pages"). What it finds is
/// to be verified: a form proves nothing.
Result<void> forEachEvent(const vault::SealedPages &pages,
                          const std::function<Result<void>(qint64 number, const QByteArray &packed)> &visit);

/// The pages that hold SQLite's table of contents: page 1 and what hangs on it.
QList<qint64> schemaPages(const QByteArray &firstPage);

} // namespace consent::cache::strayrecords
