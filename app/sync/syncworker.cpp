#include "sync/syncworker.h"

#include "base/logging.h"

#include <QRandomGenerator>

namespace consent::sync {

SyncWorker::SyncWorker(StoreFactory openStore, OutboxSource &outbox, const Clock &clock, SyncSettings settings)
    : m_pusher(std::move(openStore), outbox, settings.batch)
    , m_outbox(outbox)
    , m_clock(clock)
    , m_settings(settings)
    , m_backoff(settings.firstRetry, settings.longestRetry, [] { return QRandomGenerator::global()->generateDouble(); })
    , m_timer(this) // a child, so that it moves to the sync thread with the worker
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SyncWorker::look);
}

void SyncWorker::begin()
{
    look();
}

void SyncWorker::wake(bool urgent)
{
    if (m_backoff.waiting() && !urgent) {
        refreshWaiting();
        tell();
        return;
    }
    look();
}

void SyncWorker::end()
{
    m_timer.stop();
    m_pusher.disconnect();
}

void SyncWorker::look()
{
    if (m_stopping)
        return;
    m_timer.stop();
    takeSteps();
    refreshWaiting();
    tell();
}

void SyncWorker::takeSteps()
{
    while (!m_stopping) {
        const auto step = m_pusher.step();
        if (!step) {
            failed(step.error());
            return;
        }
        succeeded();
        if (*step == Pusher::Step::Idle)
            break;
        refreshWaiting();
        tell();
    }
    m_timer.start(m_settings.look);
}

void SyncWorker::failed(const Error &error)
{
    qCWarning(logging::sync) << "push failed:" << error.detail;
    const bool lasting = Pusher::isLasting(error.kind);
    m_state.online = m_pusher.isConnected(); // a refusal is an answer
    m_state.lastError = error.message;
    m_state.needsAttention = lasting;
    // What lasts is tried again as well, rarely: an administrator may have put it right.
    m_timer.start(lasting ? m_settings.longestRetry : m_backoff.next());
}

void SyncWorker::succeeded()
{
    m_backoff.reset();
    m_state.online = true;
    m_state.lastContact = m_clock.now();
    m_state.lastError.clear();
    m_state.needsAttention = false;
}

void SyncWorker::refreshWaiting()
{
    const auto outbox = m_outbox.state();
    if (!outbox) {
        m_state.lastError = outbox.error().message;
        return;
    }
    m_state.waiting = outbox->waiting;
    m_state.waitingSince = outbox->oldest;
    m_state.urgentWaiting = outbox->urgent;
}

void SyncWorker::tell()
{
    if (m_told == m_state)
        return;
    m_told = m_state;
    Q_EMIT stateChanged(m_state);
}

} // namespace consent::sync
