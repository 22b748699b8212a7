#pragma once

#include "base/result.h"

#include <QString>

#include <functional>

namespace consent::vault {

class SqlConnection;
class SqlStatement;

/// What reading a damaged table brought.
struct SalvagedRows
{
    qint64 read = 0;
    qint64 gaps = 0;    ///< Stretches of keys that could not be read.
    QString firstFault; ///< Of the first gap, for the report; empty when there is none.
};

/// Reads a table row by row past what is damaged: where a page does not verify, the nearest key behind it that can be
/// read is searched for. Every row that it gives lies on pages whose seals verify.
/// @param sql one row: SELECT key, ... FROM ... WHERE key>=? ORDER BY key LIMIT 1; key an integer from 0 up
/// @param take gets the row; an Error ends it
/// @return the Error of take(), or of a failure that is no damage.
Result<SalvagedRows> salvageRows(SqlConnection &damaged, const QString &sql,
                                 const std::function<Result<void>(const SqlStatement &row)> &take);

} // namespace consent::vault
