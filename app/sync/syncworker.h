#pragma once

#include "sync/backoff.h"
#include "sync/syncengine.h"

#include <QObject>
#include <QTimer>

#include <atomic>

namespace consent::sync {

/// The engine's part that lives on the sync thread: decides when the pusher takes its next step, and tells the state.
class SyncWorker : public QObject
{
    Q_OBJECT

public:
    SyncWorker(StoreFactory openStore, OutboxSource &outbox, const Clock &clock, SyncSettings settings);

    /// Thread-safe: no step begins after this.
    void requestStop() { m_stopping = true; }

public Q_SLOTS:
    /// Looks at once.
    void begin();
    /// Something was saved: looks at once, unless a failure is being waited out and it is not urgent.
    void wake(bool urgent);
    /// The thread ends: closes the connection.
    void end();

Q_SIGNALS:
    void stateChanged(const consent::sync::SyncState &state);

private:
    void look();
    void takeSteps();
    void failed(const Error &error);
    void succeeded();
    void refreshWaiting();
    void tell();

    Pusher m_pusher;
    OutboxSource &m_outbox;
    const Clock &m_clock;
    SyncSettings m_settings;
    Backoff m_backoff;
    QTimer m_timer;
    std::atomic<bool> m_stopping{false};
    SyncState m_state;
    std::optional<SyncState> m_told;
};

} // namespace consent::sync
