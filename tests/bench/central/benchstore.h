#pragma once

#include "support/postgres/provisionedstore.h"

#include "central/postgres/postgresstore.h"

#include <memory>

/// A durable server (fsync on, memory for the indexes) with a fresh central store on it.
class BenchStore
{
public:
    BenchStore();

    struct Desk
    {
        consent::DeviceId device;
        QByteArray secret;
        ProvisionedStore::Login login;
    };
    /// An agent's desk of the one branch.
    Desk addDesk(const QString &login, const consent::DeviceId &device = consent::DeviceId::create());
    /// Greeted; of the thread that calls.
    std::unique_ptr<consent::central::CentralStore> connect(const Desk &desk) const;

    /// libpq's connection string of the superuser: the same TLS as a desk has.
    QString superuser() const;
    QByteArray sql(const QByteArray &script) const { return m_store.sql(script); }
    /// What all backends of the server have used so far, those that ended included.
    double serverCpuSeconds() const;

private:
    PostgresServer m_server;
    ProvisionedStore m_store;
};
