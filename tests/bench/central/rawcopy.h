#pragma once

#include <QByteArray>
#include <QString>

struct pg_conn;

/// COPY of ready rows into a table, as fast as libpq goes: what appends are measured against.
class RawCopy
{
public:
    /// @param connection libpq's connection string
    explicit RawCopy(const QString &connection);
    ~RawCopy();
    RawCopy(const RawCopy &) = delete;
    RawCopy &operator=(const RawCopy &) = delete;

    void command(const QByteArray &sql);
    /// One transaction. @param rows in COPY's text format
    void copy(const QByteArray &table, const QByteArray &rows);
    /// How many rows a query gives, all fetched.
    int fetch(const QByteArray &sql);

private:
    pg_conn *m_connection;
};
