#include "central/postgres/postgresadministration.h"
#include "central/postgres/postgresconnection.h"
#include "central/postgres/postgresstore.h"
#include "central/storegate.h"

namespace consent::central {

using namespace Qt::StringLiterals;

namespace {

/// Opens a connection of its own for every caller.
class PostgresGate final : public StoreGate
{
public:
    Result<std::unique_ptr<CentralStore>> store(const StoreAddress &address, const QString &login,
                                                const crypto::SecretBuffer &password) override
    {
        auto connection = open(address, login, password);
        if (!connection)
            return connection.error();
        return std::unique_ptr<CentralStore>(
            std::make_unique<PostgresStore>(std::make_shared<PostgresSession>(std::move(*connection))));
    }

    Result<std::unique_ptr<CentralAdministration>> administration(const StoreAddress &address, const QString &login,
                                                                  const crypto::SecretBuffer &password) override
    {
        auto connection = open(address, login, password);
        if (!connection)
            return connection.error();
        return std::unique_ptr<CentralAdministration>(
            std::make_unique<PostgresAdministration>(std::make_shared<PostgresSession>(std::move(*connection))));
    }

private:
    static Result<std::unique_ptr<PostgresConnection>> open(const StoreAddress &address, const QString &login,
                                                            const crypto::SecretBuffer &password)
    {
        return PostgresConnection::open(address, u"u_"_s + login, password, {.applicationName = u"consentdesk"_s});
    }
};

} // namespace

std::shared_ptr<StoreGate> postgresGate()
{
    return std::make_shared<PostgresGate>();
}

} // namespace consent::central
