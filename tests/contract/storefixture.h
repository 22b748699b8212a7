#pragma once

#include "central/centralstore.h"

#include <QString>
#include <QStringList>

#include <memory>

/// One store that several connections can be opened to, and what its administrator does.
class StoreFixture
{
public:
    virtual ~StoreFixture() = default;
    StoreFixture(const StoreFixture &) = delete;
    StoreFixture &operator=(const StoreFixture &) = delete;

    /// A fresh, empty store. What was opened before is gone.
    virtual void reset() = 0;
    /// Adds a user whose password need not be changed.
    virtual void addUser(const consent::UserId &user, const QString &login, const QStringList &roles) = 0;
    virtual void setUserEnabled(const QString &login, bool enabled) = 0;
    virtual void addDevice(const consent::DeviceId &device, const QString &branch, const QByteArray &secretSha256) = 0;
    virtual void revokeDevice(const consent::DeviceId &device) = 0;
    /// cacheDays, lookUpsPerHour or ticketSeconds.
    virtual void set(const QString &setting, int value) = 0;
    virtual void putCheckpoint(const QByteArray &compactJws) = 0;
    /// Makes every subject of a branch look as if nothing had happened to it for so many days.
    virtual void age(const QString &branch, int days) = 0;
    /// Rows of the store's access log with this action and outcome (granted, overQuota, notPermitted, reported).
    virtual qint64 logged(const QString &action, const QString &outcome) = 0;
    /// A connection of this user, before hello().
    virtual std::unique_ptr<consent::central::CentralStore> open(const QString &login) = 0;

protected:
    StoreFixture() = default;
};
