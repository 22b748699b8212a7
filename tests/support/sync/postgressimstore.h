#pragma once

#include "support/postgres/provisionedstore.h"
#include "support/sync/simstore.h"

#include <map>

namespace consent::test {

/// The central store on a PostgreSQL of the test; one server serves many after another.
class PostgresSimStore : public SimStore
{
public:
    /// @param store outlives this
    explicit PostgresSimStore(ProvisionedStore &store);

    /// What another process needs to be the same desk.
    const ProvisionedStore::Login &loginOf(const UserId &user) const { return m_logins.at(user); }

    Enrolled enrol(const DeviceId &device, const QString &branch) override;
    std::unique_ptr<central::CentralStore> open(const UserId &user) override;
    void backUp() override;
    void restore() override;

private:
    ProvisionedStore &m_store;
    std::map<UserId, ProvisionedStore::Login> m_logins;
};

} // namespace consent::test
