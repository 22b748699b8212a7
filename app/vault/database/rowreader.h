#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

struct sqlite3_stmt;

namespace consent::vault {

class SqlConnection;

/// A prepared statement read without a QVariant for each value: for passes over millions of rows, where those cost more
/// than SQLite itself. For anything else SqlStatement is meant. Reads only. Lives on the thread of its connection and
/// must die before it.
class RowReader
{
public:
    /// @param sql UTF-8, with ? placeholders. @return Internal for a text that does not compile or that writes.
    static Result<RowReader> prepare(SqlConnection &connection, const QByteArray &sql);
    RowReader(RowReader &&other) noexcept;
    RowReader &operator=(RowReader &&) = delete;
    ~RowReader();

    /// Begins anew with this value at the first place.
    void restart(qint64 value);
    /// The same with a text, which is not copied: it has to live until the next restart().
    void restart(QByteArrayView text);
    /// @return false after the last row.
    Result<bool> next();
    qint64 integer(int column) const;

private:
    explicit RowReader(sqlite3_stmt *statement)
        : m_statement(statement)
    {
    }

    sqlite3_stmt *m_statement; // owned; null once moved from
};

} // namespace consent::vault
