#pragma once

#include "base/clock.h"
#include "central/storelookup.h"
#include "central/storesession.h"
#include "sync/syncround.h"

#include <QFuture>
#include <QObject>
#include <QString>
#include <QThread>
#include <QTimer>

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
    bool catchingUp = false;     ///< More of what others wrote is on its way.

    friend bool operator==(const SyncState &, const SyncState &) = default;
};

struct SyncSettings
{
    std::size_t batch = 500;
    Milliseconds look{30'000}; ///< Looks by itself this often, in case a wake-up was lost: where nobody else writes.
    Milliseconds poll{1'500};  ///< Looks for what others wrote this often.
    Milliseconds firstRetry{1'000}; ///< After a failure; doubled each time, with jitter.
    Milliseconds longestRetry{60'000};
    Milliseconds blocks{15'000};          ///< Looks for opt-outs of others this often, at most.
    Milliseconds eviction{6 * 3'600'000}; ///< Lets people go this often, at most.
    Milliseconds unanswered{8'000};       ///< A call that takes longer is shown as no answer.
    Puller::Limits limits;
};

/// What came of a look-up at the central store.
struct LookUpOutcome
{
    central::LookUpAnswer answer = central::LookUpAnswer::Granted;
    std::vector<SubjectId> subjects; ///< They are on this PC now.
    qint64 erased = 0;
};

class SyncWorker;

/// Exchanges with the central store, in a thread of its own: what the desk saved goes there, what others saved comes.
///
/// A device's events form a chain, and the store takes them only in the order of seq: so an opt-out can't overtake what
/// was saved before it on the same PC. It goes first in time instead: it ends the wait of a back-off, its device goes
/// before other devices of this outbox, and a batch ends with the last opt-out in it, so that it is durable at the
/// store before anything after it is sent.
class SyncEngine : public QObject
{
    Q_OBJECT

public:
    /// @param parts all outlive the engine, as the clock does
    SyncEngine(const SyncParts &parts, const Clock &clock, SyncSettings settings = {}, QObject *parent = nullptr);
    /// Stops.
    ~SyncEngine() override;

    /// Once.
    void start();
    /// Ends the thread after the step in progress and waits for it. Nothing is lost: what was not acknowledged waits;
    /// look-ups that wait come back Cancelled.
    void stop();
    /// Something was saved. Thread-safe, returns at once.
    /// @param urgent an opt-out or withdrawal: tries at once even while waiting after a failure
    void wake(bool urgent = false);
    /// Asks the store for people and takes them in, before anything else that is not being done yet; also while waiting
    /// after a failure. Thread-safe. @return Unavailable offline
    QFuture<Result<LookUpOutcome>> lookUp(const central::LookUp &question);
    /// A person saw what needed attention.
    void alarmsSeen();

Q_SIGNALS:
    /// On the engine's own thread.
    void stateChanged(const consent::sync::SyncState &state);
    /// The store answered a greeting: who this user and this device are to it now. On the engine's own thread.
    void greeted(const consent::central::Welcome &welcome);
    /// Events, keys or people came from the store.
    void received();

private:
    void watch();
    void show();

    SyncSettings m_settings;
    const Clock &m_clock;
    QThread m_thread;
    std::unique_ptr<SyncWorker> m_worker; ///< Lives on m_thread while that runs.
    QTimer m_watch;
    SyncState m_state;     ///< As the worker said last.
    bool m_silent = false; ///< The store has not answered for too long.
    std::optional<SyncState> m_shown;
};

} // namespace consent::sync

Q_DECLARE_METATYPE(consent::sync::SyncState)
Q_DECLARE_METATYPE(consent::central::Welcome)
