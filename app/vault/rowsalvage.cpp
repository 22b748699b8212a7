#include "vault/rowsalvage.h"

#include "vault/sqlconnection.h"

#include <limits>

namespace consent::vault {

namespace {

constexpr qint64 lastKey = std::numeric_limits<qint64>::max() / 2;

bool isDamage(const Error &error)
{
    return error.kind == ErrorKind::Damaged || error.kind == ErrorKind::WrongKey || error.kind == ErrorKind::Io;
}

/// Whether reading from a key on works, be there a row or not.
bool readable(SqlConnection &connection, const QString &sql, qint64 key)
{
    auto query = connection.statement(sql);
    return query.bind(key).next().ok();
}

/// The smallest key behind `broken` from which reading works; lastKey when there is none.
qint64 behind(SqlConnection &connection, const QString &sql, qint64 broken)
{
    qint64 step = 1;
    while (broken + step < lastKey && !readable(connection, sql, broken + step))
        step *= 2;
    if (broken + step >= lastKey)
        return lastKey;
    qint64 bad = broken + step / 2;
    qint64 good = broken + step;
    while (good - bad > 1) {
        const qint64 middle = bad + (good - bad) / 2;
        (readable(connection, sql, middle) ? good : bad) = middle;
    }
    return good;
}

} // namespace

Result<SalvagedRows> salvageRows(SqlConnection &damaged, const QString &sql,
                                 const std::function<Result<void>(const SqlStatement &row)> &take)
{
    SalvagedRows result;
    qint64 key = 0;
    while (key < lastKey) {
        auto query = damaged.statement(sql);
        const auto row = query.bind(key).next();
        if (!row) {
            if (!isDamage(row.error()))
                return row.error();
            if (++result.gaps == 1)
                result.firstFault = row.error().detail;
            key = behind(damaged, sql, key);
            continue;
        }
        if (!*row)
            break;
        key = query.integer(0) + 1;
        if (auto taken = take(query); !taken)
            return taken.error();
        ++result.read;
    }
    return result;
}

} // namespace consent::vault
