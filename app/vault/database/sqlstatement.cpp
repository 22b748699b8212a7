#include "vault/database/sqlstatement.h"

#include "vault/database/sqlconnection.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace consent::vault {

SqlStatement::SqlStatement(SqlConnection &connection, QString sql, std::unique_ptr<QSqlQuery> query,
                           std::optional<Error> refusal)
    : m_connection(&connection)
    , m_sql(std::move(sql))
    , m_query(std::move(query))
    , m_refusal(std::move(refusal))
{
}

SqlStatement::SqlStatement(SqlStatement &&other) noexcept = default;

SqlStatement::~SqlStatement()
{
    if (m_query) {
        m_connection->giveBack(m_sql, std::move(m_query));
    }
}

Result<void> SqlStatement::run()
{
    if (m_refusal) {
        return *m_refusal;
    }
    if (!m_query->exec()) {
        return failure();
    }
    m_changes = m_query->numRowsAffected();
    m_query->finish();
    return {};
}

Result<bool> SqlStatement::next()
{
    if (m_refusal) {
        return *m_refusal;
    }
    if (!m_running) {
        m_running = m_query->exec();
        if (!m_running) {
            return failure();
        }
    }
    if (m_query->next()) {
        return true;
    }
    // QSqlQuery answers false both at the end and for a failure.
    if (m_query->lastError().isValid()) {
        return failure();
    }
    m_query->finish();
    m_running = false;
    return false;
}

Error SqlStatement::failure() const
{
    return SqlConnection::failure(m_query->lastError().nativeErrorCode().toInt(), m_sql);
}

qint64 SqlStatement::integer(int column) const
{
    return m_query->value(column).toLongLong();
}
double SqlStatement::real(int column) const
{
    return m_query->value(column).toDouble();
}
QString SqlStatement::text(int column) const
{
    return m_query->value(column).toString();
}
QByteArray SqlStatement::blob(int column) const
{
    return m_query->value(column).toByteArray();
}
bool SqlStatement::isNull(int column) const
{
    return m_query->isNull(column);
}

void SqlStatement::addInteger(qint64 value)
{
    if (m_query) {
        m_query->bindValue(m_position++, value);
    }
}

void SqlStatement::add(double value)
{
    if (m_query) {
        m_query->bindValue(m_position++, value);
    }
}

void SqlStatement::add(const QString &value)
{
    if (m_query) {
        // Qt binds a null QString as NULL; to us an empty text is a text.
        m_query->bindValue(m_position++, value.isNull() ? QStringLiteral("") : value);
    }
}

void SqlStatement::add(const QByteArray &value)
{
    if (m_query) {
        m_query->bindValue(m_position++, value.isNull() ? QByteArray("") : value);
    }
}

void SqlStatement::add(std::nullopt_t)
{
    if (m_query) {
        m_query->bindValue(m_position++, QVariant());
    }
}

} // namespace consent::vault
