#pragma once

#include "base/result.h"
#include "central/centraladministration.h"
#include "central/postgres/storeaddress.h"
#include "crypto/secretbuffer.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace consent::central {

class PostgresConnection;

/// The first user of a store, who lets in all the others.
struct FirstUser
{
    NewUser user;
    std::map<int, QByteArray> organisationKeys; ///< By epoch: compact JWE to the user's public key.
    bool mustChangePassword = false;
};

/// What provisioning found and did.
struct ProvisioningReport
{
    QString storeId;
    bool databaseMade = false;
    int schemaBefore = 0;
    int schemaAfter = 0;
    bool hasUsers = false;
    QStringList hbaLines; ///< To be put at the top of pg_hba.conf; empty when what is there is as strict.
    QStringList advice;   ///< Sentences for the administrator.
};

/// Makes a PostgreSQL server the central store: roles, database, schema; the first user and the first PC. Idempotent.
/// Connects as a superuser, over TLS with the server's certificate checked. Blocks: worker threads or the command line.
class CentralProvisioning
{
public:
    /// The oldest server that has what the schema needs.
    static constexpr int OldestServer = 150000;

    /// @param address of the store's database, which need not exist; its user is a superuser
    /// @return as PostgresConnection::open; NotAllowed when the user is no superuser; InvalidArgument for a server that
    /// is too old or would take passwords in a weak form
    static Result<std::unique_ptr<CentralProvisioning>> connect(const StoreAddress &address,
                                                                crypto::SecretBuffer password);
    ~CentralProvisioning();
    CentralProvisioning(const CentralProvisioning &) = delete;
    CentralProvisioning &operator=(const CentralProvisioning &) = delete;

    /// From nothing to the latest schema.
    /// @return Conflict when a role or the database is there and belongs to something else; TooNew
    Result<ProvisioningReport> init();
    /// @return NotFound when there is no store in the database; TooNew
    Result<ProvisioningReport> migrate();

    /// @return Conflict when the store has users already: they add the others.
    Result<void> addFirstUser(const FirstUser &first);
    /// One that is there already is nothing to do.
    Result<void> addBranch(const QString &code);
    /// For the first PC, and for the day on which every administrator's PC is lost.
    /// @return NotFound for an unknown branch; AlreadyExists
    Result<void> openEnrolment(const NewEnrolment &enrolment);

private:
    CentralProvisioning(StoreAddress address, crypto::SecretBuffer password);

    Result<ProvisioningReport> initInTurn();
    Result<ProvisioningReport> migrateInTurn();
    Result<void> checkServer();
    Result<void> checkRoles();
    Result<bool> makeDatabase();
    Result<void> openStore();
    Result<ProvisioningReport> bringUpToDate(bool databaseMade);
    Result<void> describe(ProvisioningReport &report);

    StoreAddress m_address;
    crypto::SecretBuffer m_password;
    std::unique_ptr<PostgresConnection> m_server; ///< To the maintenance database.
    std::unique_ptr<PostgresConnection> m_store;
};

} // namespace consent::central
