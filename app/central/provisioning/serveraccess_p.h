#pragma once

#include "base/result.h"
#include "central/postgres/storeaddress.h"

namespace consent::central {

class PostgresConnection;
struct ProvisioningReport;

/// Looks at a server from the point of view of safety: who may connect how, and settings that lose or leak.
class ServerAccess
{
public:
    /// @param connection of a superuser; outlives this
    ServerAccess(PostgresConnection &connection, const StoreAddress &address)
        : m_connection(connection)
        , m_address(address)
    {
    }

    /// Fills in hbaLines and advice.
    Result<void> describe(ProvisioningReport &report);

private:
    Result<bool> isStrict();

    PostgresConnection &m_connection;
    const StoreAddress &m_address;
};

} // namespace consent::central
