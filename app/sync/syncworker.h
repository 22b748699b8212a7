#pragma once

#include "sync/backoff.h"
#include "sync/syncengine.h"

#include <QObject>
#include <QPromise>
#include <QTimer>

#include <atomic>
#include <deque>
#include <mutex>

namespace consent::sync {

/// The engine's part that lives on the sync thread: decides when the round takes its next step, and tells the state.
class SyncWorker : public QObject
{
    Q_OBJECT

public:
    SyncWorker(const SyncParts &parts, const Clock &clock, SyncSettings settings);

    /// Thread-safe: no step begins after this.
    void requestStop() { m_stopping = true; }
    /// Thread-safe: puts the question in the queue; answerLookUps() must be called on the sync thread then.
    QFuture<Result<LookUpOutcome>> queueLookUp(const central::LookUp &question);
    /// Thread-safe: since when (Clock::elapsed) the store has not answered a call.
    std::optional<Milliseconds> unansweredSince() const { return m_round.connection().busySince(); }

public Q_SLOTS:
    /// Looks at once.
    void begin();
    /// Something was saved: pushes at once, unless a failure is being waited out and it is not urgent.
    void wake(bool urgent);
    /// Does what is in the queue.
    void answerLookUps();
    void alarmsSeen();
    /// The thread ends: closes the connection.
    void end();

Q_SIGNALS:
    void stateChanged(const consent::sync::SyncState &state);
    void greeted(const consent::central::Welcome &welcome);
    void received();

private:
    /// Passes a greeting on to the desk, and tells of it.
    class Inbox : public InboxSink
    {
    public:
        Inbox(InboxSink &inner, SyncWorker &worker)
            : m_inner(inner)
            , m_worker(worker)
        {
        }
        Result<InboxState> state() override { return m_inner.state(); }
        Result<TakeReport> take(const central::PullPage &page) override;
        Result<void> tookAll() override { return m_inner.tookAll(); }
        Result<void> takeBlocks(const central::BlockPage &page, bool fromStart) override
        {
            return m_inner.takeBlocks(page, fromStart);
        }
        Result<std::vector<SubjectId>> partial(int limit) override { return m_inner.partial(limit); }
        Result<TakeReport> takeFile(const central::SubjectFile &file) override;
        Result<void> notThere(const SubjectId &subject) override { return m_inner.notThere(subject); }
        Result<void> greeted(const central::Welcome &welcome, qint64 skewMs) override;

    private:
        Result<TakeReport> told(Result<TakeReport> report);

        InboxSink &m_inner;
        SyncWorker &m_worker;
    };
    struct Asked
    {
        central::LookUp question;
        QPromise<Result<LookUpOutcome>> promise;
    };

    void poll();
    bool takeSteps();
    std::optional<Asked> nextLookUp();
    void failed(const Error &error);
    void succeeded();
    void judgeRest();
    void refreshWaiting();
    void tell();

    OutboxSource &m_outbox;
    UpkeepSource &m_upkeep;
    const Clock &m_clock;
    SyncSettings m_settings;
    Inbox m_inbox;
    SyncRound m_round;
    Backoff m_backoff;
    QTimer m_timer;
    std::atomic<bool> m_stopping{false};
    std::mutex m_mutex;
    std::deque<Asked> m_asked; ///< Under m_mutex.
    std::optional<Milliseconds> m_lastBlocks;
    std::optional<Milliseconds> m_lastEviction;
    std::optional<Milliseconds> m_lastRetry; ///< When parts that rest were last told to try again.
    QString m_alarm;                         ///< What a person has not seen yet.
    SyncState m_state;
    std::optional<SyncState> m_told;
};

} // namespace consent::sync
