#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <concepts>
#include <memory>
#include <optional>

class QSqlQuery;
class QVariant;

namespace consent::vault {

class SqlConnection;

/// One use of a prepared statement: bind, then run() or next() until false, reading columns between.
/// Columns and positions count from 0. Lives on the thread of its connection and must die before it; given back to the
/// connection's cache, reset, when it dies. A text that does not compile is reported by run() or next().
class SqlStatement
{
public:
    SqlStatement(SqlStatement &&other) noexcept;
    SqlStatement &operator=(SqlStatement &&) = delete;
    ~SqlStatement();

    /// Binds the values to the positions from 0 on. A default-made text or blob is an empty one; std::nullopt is NULL.
    template <typename... Values> SqlStatement &bind(const Values &...values)
    {
        m_position = 0;
        (add(values), ...);
        return *this;
    }

    /// Runs a statement that returns no rows.
    Result<void> run();
    /// Steps to the next row, the first time running the statement. @return false after the last one.
    Result<bool> next();
    /// Rows changed by the last run().
    qint64 changes() const { return m_changes; }

    qint64 integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;
    bool isNull(int column) const;
    UtcTime time(int column) const { return fromMs(integer(column)); }

private:
    friend class SqlConnection;
    SqlStatement(SqlConnection &connection, QString sql, std::unique_ptr<QSqlQuery> query,
                 std::optional<Error> refusal);

    template <std::integral Integer> void add(Integer value) { addInteger(static_cast<qint64>(value)); }
    void add(double value);
    void add(const QString &value);
    void add(const QByteArray &value);
    void add(std::nullopt_t);
    template <typename Value> void add(const std::optional<Value> &value)
    {
        if (value.has_value()) {
            add(*value);
        } else {
            add(std::nullopt);
        }
    }
    void addInteger(qint64 value);
    Error failure() const;

    SqlConnection *m_connection;
    QString m_sql;
    std::unique_ptr<QSqlQuery> m_query; // null once moved from
    std::optional<Error> m_refusal;
    int m_position = 0;
    qint64 m_changes = 0;
    bool m_running = false;
};

} // namespace consent::vault
