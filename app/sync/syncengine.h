#pragma once

#include "sync/outboxsource.h"
#include "sync/pusher.h"

#include <QObject>
#include <QString>
#include <QThread>

#include <memory>
#include <optional>

namespace consent::sync {

/// What the status bar shows. Always true at the moment it was sent.
struct SyncState
{
    bool online = false; ///< The last contact succeeded.
    qint64 waiting = 0;  ///< Events not yet at the central store.
    bool urgentWaiting = false;
    std::optional<UtcTime> waitingSince; ///< When the oldest waiting event was saved.
    std::optional<UtcTime> lastContact;  ///< The last call that succeeded.
    QString lastError;                   ///< A sentence for a person; empty while all is well.
    bool needsAttention = false; ///< Does not go away by itself (a fork, a damaged event): call the administrator.

    friend bool operator==(const SyncState &, const SyncState &) = default;
};

struct SyncSettings
{
    std::size_t batch = 500;
    Milliseconds look{30'000};      ///< Looks by itself this often, in case a wake-up was lost.
    Milliseconds firstRetry{1'000}; ///< After a failure; doubled each time, with jitter.
    Milliseconds longestRetry{60'000};
};

class SyncWorker;

/// Pushes what the desk saved to the central store, in a thread of its own.
///
/// A device's events form a chain, and the store takes them only in the order of seq: so an opt-out can't overtake what
/// was saved before it on the same PC. It goes first in time instead: it ends the wait of a back-off, its device goes
/// before other devices of this outbox, and a batch ends with the last opt-out in it, so that it is durable at the
/// store before anything after it is sent.
class SyncEngine : public QObject
{
    Q_OBJECT

public:
    /// @param outbox and clock outlive the engine
    SyncEngine(StoreFactory openStore, OutboxSource &outbox, const Clock &clock, SyncSettings settings = {},
               QObject *parent = nullptr);
    /// Stops.
    ~SyncEngine() override;

    /// Once.
    void start();
    /// Ends the thread after the step in progress and waits for it. Nothing is lost: what was not acknowledged waits.
    void stop();
    /// Something was saved. Thread-safe, returns at once.
    /// @param urgent an opt-out or withdrawal: tries at once even while waiting after a failure
    void wake(bool urgent = false);

Q_SIGNALS:
    /// From the sync thread; connect with a receiver, so that it arrives on the receiver's thread.
    void stateChanged(const consent::sync::SyncState &state);

private:
    QThread m_thread;
    std::unique_ptr<SyncWorker> m_worker; ///< Lives on m_thread while that runs.
};

} // namespace consent::sync

Q_DECLARE_METATYPE(consent::sync::SyncState)
