#pragma once

#include <sqlite3.h>

#include <optional>
#include <string>

namespace consent::test {

/// A plain SQLite connection for tests that look below Qt SQL. Closed when it goes.
class Database
{
public:
    Database() = default;
    /// @param vfs null for SQLite's default. See code() for the outcome.
    Database(const std::string &path, const char *vfs, int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    ~Database();
    Database(Database &&other) noexcept;
    Database &operator=(Database &&other) noexcept;

    void close();
    bool isOpen() const { return m_connection != nullptr; }
    /// Extended result of the last call.
    int code() const { return m_code; }
    std::string message() const;
    sqlite3 *raw() const { return m_connection; }

    bool run(const std::string &sql);
    /// The first column of every row, joined by line ends. Nothing on an error.
    std::optional<std::string> query(const std::string &sql);

private:
    sqlite3 *m_connection = nullptr;
    int m_code = SQLITE_OK;
};

} // namespace consent::test
