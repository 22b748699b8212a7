#pragma once

#include "central/centralstore.h"
#include "central/embeddedkeys.h"
#include "vault/migrations.h"
#include "vault/sqlconnection.h"

#include <memory>
#include <optional>

namespace consent::central {

/// The central store as one sealed SQLite file: for one PC, with nothing to install.
class EmbeddedStore final : public CentralStore
{
public:
    /// The schema of an embedded store.
    static Result<vault::Migrations> migrations();
    /// Takes an open database that has the latest schema.
    explicit EmbeddedStore(std::unique_ptr<vault::SqlConnection> connection);
    ~EmbeddedStore() override;

    Result<AppendReply> append(const DeviceId &device, const std::vector<ledger::SignedEvent> &batch) override;
    Result<ledger::ChainHead> head(const DeviceId &device) override;
    Result<ledger::Heads> heads() override;
    Result<PullPage> pull(const QByteArray &cursor, int limit) override;
    Result<void> putDataKeys(const std::vector<ledger::WrappedDataKey> &keys) override;
    Result<std::vector<ledger::WrappedDataKey>> dataKeys(const std::vector<SubjectId> &subjects) override;
    Result<void> putUserKeys(const UserKeyMaterial &material) override;
    Result<UserKeyMaterial> userKeys(const UserId &user) override;

private:
    struct DeviceRow
    {
        qint64 number = 0;
        ledger::ChainHead head;
    };

    Result<DeviceRow> deviceRow(const DeviceId &device);
    Result<DeviceRow> addDevice(const DeviceId &device);
    Result<bool> sameAsStored(const DeviceRow &row, const ledger::SignedEvent &event);
    Result<void> insert(const DeviceRow &row, const ledger::SignedEvent &event);

    std::unique_ptr<vault::SqlConnection> m_connection;
    EmbeddedKeys m_keys;
};

} // namespace consent::central
