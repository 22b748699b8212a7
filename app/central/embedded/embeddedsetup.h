#pragma once

#include "central/storesession.h"
#include "vault/database/sqlconnection.h"

namespace consent::central {

/// What an administrator does to a store of many desks: here the program does it itself, on the file that it made.
class EmbeddedSetup
{
public:
    /// @param connection to a database that has the latest schema; outlives this
    explicit EmbeddedSetup(vault::SqlConnection &connection)
        : m_connection(connection)
    {
    }

    /// Adds the user, or replaces what was known of them. The keys stay as they are.
    Result<void> putUser(const StaffRecord &user);
    /// Adds the device, or replaces what was known of it. Its events stay as they are.
    /// @param secretSha256 32 bytes, of the device's secret
    Result<void> putDevice(const DeviceId &device, const QString &branch, const QByteArray &secretSha256);
    Result<void> revokeDevice(const DeviceId &device);
    Result<void> putCheckpoint(const QByteArray &compactJws);
    /// How many look-ups a user may ask in an hour; at least 0.
    Result<void> setLookUpsPerHour(int count);
    /// How long a branch's desks keep people; 1 to 36,500 days.
    Result<void> setCacheDays(int days);

private:
    Result<void> set(const QString &name, const QString &value);

    vault::SqlConnection &m_connection;
};

} // namespace consent::central
