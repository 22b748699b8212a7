#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "crypto/secretbuffer.h"
#include "desk/session/deskcore.h"
#include "desk/session/desksession.h"
#include "ledger/userkeys.h"
#include "vault/keys/keyslots.h"

#include <memory>

/// Unlocking a desk that exists. Cache thread: what is opened belongs to it.
namespace consent::desk::deskopening {

struct Unlocked
{
    DeskCore::Facts facts;
    std::unique_ptr<OpenDesk> open;
    SessionKeys sessionKeys;
};

/// @param deviceSecret null when the desk works on passwords alone
/// A damaged cache is recovered (DeskRecovery), projections that are incomplete are rebuilt.
/// @return WrongPassword, WrongKey or NotFound (device secret), Damaged, Busy, TooNew: each with its own sentence.
Result<Unlocked> unlock(const DeskProfile &profile, const domain::Organisation &organisation, const QString &login,
                        const QString &password, const crypto::SecretBuffer *deviceSecret, UtcTime now);

/// The rest of unlock(), with the slot open already.
Result<Unlocked> assemble(const DeskProfile &profile, const domain::Organisation &organisation,
                          const vault::KeySlots::Opened &opened, UtcTime now);

/// @return WrongPassword unless it is the password of the check. As slow as signing in.
Result<void> checkPassword(const PasswordCheck &check, const QString &password);

/// Opens the sealed cache with the newest of the keys that fits it.
Result<std::unique_ptr<cache::Cache>> openCache(const QString &path, const vault::DatabaseKeys &keys);

/// What the desk keeps of a user beside the events: who it is, and the keys that only the password opens.
Result<void> keepStaff(cache::Cache &cache, const StaffMember &member);
Result<StaffMember> staff(cache::Cache &cache, const UserId &user);
Result<void> keepUserKeys(cache::Cache &cache, const central::UserKeyMaterial &material);
/// As kept: all of it sealed.
Result<central::UserKeyMaterial> userKeys(cache::Cache &cache, const UserId &user);
/// While a password is being changed: the user's private key under the new one, beside the one that stands.
Result<void> announceUserKeys(cache::Cache &cache, const ledger::UserKeyRecord &next);
Result<void> forgetAnnounced(cache::Cache &cache, const UserId &user);
/// Ends that: of the two the one stands that this password opens, and the other is forgotten. Nothing to do when none
/// was announced, or when it opens neither. In the caller's transaction.
Result<void> settleUserKeys(cache::Cache &cache, const UserId &user, const vault::PasswordKey &passwordKey);
/// The organisation's keys, opened by the user's password.
Result<ledger::OrganisationKeys> organisationKeys(const central::UserKeyMaterial &material,
                                                  const vault::PasswordKey &passwordKey);

} // namespace consent::desk::deskopening
