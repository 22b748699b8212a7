#pragma once

#include "base/result.h"
#include "vault/database/sqlconnection.h"

#include <QString>

#include <functional>
#include <optional>

namespace consent::cache {

/// Reads tables of a damaged database: all rows to which a way leads that verifies.
class SalvageReader
{
public:
    using Visit = std::function<Result<void>(const vault::SqlStatement &row)>;

    explicit SalvageReader(vault::SqlConnection &damaged) // outlives this
        : m_damaged(damaged)
    {
    }

    /// Every row of a table that goes by a whole number. The first column of each row is that number.
    /// @return whether all of it could be read; an Error only from the visitor.
    Result<bool> rows(const QString &table, const QString &number, const QString &columns, const Visit &visit);
    /// One row. @return whether there was one that can be read.
    Result<bool> one(const QString &sql, const QByteArray &key, const Visit &visit);
    Result<bool> one(const QString &sql, qint64 key, const Visit &visit);
    /// Every row of two queries over the same rows, the second one from the other end, used when the first one fails.
    Result<bool> all(const QString &forward, const QString &backward, const Visit &visit);

private:
    struct Pass
    {
        bool whole = false;
        std::optional<qint64> last;
    };
    Result<Pass> pass(vault::SqlStatement &query, const Visit &visit);
    Result<void> hole(const QString &sql, qint64 from, qint64 to, const Visit &visit, int &attempts);

    vault::SqlConnection &m_damaged;
};

} // namespace consent::cache
