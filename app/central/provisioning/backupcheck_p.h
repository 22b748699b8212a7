#pragma once

#include "central/provisioning/centralinspection.h"

namespace consent::central {

/// Compares a store with what it, and others, remember of it.
class BackupCheck
{
public:
    explicit BackupCheck(PostgresConnection &connection) // outlives this
        : m_connection(connection)
    {
    }

    Result<BackupReport> run(const std::vector<CheckpointFile> &outside, const std::function<bool(qint64)> &progress);

private:
    Result<std::vector<CheckpointFile>> keptInside();
    Result<void> compareHeads(BackupReport &report);
    void compareCheckpoint(const CheckpointFile &checkpoint, const QString &name, BackupReport &report) const;

    PostgresConnection &m_connection;
};

} // namespace consent::central
