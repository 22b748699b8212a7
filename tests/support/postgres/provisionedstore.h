#pragma once

#include "base/id.h"
#include "central/postgres/storeaddress.h"
#include "support/postgres/postgresserver.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

/// A central store on a test's server, made by the very code of `consentdesk-admin central init`, with users and
/// devices put in behind its back. Whatever can't be done ends the test.
class ProvisionedStore
{
public:
    struct Login
    {
        consent::UserId user;
        QString login;
        QString role;     ///< As PostgreSQL knows it.
        QString password; ///< Of that role: what a desk would derive.
    };
    struct Device
    {
        consent::DeviceId id;
        QByteArray secret; ///< 32 bytes
        QString branch;
    };

    /// @param server outlives this
    explicit ProvisionedStore(PostgresServer &server, const QString &database = QStringLiteral("consentdesk"));

    /// A fresh, empty store under the same name; users and their roles are gone.
    void reset();
    /// The same empty, from a copy that reset() left: quicker, for many stores in a row. It has the store id of the one
    /// before, and no settings or rights of the database itself.
    void renew();
    /// Keeps a copy of this database alone, which putBack() returns to. Nobody is connected. Roles are the server's.
    void keepCopy();
    void putBack();
    /// Roles are "agent", "privacy_officer", ... @param password made up when empty
    Login addUser(const QString &login, const QStringList &roles, const QString &password = {});
    /// Enrolled and active; the branch is made when it is not there.
    Device addDevice(const QString &branch, const consent::DeviceId &id = consent::DeviceId::create());

    PostgresServer &server() const { return m_server; }
    const QString &database() const { return m_database; }
    consent::central::StoreAddress address() const;
    /// As the superuser.
    QByteArray sql(const QByteArray &script) const { return m_server.sql(script, m_database); }
    void setSetting(const QString &name, const QString &value) const;

private:
    void copyDatabase(const QString &from, const QString &to);

    PostgresServer &m_server;
    QString m_database;
    bool m_hasFresh = false;
};
