#include "vault/database/sqltransaction.h"

#include "base/logging.h"
#include "vault/database/sqlconnection.h"

#include <utility>

namespace consent::vault {

Result<SqlTransaction> SqlTransaction::begin(SqlConnection &connection)
{
    const bool nested = connection.inTransaction();
    if (auto begun = connection.run(QStringLiteral("BEGIN IMMEDIATE")); !begun) {
        if (!nested) {
            SqlTransaction(connection).rollBack(); // interrupted at its last step it may have begun all the same
        }
        return begun.error();
    }
    return SqlTransaction(connection);
}

SqlTransaction::SqlTransaction(SqlTransaction &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{
}

SqlTransaction::~SqlTransaction()
{
    rollBack();
}

Result<void> SqlTransaction::commit()
{
    Q_ASSERT(m_connection != nullptr);
    auto committed = m_connection->run(QStringLiteral("COMMIT"));
    if (committed) {
        m_connection = nullptr;
    } else {
        rollBack();
    }
    return committed;
}

void SqlTransaction::rollBack()
{
    SqlConnection *connection = std::exchange(m_connection, nullptr);
    // SQLite may have undone it by itself, for a full disk for example.
    if (connection == nullptr || !connection->inTransaction()) {
        return;
    }
    if (auto undone = connection->run(QStringLiteral("ROLLBACK")); !undone) {
        qCCritical(logging::vault).noquote() << "rollback failed:" << undone.error().detail;
    }
}

} // namespace consent::vault
