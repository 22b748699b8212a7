#pragma once

#include "contract/storefixture.h"
#include "support/postgres/provisionedstore.h"

#include "central/postgres/postgresstore.h"

#include <map>

/// The store on a PostgreSQL server of the test's own, provisioned by the product.
class PostgresFixture : public StoreFixture
{
public:
    PostgresFixture();

    void reset() override;
    void addUser(const consent::UserId &user, const QString &login, const QStringList &roles) override;
    void setUserEnabled(const QString &login, bool enabled) override;
    void addDevice(const consent::DeviceId &device, const QString &branch, const QByteArray &secretSha256) override;
    void revokeDevice(const consent::DeviceId &device) override;
    void set(const QString &setting, int value) override;
    void putCheckpoint(const QByteArray &compactJws) override;
    void age(const QString &branch, int days) override;
    qint64 logged(const QString &action, const QString &outcome) override;
    std::unique_ptr<consent::central::CentralStore> open(const QString &login) override;

    PostgresServer &server() { return m_server; }
    ProvisionedStore &store() { return m_store; }
    QString password(const QString &login) const { return m_passwords.at(login); }
    /// Through this address instead of straight to the server.
    void setAddress(const consent::central::StoreAddress &address) { m_address = address; }
    const consent::central::StoreAddress &address() const { return m_address; }
    /// @param silence see PostgresConnection::Options
    consent::Result<std::unique_ptr<consent::central::CentralStore>> tryOpen(const QString &login);

    static consent::crypto::SecretBuffer secretOf(const QString &text);

private:
    PostgresServer m_server;
    ProvisionedStore m_store;
    consent::central::StoreAddress m_address;
    std::map<QString, QString> m_passwords;
};
