#include "support/vault/database.h"

#include <utility>

namespace consent::test {

Database::Database(const std::string &path, const char *vfs, int flags)
{
    m_code = sqlite3_open_v2(path.c_str(), &m_connection, flags, vfs);
    if (m_connection)
        sqlite3_extended_result_codes(m_connection, 1);
    if (m_code != SQLITE_OK) {
        if (m_connection)
            m_code = sqlite3_extended_errcode(m_connection);
        const int failure = m_code;
        close();
        m_code = failure;
    }
}

Database::~Database()
{
    close();
}

Database::Database(Database &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
    , m_code(other.m_code)
{
}

Database &Database::operator=(Database &&other) noexcept
{
    close();
    m_connection = std::exchange(other.m_connection, nullptr);
    m_code = other.m_code;
    return *this;
}

void Database::close()
{
    if (m_connection)
        m_code = sqlite3_close_v2(std::exchange(m_connection, nullptr));
}

std::string Database::message() const
{
    return m_connection ? sqlite3_errmsg(m_connection) : sqlite3_errstr(m_code);
}

bool Database::run(const std::string &sql)
{
    return query(sql).has_value();
}

std::optional<std::string> Database::query(const std::string &sql)
{
    if (!m_connection)
        return std::nullopt;
    std::string text;
    const char *rest = sql.c_str();
    while (*rest) {
        sqlite3_stmt *statement = nullptr;
        m_code = sqlite3_prepare_v2(m_connection, rest, -1, &statement, &rest);
        if (m_code == SQLITE_OK && statement) {
            while ((m_code = sqlite3_step(statement)) == SQLITE_ROW) {
                const auto *column = reinterpret_cast<const char *>(sqlite3_column_text(statement, 0));
                text += text.empty() ? "" : "\n";
                text += column ? column : "";
            }
            const int finished = sqlite3_finalize(statement);
            m_code = finished != SQLITE_OK ? finished : SQLITE_OK;
        }
        if (m_code != SQLITE_OK)
            return std::nullopt;
    }
    return text;
}

} // namespace consent::test
