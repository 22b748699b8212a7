#pragma once

#include "central/postgres/storeaddress.h"
#include "central/provisioning/checkpointfile.h"
#include "ledger/chainverifier.h"

#include <functional>
#include <memory>
#include <optional>

namespace consent::crypto {
class SecretBuffer;
}

namespace consent::central {

class PostgresConnection;

/// What `central status` tells.
struct StoreStatus
{
    QString storeId;
    int schema = 0;
    int shippedSchema = 0; ///< What this program would migrate to.
    qint64 databaseBytes = 0;
    qint64 events = 0;
    qint64 subjects = 0; ///< Linked to some branch.
    qint64 erased = 0;
    qint64 users = 0;
    qint64 enabledUsers = 0;
    qint64 activeDevices = 0;
    qint64 waitingDevices = 0;
    qint64 revokedDevices = 0;
    std::optional<UtcTime> lastContact; ///< Of the device that was here last.
    std::optional<UtcTime> oldestEvent; ///< By the devices' corrected clocks.
    std::optional<UtcTime> lastCheckpoint;
    qint64 eventsSinceCheckpoint = 0; ///< All, when there is none.
    qint64 accessLogMonths = 0;
    qint64 strayAccessLog = 0; ///< Lines that fall into no month: clocks that are far off, or months that are missing.
    qint64 monthsAhead = 0;    ///< For how many months from now there are partitions.
    bool standby = false;      ///< Of this server; then replay lag is that of itself.
    std::optional<Milliseconds> replayLag;
    int standbys = 0; ///< That stream from this server.
};

/// What checking a restored copy found.
struct BackupReport
{
    ledger::VerificationReport chains;
    int checkpoints = 0;  ///< That were compared: signature, root, and every head in it.
    QStringList findings; ///< Sentences; empty when the copy continues every checkpoint and every chain.
    bool complete() const { return findings.isEmpty() && chains.intact(); }
};

/// Looks into the tables of a store, as a superuser or owner: for status, checkpoints, and the check of backups.
/// Blocks: the command line or a worker thread.
class CentralInspection
{
public:
    /// @return as PostgresConnection::open; NotFound when there is no store in the database; NotAllowed without the
    /// right to read its tables
    static Result<std::unique_ptr<CentralInspection>> connect(const StoreAddress &address,
                                                              const crypto::SecretBuffer &password);
    ~CentralInspection();
    CentralInspection(const CentralInspection &) = delete;
    CentralInspection &operator=(const CentralInspection &) = delete;

    Result<StoreStatus> status();
    Result<ledger::Heads> heads();
    /// Keeps a signed checkpoint with its heads.
    Result<void> keep(const CheckpointFile &checkpoint);
    /// Whether this copy of a store has every event, unaltered, that its own checkpoints and those kept outside speak
    /// of.
    /// @param outside files that were kept elsewhere
    /// @param progress called with the number of events verified; false stops
    Result<BackupReport> checkBackup(const std::vector<CheckpointFile> &outside,
                                     const std::function<bool(qint64)> &progress);

private:
    explicit CentralInspection(std::unique_ptr<PostgresConnection> connection);

    std::unique_ptr<PostgresConnection> m_connection;
};

} // namespace consent::central
