#include "sync/syncworker.h"

#include "base/logging.h"

#include <QCoreApplication>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace consent::sync {

namespace {

Error stopped()
{
    return {ErrorKind::Cancelled, QCoreApplication::translate("Sync", "The look-up was stopped. Nothing was changed."),
            u"engine stopped"_s};
}

} // namespace

Result<TakeReport> SyncWorker::Inbox::told(Result<TakeReport> report)
{
    if (report && report->taken > 0)
        Q_EMIT m_worker.received();
    return report;
}

Result<TakeReport> SyncWorker::Inbox::take(const central::PullPage &page)
{
    return told(m_inner.take(page));
}

Result<TakeReport> SyncWorker::Inbox::takeFile(const central::SubjectFile &file)
{
    return told(m_inner.takeFile(file));
}

Result<void> SyncWorker::Inbox::greeted(const central::Welcome &welcome, qint64 skewMs)
{
    Q_EMIT m_worker.greeted(welcome);
    return m_inner.greeted(welcome, skewMs);
}

SyncWorker::SyncWorker(const SyncParts &parts, const Clock &clock, SyncSettings settings)
    : m_outbox(parts.outbox)
    , m_upkeep(parts.upkeep)
    , m_clock(clock)
    , m_settings(settings)
    , m_inbox(parts.inbox, *this)
    , m_round({parts.link, parts.outbox, m_inbox, parts.upkeep, parts.evidence}, clock, settings.batch, settings.limits)
    , m_backoff(settings.firstRetry, settings.longestRetry, [] { return QRandomGenerator::global()->generateDouble(); })
    , m_timer(this) // a child, so that it moves to the sync thread with the worker
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SyncWorker::poll);
}

void SyncWorker::begin()
{
    poll();
}

void SyncWorker::wake(bool urgent)
{
    if (m_backoff.waiting() && !urgent) {
        refreshWaiting();
        tell();
        return;
    }
    takeSteps();
}

void SyncWorker::end()
{
    m_timer.stop();
    m_round.connection().drop();
    while (auto asked = nextLookUp()) {
        asked->promise.addResult(stopped());
        asked->promise.finish();
    }
}

void SyncWorker::poll()
{
    if (m_stopping)
        return;
    const auto isDue = [now = m_clock.elapsed()](std::optional<Milliseconds> &last, Milliseconds every) {
        if (last && now - *last < every)
            return false;
        last = now;
        return true;
    };
    if (m_round.resting() && isDue(m_lastRetry, m_settings.longestRetry))
        m_round.tryAgain();
    m_round.look({isDue(m_lastBlocks, m_settings.blocks), isDue(m_lastEviction, m_settings.eviction)});
    if (takeSteps())
        m_timer.start(m_round.connection().isShared() ? m_settings.poll : m_settings.look);
}

/// Until there is nothing to do. @return false after a failure; then the timer runs for the next try.
bool SyncWorker::takeSteps()
{
    bool well = true;
    while (!m_stopping) {
        answerLookUps();
        const auto step = m_round.step();
        if (!step) {
            failed(step.error());
            well = false;
            break;
        }
        succeeded();
        if (*step == SyncRound::Step::Idle)
            break;
        refreshWaiting();
        tell();
    }
    refreshWaiting();
    tell();
    return well;
}

QFuture<Result<LookUpOutcome>> SyncWorker::queueLookUp(const central::LookUp &question)
{
    Asked asked{question, {}};
    asked.promise.start();
    QFuture<Result<LookUpOutcome>> future = asked.promise.future();
    const std::scoped_lock lock(m_mutex);
    m_asked.push_back(std::move(asked));
    return future;
}

std::optional<SyncWorker::Asked> SyncWorker::nextLookUp()
{
    const std::scoped_lock lock(m_mutex);
    if (m_asked.empty())
        return std::nullopt;
    auto asked = std::make_optional(std::move(m_asked.front()));
    m_asked.pop_front();
    return asked;
}

void SyncWorker::answerLookUps()
{
    while (auto asked = nextLookUp()) {
        Result<LookUpOutcome> outcome = stopped();
        if (!m_stopping) {
            const auto fetched = m_round.fetch(asked->question);
            if (fetched)
                outcome = LookUpOutcome{fetched->answer, fetched->subjects, fetched->erased};
            else
                outcome = fetched.error();
        }
        asked->promise.addResult(outcome);
        asked->promise.finish();
    }
}

void SyncWorker::alarmsSeen()
{
    m_alarm.clear();
    judgeRest();
    tell();
}

void SyncWorker::failed(const Error &error)
{
    qCWarning(logging::sync) << "sync failed:" << error.detail;
    const bool lasting = Pusher::isLasting(error.kind);
    m_state.online = m_round.connection().isOpen(); // a refusal is an answer
    m_state.catchingUp = false;
    m_state.lastError = error.message;
    m_state.needsAttention = lasting || !m_alarm.isEmpty();
    m_upkeep.trouble(error.message, lasting);
    // What lasts is tried again as well, rarely: an administrator may have put it right.
    m_timer.start(lasting ? m_settings.longestRetry : m_backoff.next());
}

void SyncWorker::succeeded()
{
    if (m_backoff.waiting()) {
        m_backoff.reset();
        m_timer.start(Milliseconds(0)); // back again: look for what others wrote meanwhile
    }
    m_state.online = true;
    m_state.catchingUp = m_round.isCatchingUp();
    m_state.lastContact = m_clock.now();
    for (const QString &alarm : m_round.alarms()) {
        m_alarm = alarm;
        m_upkeep.trouble(alarm, true);
    }
    judgeRest();
}

void SyncWorker::judgeRest()
{
    const auto resting = m_round.resting();
    const QString before = m_state.lastError;
    m_state.lastError = resting ? resting->message : m_alarm;
    m_state.needsAttention = !m_state.lastError.isEmpty();
    if (resting && before != m_state.lastError) {
        m_upkeep.trouble(resting->message, true);
        m_lastRetry = m_clock.elapsed();
    }
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
