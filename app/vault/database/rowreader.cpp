#include "vault/database/rowreader.h"

#include "vault/database/sqlconnection.h"
#include "vault/database/sqlerror.h"

#include <sqlite3.h>

#include <utility>

namespace consent::vault {

Result<RowReader> RowReader::prepare(SqlConnection &connection, const QByteArray &sql)
{
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(connection.handle(), sql.constData(), int(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    RowReader reader(statement);
    if (code != SQLITE_OK)
        return sqlError(sqlite3_extended_errcode(connection.handle()), QString::fromUtf8(sql.left(200)));
    if (statement == nullptr || sqlite3_stmt_readonly(statement) == 0)
        return sqlError(SQLITE_MISUSE, QString::fromUtf8(sql.left(200)));
    return reader;
}

RowReader::RowReader(RowReader &&other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr))
{
}

RowReader::~RowReader()
{
    sqlite3_finalize(m_statement);
}

void RowReader::restart(qint64 value)
{
    sqlite3_reset(m_statement);
    sqlite3_bind_int64(m_statement, 1, value);
}

void RowReader::restart(QByteArrayView text)
{
    sqlite3_reset(m_statement);
    sqlite3_bind_text(m_statement, 1, text.data(), int(text.size()), SQLITE_STATIC);
}

Result<bool> RowReader::next()
{
    switch (sqlite3_step(m_statement)) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        sqlite3_reset(m_statement);
        return false;
    default:
        return sqlError(sqlite3_extended_errcode(sqlite3_db_handle(m_statement)), QStringLiteral("reading rows"));
    }
}

qint64 RowReader::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

} // namespace consent::vault
