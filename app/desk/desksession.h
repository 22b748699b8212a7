#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "desk/staff.h"

#include <QFuture>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace consent::domain {
class Organisation;
}

namespace consent::desk {

class CallDesk;
class DemoDesk;
class DeskCore;
class DeskProfile;
class DocumentDesk;
class LedgerDesk;
class LogDesk;
class SubjectDesk;
class VaultDesk;

/// What the status line says of the way to the central store.
struct SyncView
{
    bool online = true;
    int waiting = 0;               ///< Events that the centre does not have yet.
    std::optional<UtcTime> since;  ///< Of the oldest waiting one.
    QString lastError;             ///< A sentence; empty when all is well.
};

/// A signed-in desk: owns the open cache, its thread, sync, and the use cases. UI thread. Destroying it signs out:
/// what waits is written, keys are wiped.
class DeskSession : public QObject
{
    Q_OBJECT

public:
    explicit DeskSession(std::shared_ptr<DeskCore> core);
    ~DeskSession() override;

    const StaffMember &user() const;
    const domain::Organisation &organisation() const;
    const DeskProfile &profile() const;
    SyncView syncView() const { return m_sync; }

    CallDesk &calls() { return *m_calls; }
    SubjectDesk &subjects() { return *m_subjects; }
    LogDesk &log() { return *m_log; }
    DocumentDesk &documents() { return *m_documents; }
    LedgerDesk &ledger() { return *m_ledger; }
    DemoDesk &demo() { return *m_demo; }
    VaultDesk &vault() { return *m_vault; }

    /// Whether the password is the signed-in user's: to open the lock screen. Slow on purpose (scrypt), runs beside.
    QFuture<Result<void>> unlock(const QString &password);

Q_SIGNALS:
    void syncChanged();
    /// Something was recorded: lists may look again.
    void recorded();

private:
    std::shared_ptr<DeskCore> m_core;
    SyncView m_sync;
    std::unique_ptr<CallDesk> m_calls;
    std::unique_ptr<SubjectDesk> m_subjects;
    std::unique_ptr<LogDesk> m_log;
    std::unique_ptr<DocumentDesk> m_documents;
    std::unique_ptr<LedgerDesk> m_ledger;
    std::unique_ptr<DemoDesk> m_demo;
    std::unique_ptr<VaultDesk> m_vault;
};

} // namespace consent::desk
