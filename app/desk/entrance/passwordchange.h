#pragma once

#include "base/result.h"
#include "crypto/secretbuffer.h"
#include "desk/joining/storeaccount.h"
#include "ledger/userkeys.h"
#include "vault/keys/keyslots.h"

#include <QString>

#include <memory>
#include <optional>

namespace consent::desk {

class DeskCore;

/// A signed-in user's password for another one. What a password opens stands in up to four places: the key slot of this
/// PC, the private key in the cache and at the shared store, and the store's own verifier. They can't change at once,
/// so the cache holds the private key under both passwords meanwhile, and after a crash between any two steps one of
/// the two opens everything: the old one until the store has the new one (online) or the slot has (offline), the new
/// one from then on. Worker thread: scrypt, the network, and the cache thread, for which it waits. Once.
///
/// The session that was opened with the old password must end after it: its way to the store is made with it.
class PasswordChange
{
public:
    /// @param core shared: the session may end meanwhile @param account null where there is no shared store
    PasswordChange(std::shared_ptr<DeskCore> core, std::shared_ptr<const StoreAccount> account);

    /// @param deviceSecret null when the desk works on passwords alone; outlives the change
    /// @return WrongPassword for the password; InvalidArgument with a sentence for the new one; NotAllowed on the
    /// sample desk; Unavailable when the store of this desk can't be reached. Nothing was changed then, unless it says
    /// so.
    Result<void> run(const QString &password, const QString &fresh, const crypto::SecretBuffer *deviceSecret);

    // The steps of run(), in their order. The power may go after any of them.
    /// Checks everything that can be checked, and connects. Changes nothing.
    Result<void> begin(const QString &password, const QString &fresh, const crypto::SecretBuffer *deviceSecret);
    /// The cache keeps the private key under the new password as well.
    Result<void> announce();
    /// The shared store takes verifier and private key, both or neither.
    Result<void> tellStore();
    /// The slot of this PC opens with the new password only.
    Result<void> sealSlot();
    /// The cache forgets the private key under the old password.
    Result<void> finish();

private:
    /// What a line that broke in mid-change left at the store.
    enum class StoreHas { Old, New, Unknown };
    StoreHas ask() const;
    Result<void> withdraw();
    Result<vault::KeySlots::Opened> openSlot(const QString &password) const;
    QString login() const;

    std::shared_ptr<DeskCore> m_core;
    std::shared_ptr<const StoreAccount> m_account;
    const crypto::SecretBuffer *m_deviceSecret = nullptr;
    std::unique_ptr<central::CentralAdministration> m_administration;
    std::optional<vault::KeySlots::Opened> m_opened;
    std::optional<vault::PasswordKey> m_fresh;
    std::optional<crypto::SecretBuffer> m_storePassword; ///< The new one.
    QByteArray m_verifier;
    ledger::UserKeyRecord m_record; ///< Under the new password.
};

} // namespace consent::desk
