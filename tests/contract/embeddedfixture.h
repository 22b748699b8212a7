#pragma once

#include "contract/storefixture.h"
#include "unit/ledger/testdesk.h"

#include "central/embedded/embeddedsetup.h"
#include "central/embedded/embeddedstore.h"
#include "vault/vfs/vault_c.h"

#include <QTemporaryDir>

#include <array>
#include <map>

/// The embedded store in a sealed file of its own.
class EmbeddedFixture : public StoreFixture
{
public:
    EmbeddedFixture()
    {
        m_key.fill(0x5a);
        if (vault_register("contract", "unix-excl") != 0)
            qFatal("the sealing VFS can't be registered");
    }
    ~EmbeddedFixture() override { vault_unregister("contract"); }

    void reset() override
    {
        m_users.clear();
        m_folder = std::make_unique<QTemporaryDir>();
        if (vault_set_key(path().toUtf8().constData(), m_key.data()) != 0)
            qFatal("no key for the sealing VFS");
        const auto migrations = samples::must(consent::central::EmbeddedStore::migrations());
        if (const auto applied = migrations.apply(*connection()); !applied)
            qFatal("%s", qPrintable(applied.error().detail));
    }

    void addUser(const consent::UserId &user, const QString &login, const QStringList &roles) override
    {
        m_users[login] = {user, login, {}, roles, true, {}};
        setUserEnabled(login, true);
    }
    void setUserEnabled(const QString &login, bool enabled) override
    {
        m_users[login].enabled = enabled;
        const auto own = connection();
        check(consent::central::EmbeddedSetup(*own).putUser(m_users[login]));
    }
    void addDevice(const consent::DeviceId &device, const QString &branch, const QByteArray &secretSha256) override
    {
        const auto own = connection();
        check(consent::central::EmbeddedSetup(*own).putDevice(device, branch, secretSha256));
    }
    void revokeDevice(const consent::DeviceId &device) override
    {
        const auto own = connection();
        check(consent::central::EmbeddedSetup(*own).revokeDevice(device));
    }
    void set(const QString &setting, int value) override
    {
        check(connection()->run(QStringLiteral("UPDATE setting SET value = ? WHERE name = ?"), QString::number(value),
                                setting));
    }
    void putCheckpoint(const QByteArray &compactJws) override
    {
        const auto own = connection();
        check(consent::central::EmbeddedSetup(*own).putCheckpoint(compactJws));
    }
    void age(const QString &branch, int days) override
    {
        check(connection()->run(QStringLiteral("UPDATE subject_branch SET touched = ? WHERE branch = ?"),
                                consent::toMs(consent::SystemClock().now()) - qint64(days) * 24 * 60 * 60 * 1000,
                                branch));
    }
    qint64 logged(const QString &action, const QString &outcome) override
    {
        return samples::must(connection()->number(
            QStringLiteral("SELECT count(*) FROM access_log WHERE action = ? AND outcome = ?"), action, outcome));
    }
    std::unique_ptr<consent::central::CentralStore> open(const QString &login) override
    {
        return std::make_unique<consent::central::EmbeddedStore>(connection(), m_users.at(login).user);
    }
    /// As the desktop opens it: one PC, no users.
    std::unique_ptr<consent::central::CentralStore> openAlone()
    {
        return std::make_unique<consent::central::EmbeddedStore>(connection());
    }

    std::unique_ptr<consent::vault::SqlConnection> connection() const
    {
        consent::vault::SqlConnection::Options options;
        options.path = path();
        options.vfs = QStringLiteral("contract");
        options.busyTimeoutMs = 30'000; // several writers at once
        return samples::must(consent::vault::SqlConnection::open(options));
    }
    QString path() const { return m_folder->filePath(QStringLiteral("store.db")); }

private:
    static void check(const consent::Result<void> &done)
    {
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
    }

    std::array<unsigned char, VAULT_KEY_BYTES> m_key{};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::map<QString, consent::central::StaffRecord> m_users;
};
