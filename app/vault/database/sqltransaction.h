#pragma once

#include "base/result.h"

namespace consent::vault {

class SqlConnection;

/// A transaction that is undone unless committed. Takes the write lock at once, so that it can't fail half-way for a
/// lock. Must die before its connection.
class SqlTransaction
{
public:
    /// @return Busy when somebody else writes; Internal when one is open already on this connection.
    static Result<SqlTransaction> begin(SqlConnection &connection);
    SqlTransaction(SqlTransaction &&other) noexcept;
    SqlTransaction &operator=(SqlTransaction &&) = delete;
    ~SqlTransaction();

    /// On disk when this returns success. After a failure everything is undone.
    Result<void> commit();

private:
    explicit SqlTransaction(SqlConnection &connection)
        : m_connection(&connection)
    {
    }
    void rollBack();

    SqlConnection *m_connection; // null once over
};

} // namespace consent::vault
