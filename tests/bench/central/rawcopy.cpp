#include "rawcopy.h"

#include <libpq-fe.h>

RawCopy::RawCopy(const QString &connection)
    : m_connection(PQconnectdb(connection.toUtf8().constData()))
{
    if (PQstatus(m_connection) != CONNECTION_OK)
        qFatal("%s", PQerrorMessage(m_connection));
}

RawCopy::~RawCopy()
{
    PQfinish(m_connection);
}

void RawCopy::command(const QByteArray &sql)
{
    PGresult *result = PQexec(m_connection, sql.constData());
    if (PQresultStatus(result) != PGRES_COMMAND_OK)
        qFatal("%s", PQerrorMessage(m_connection));
    PQclear(result);
}

int RawCopy::fetch(const QByteArray &sql)
{
    PGresult *result = PQexec(m_connection, sql.constData());
    if (PQresultStatus(result) != PGRES_TUPLES_OK)
        qFatal("%s", PQerrorMessage(m_connection));
    const int rows = PQntuples(result);
    PQclear(result);
    return rows;
}

void RawCopy::copy(const QByteArray &table, const QByteArray &rows)
{
    PGresult *begun = PQexec(m_connection, QByteArray("copy " + table + " from stdin").constData());
    if (PQresultStatus(begun) != PGRES_COPY_IN)
        qFatal("%s", PQerrorMessage(m_connection));
    PQclear(begun);
    if (PQputCopyData(m_connection, rows.constData(), static_cast<int>(rows.size())) != 1 ||
        PQputCopyEnd(m_connection, nullptr) != 1)
        qFatal("%s", PQerrorMessage(m_connection));
    while (PGresult *result = PQgetResult(m_connection)) {
        if (PQresultStatus(result) != PGRES_COMMAND_OK)
            qFatal("%s", PQerrorMessage(m_connection));
        PQclear(result);
    }
}
