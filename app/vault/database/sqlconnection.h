#pragma once

#include "vault/database/sqlstatement.h"

#include <memory>

struct sqlite3;

namespace consent::vault {

/// One connection to one SQLite file, with the settings that every database of ours has: write-ahead log, every commit
/// on disk before it returns, deleted content overwritten, foreign keys, temporary tables in memory.
/// Belongs to the thread that opened it, which also must destroy it; only interrupt() may be called from elsewhere.
class SqlConnection
{
public:
    struct Options
    {
        QString path;
        QString vfs;                     ///< SQLite's VFS by name; empty for SQLite's default, which does not seal.
        int cacheKib = 32 * 1024;        ///< Page cache of this connection.
        int busyTimeoutMs = 3000;        ///< How long to wait for somebody else's lock.
        bool readOnly = false;           ///< For looking into a file that must not change.
        std::shared_ptr<void> keepAlive; ///< Lives at least as long as the connection.
    };

    /// @return WrongKey, Damaged, Busy, DiskFull or Io.
    static Result<std::unique_ptr<SqlConnection>> open(const Options &options);
    ~SqlConnection();
    SqlConnection(const SqlConnection &) = delete;
    SqlConnection &operator=(const SqlConnection &) = delete;

    /// The statement for a text with ? placeholders, prepared the first time and kept.
    SqlStatement statement(const QString &sql);
    /// Prepares, binds and runs in one go.
    template <typename... Values> Result<void> run(const QString &sql, const Values &...values)
    {
        return statement(sql).bind(values...).run();
    }
    /// The first column of the only row as a number. @return NotFound when there is no row.
    template <typename... Values> Result<qint64> number(const QString &sql, const Values &...values)
    {
        auto query = statement(sql);
        return firstInteger(query.bind(values...));
    }
    /// Runs a script of several statements as SQLite itself splits it.
    Result<void> runScript(const QByteArray &sql);

    bool inTransaction() const;
    const Options &options() const { return m_options; }
    /// Moves the write-ahead log into the file and empties it.
    Result<void> checkpoint();

    /// Makes what runs now on this connection end with Cancelled. Thread-safe while the connection lives.
    void interrupt();

private:
    friend class RowReader;
    friend class SqlStatement;
    struct Private;
    explicit SqlConnection(Options options);

    sqlite3 *handle() const;
    Result<void> configure();
    Result<qint64> firstInteger(SqlStatement &statement);
    void giveBack(const QString &sql, std::unique_ptr<QSqlQuery> query);
    static Error failure(int extendedCode, const QString &sql);

    Options m_options;
    std::unique_ptr<Private> d;
};

} // namespace consent::vault
