#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "central/centralstore.h"
#include "crypto/hash.h"
#include "crypto/kdf.h"
#include "crypto/secretbuffer.h"
#include "desk/entrance/deskrecovery.h"
#include "desk/session/staff.h"

#include <QFuture>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace consent::domain {
class Organisation;
}
namespace consent::sync {
class StoreLink;
class SyncEngine;
} // namespace consent::sync

namespace consent::desk {

class CallDesk;
class ContactDesk;
class DemoDesk;
class DeskCore;
class DeskEvidence;
class DeskInbox;
class DeskOutbox;
class DeskProfile;
class DeskUpkeep;
class DocumentDesk;
class EvidenceDesk;
class LedgerDesk;
class LogDesk;
class PaperDesk;
class PasswordChange;
class StaffDesk;
class StandingWatch;
struct StoreAccount;
class MergeDesk;
class RequestDesk;
class SubjectDesk;
class SyncDesk;
class VaultDesk;

/// What the status line says of the way to the central store.
struct SyncView
{
    bool online = false;
    int waiting = 0;              ///< Events that the centre does not have yet.
    std::optional<UtcTime> since; ///< When the oldest waiting one was saved.
    QString lastError;            ///< A sentence; empty when all is well.
    bool urgentWaiting = false;   ///< An opt-out or withdrawal is among those that wait.
    bool needsAttention = false;  ///< Does not go away by itself.
    bool catchingUp = false;      ///< More of what others wrote is on its way.
    std::optional<UtcTime> lastContact{};

    friend bool operator==(const SyncView &, const SyncView &) = default;
};

/// By what a password is told from a wrong one without keeping it: for the lock screen.
struct PasswordCheck
{
    QByteArray salt;
    crypto::ScryptParameters cost;
    crypto::Digest code{}; ///< Of what scrypt makes of the right password.
};

/// What a session keeps: the embedded central store's key, the user's keys as they are stored there (sealed), and how
/// the lock screen knows the user again.
struct SessionKeys
{
    std::shared_ptr<const crypto::SecretBuffer> store; ///< 32 bytes.
    int storeEpoch = 1;
    central::UserKeyMaterial material;
    PasswordCheck password;
    std::optional<Recovery> recovery;              ///< When the cache was damaged as it was opened.
    std::shared_ptr<sync::StoreLink> link{};       ///< The way to a shared central store; none: the embedded one.
    std::shared_ptr<const StoreAccount> account{}; ///< At the shared store; null where there is none.
};

/// A signed-in desk: owns the open cache, its thread, sync, and the use cases. UI thread. Destroying it signs out:
/// what waits is written, keys are wiped.
class DeskSession : public QObject
{
    Q_OBJECT

public:
    DeskSession(std::shared_ptr<DeskCore> core, SessionKeys keys);
    ~DeskSession() override;

    const StaffMember &user() const;
    const domain::Organisation &organisation() const;
    const DeskProfile &profile() const;
    UtcTime now() const; ///< By the clock of this desk.
    /// What was recovered when this session began; nothing when all was well.
    const std::optional<Recovery> &recovery() const { return m_recovery; }
    SyncView syncView() const { return m_view; }

    CallDesk &calls() { return *m_calls; }
    ContactDesk &contacts() { return *m_contacts; }
    SubjectDesk &subjects() { return *m_subjects; }
    LogDesk &log() { return *m_log; }
    DocumentDesk &documents() { return *m_documents; }
    LedgerDesk &ledger() { return *m_ledger; }
    DemoDesk &demo() { return *m_demo; }
    VaultDesk &vault() { return *m_vault; }
    PaperDesk &papers() { return *m_papers; }
    SyncDesk &sync() { return *m_syncDesk; }
    StaffDesk &staff() { return *m_staff; }
    EvidenceDesk &evidence() { return *m_evidence; }
    MergeDesk &merges() { return *m_merges; }
    RequestDesk &requests() { return *m_requests; }

    /// Whether the password is the signed-in user's: to open the lock screen. Slow on purpose (scrypt), runs beside.
    QFuture<Result<void>> unlock(const QString &password);
    /// For the user's password to be changed by who holds the keychain: DeskEntrance::changePassword().
    PasswordChange passwordChange() const;

Q_SIGNALS:
    void syncChanged();
    /// Something was recorded here, or came from the central store: lists may look again.
    void recorded();
    /// The central store said who this user and this PC are to it now.
    void greeted(const consent::central::Welcome &welcome);
    /// The central store ended this session (user disabled, PC withdrawn, rights or password changed): sign out and say
    /// the sentence. Once.
    void closed(const QString &sentence);

private:
    std::shared_ptr<DeskCore> m_core;
    PasswordCheck m_password;
    std::optional<Recovery> m_recovery;
    SyncView m_view;
    std::shared_ptr<sync::StoreLink> m_link;
    std::shared_ptr<const StoreAccount> m_account; ///< Null where there is no shared store.
    std::unique_ptr<DeskOutbox> m_outbox;
    std::unique_ptr<DeskInbox> m_inbox;
    std::unique_ptr<DeskUpkeep> m_upkeep;
    std::unique_ptr<DeskEvidence> m_sealedEvidence;
    std::unique_ptr<sync::SyncEngine> m_sync; ///< Over these, so after them.
    std::unique_ptr<SyncDesk> m_syncDesk;
    std::unique_ptr<CallDesk> m_calls;
    std::unique_ptr<ContactDesk> m_contacts;
    std::unique_ptr<SubjectDesk> m_subjects;
    std::unique_ptr<LogDesk> m_log;
    std::unique_ptr<DocumentDesk> m_documents;
    std::unique_ptr<LedgerDesk> m_ledger;
    std::unique_ptr<DemoDesk> m_demo;
    std::unique_ptr<VaultDesk> m_vault;
    std::unique_ptr<PaperDesk> m_papers;
    std::unique_ptr<StaffDesk> m_staff;
    std::unique_ptr<StandingWatch> m_standing;
    std::unique_ptr<EvidenceDesk> m_evidence;
    std::unique_ptr<MergeDesk> m_merges;
    std::unique_ptr<RequestDesk> m_requests;
};

} // namespace consent::desk
