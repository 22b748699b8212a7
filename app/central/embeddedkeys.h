#pragma once

#include "central/centralstore.h"
#include "vault/sqlconnection.h"

namespace consent::central {

/// The sealed keys in the embedded store. Opens a transaction for each call that writes.
class EmbeddedKeys
{
public:
    explicit EmbeddedKeys(vault::SqlConnection &connection)
        : m_connection(connection)
    {
    }

    Result<void> putDataKeys(const std::vector<ledger::WrappedDataKey> &keys);
    Result<std::vector<ledger::WrappedDataKey>> dataKeys(const std::vector<SubjectId> &subjects);
    Result<void> putUserKeys(const UserKeyMaterial &material);
    Result<UserKeyMaterial> userKeys(const UserId &user);

private:
    Result<void> putDataKey(const ledger::WrappedDataKey &key);

    vault::SqlConnection &m_connection;
};

} // namespace consent::central
