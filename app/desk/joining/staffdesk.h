#pragma once

#include "base/result.h"
#include "central/centraladministration.h"
#include "desk/joining/staffkeys.h"
#include "desk/joining/storeaccount.h"
#include "desk/session/staff.h"

#include <QFuture>
#include <QString>

#include <memory>
#include <vector>

namespace consent::desk {

class DeskCore;

/// A user of the shared store as an administrator sees them.
struct StaffView
{
    StaffMember member;
    bool enabled = true;
    QString thumbprint; ///< Of the user's public key (RFC 7638): what a grant is made out to.
    QJsonObject publicKey;
};

/// What an administrator hands to a user, once.
struct OneTimeAccess
{
    QString password;
    QString thumbprint;
    bool granted = false; ///< The organisation's keys were wrapped for the user as well.
};

/// A person whose data a device may hold.
struct HeldPerson
{
    SubjectId subject;
    QString name; ///< Empty when the person is not on this desk, or the user may not see customers.
};

/// Users and PCs of the shared central store. Everything runs beside the UI thread, over the network.
/// @return of every call: NotAllowed without the right or without a shared store; what CentralAdministration says.
class StaffDesk
{
public:
    /// @param core outlives this @param account null when the desk belongs to no shared store
    StaffDesk(DeskCore &core, std::shared_ptr<const StoreAccount> account)
        : m_core(core)
        , m_account(std::move(account))
    {
    }

    QFuture<Result<std::vector<StaffView>>> users();
    /// @param grant wraps the organisation's keys for the new user at once
    QFuture<Result<OneTimeAccess>> addUser(const QString &login, const QString &name, Roles roles, bool grant);
    /// A new one-time password and a new key pair; what the old one opened has to be granted again.
    QFuture<Result<OneTimeAccess>> resetUser(const QString &login);
    QFuture<Result<void>> setEnabled(const QString &login, bool enabled);
    QFuture<Result<void>> setRoles(const QString &login, Roles roles);
    /// Wraps the organisation's keys for a user. @return the thumbprint of the key that they were wrapped for
    QFuture<Result<QString>> grant(const QString &login);

    QFuture<Result<std::vector<central::DeviceRecord>>> devices();
    /// Leave for one new PC of a branch, for some hours.
    QFuture<Result<staffkeys::Enrolment>> openEnrolment(const QString &branch, std::chrono::hours validFor);
    QFuture<Result<void>> revoke(const DeviceId &device, const QString &reason);
    /// For the report about a lost PC (within 72 hours).
    QFuture<Result<std::vector<HeldPerson>>> held(const DeviceId &device);

private:
    Result<std::unique_ptr<central::CentralAdministration>> administration();
    Result<std::vector<StaffView>> roster();
    Result<StaffView> find(const QString &login);
    Result<std::map<int, QByteArray>> wrapFor(const QJsonObject &publicKey);

    DeskCore &m_core;
    std::shared_ptr<const StoreAccount> m_account;
};

} // namespace consent::desk
