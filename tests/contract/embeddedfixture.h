#pragma once

#include "contract/centralstorecontract.h"
#include "unit/ledger/testdesk.h"

#include "central/embeddedstore.h"
#include "vault/vault_c.h"

#include <QTemporaryDir>

#include <array>

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
        m_folder = std::make_unique<QTemporaryDir>();
        if (vault_set_key(path().toUtf8().constData(), m_key.data()) != 0)
            qFatal("no key for the sealing VFS");
    }

    std::unique_ptr<consent::central::CentralStore> open() override
    {
        consent::vault::SqlConnection::Options options;
        options.path = path();
        options.vfs = QStringLiteral("contract");
        auto connection = samples::must(consent::vault::SqlConnection::open(options));
        const auto migrations = samples::must(consent::central::EmbeddedStore::migrations());
        if (const auto applied = migrations.apply(*connection); !applied)
            qFatal("%s", qPrintable(applied.error().detail));
        return std::make_unique<consent::central::EmbeddedStore>(std::move(connection));
    }

    QString path() const { return m_folder->filePath(QStringLiteral("store.db")); }

private:
    std::array<unsigned char, VAULT_KEY_BYTES> m_key{};
    std::unique_ptr<QTemporaryDir> m_folder;
};
