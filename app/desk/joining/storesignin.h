#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "cache/store/cache.h"
#include "central/storegate.h"
#include "crypto/secretbuffer.h"
#include "desk/entrance/deskopening.h"
#include "desk/joining/storevisit.h"
#include "desk/session/deskprofile.h"
#include "desk/session/staff.h"
#include "domain/organisation.h"
#include "vault/keys/keyslots.h"

#include <QString>

#include <memory>

/// Signing in on a desk of a shared central store: from the key slot while the lease lasts, else, or when the slot does
/// not open, at the store. Cache thread: what is opened belongs to it.
namespace consent::desk::storesignin {

struct Attempt
{
    const DeskProfile &profile;
    const domain::Organisation &organisation;
    QString login;
    QString password;
    QString newPassword; ///< Empty until somebody was told that one is needed.
    const crypto::SecretBuffer *deviceSecret;
};

/// @return as deskopening::unlock(); NotAllowed also when a new password is wanted (wantsNewPassword()), when the lease
/// is over and the store can't be asked, or when the store refuses user or device (then takenDown tells whether this
/// desk was withdrawn); Unavailable when a first sign-in on this PC can't reach the store
struct Outcome
{
    Result<deskopening::Unlocked> unlocked;
    bool deviceRevoked = false; ///< The desk is marked as withdrawn: destroy it.
};
Outcome signIn(const Attempt &attempt, std::shared_ptr<central::StoreGate> gate, UtcTime now);

/// Whether a sign-in or a joining failed only because a one-time password has to be changed: ask for a new one and come
/// again.
bool wantsNewPassword(const Error &error);

/// Connects with the password, or with the new one when an earlier try got as far as changing it.
Result<StoreVisit> begin(StoreVisit::Place place, const QString &login, const QString &password,
                         const QString &newPassword);

struct Change
{
    const domain::Organisation &organisation;
    QString login;
    QString password;
    QString newPassword;
};
/// Says hello, changes a password that has to be changed, and fetches the user's keys. @return
/// wantsNewPassword() when none was given; standingError()
Result<central::Welcome> settle(StoreVisit &visit, const DeviceId &device,
                                std::shared_ptr<const crypto::SecretBuffer> deviceSecret, const Change &change);

/// Keeps who works here and the visitor's sealed keys. In the caller's transaction. @return the visitor.
Result<StaffMember> keepPeople(cache::Cache &cache, StoreVisit &visit);
/// The visitor's slot and the organisation's.
Result<void> putSlots(vault::KeySlots &keySlots, const QString &login, const StoreVisit &visit,
                      const crypto::SecretBuffer *deviceSecret, const vault::DatabaseKeys &keys);

} // namespace consent::desk::storesignin
