#pragma once

#include "support/sync/simstore.h"

#include "vault/database/sqlconnection.h"

#include <QString>

namespace consent::test {

/// The embedded store in a plain file, for schedules by the thousand.
class EmbeddedSimStore : public SimStore
{
public:
    /// @param folder exists and outlives this; best in memory
    explicit EmbeddedSimStore(QString folder);

    Enrolled enrol(const DeviceId &device, const QString &branch) override;
    std::unique_ptr<central::CentralStore> open(const UserId &user) override;
    void backUp() override;
    void restore() override;
    /// For looking into the store.
    std::unique_ptr<vault::SqlConnection> connect() const;

private:
    QString m_path;
};

} // namespace consent::test
