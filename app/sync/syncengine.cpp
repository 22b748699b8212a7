#include "sync/syncengine.h"

#include "sync/syncworker.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consent::sync {

SyncEngine::SyncEngine(const SyncParts &parts, const Clock &clock, SyncSettings settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_clock(clock)
    , m_worker(std::make_unique<SyncWorker>(parts, clock, settings))
{
    qRegisterMetaType<SyncState>();
    qRegisterMetaType<central::Welcome>();
    m_thread.setObjectName(u"sync"_s);
    m_worker->moveToThread(&m_thread);
    SyncWorker *worker = m_worker.get();
    connect(&m_thread, &QThread::started, worker, &SyncWorker::begin);
    // On the ending thread itself: the store's connection closes where it was opened.
    connect(&m_thread, &QThread::finished, worker, &SyncWorker::end, Qt::DirectConnection);
    connect(worker, &SyncWorker::stateChanged, this, [this](const SyncState &state) {
        m_state = state;
        show();
    });
    connect(worker, &SyncWorker::greeted, this, &SyncEngine::greeted);
    connect(worker, &SyncWorker::received, this, &SyncEngine::received);
    connect(&m_watch, &QTimer::timeout, this, &SyncEngine::watch);
}

SyncEngine::~SyncEngine()
{
    stop();
}

void SyncEngine::start()
{
    m_thread.start();
    m_watch.start(std::clamp(m_settings.unanswered / 4, Milliseconds(10), Milliseconds(1000)));
}

void SyncEngine::stop()
{
    m_watch.stop();
    if (!m_thread.isRunning())
        return;
    m_worker->requestStop();
    m_thread.quit();
    m_thread.wait();
}

void SyncEngine::wake(bool urgent)
{
    SyncWorker *worker = m_worker.get();
    QMetaObject::invokeMethod(
        worker, [worker, urgent] { worker->wake(urgent); }, Qt::QueuedConnection);
}

QFuture<Result<LookUpOutcome>> SyncEngine::lookUp(const central::LookUp &question)
{
    SyncWorker *worker = m_worker.get();
    auto answer = worker->queueLookUp(question);
    QMetaObject::invokeMethod(worker, &SyncWorker::answerLookUps, Qt::QueuedConnection);
    return answer;
}

void SyncEngine::alarmsSeen()
{
    QMetaObject::invokeMethod(m_worker.get(), &SyncWorker::alarmsSeen, Qt::QueuedConnection);
}

/// A call that hangs keeps its thread from saying so itself.
void SyncEngine::watch()
{
    const auto since = m_worker->unansweredSince();
    m_silent = since && m_clock.elapsed() - *since >= m_settings.unanswered;
    show();
}

void SyncEngine::show()
{
    SyncState state = m_state;
    if (m_silent) {
        state.online = false;
        state.catchingUp = false;
        state.lastError = QCoreApplication::translate(
            "Sync", "The central store does not answer. What you record is kept here and waits.");
    }
    if (m_shown == state)
        return;
    m_shown = state;
    Q_EMIT stateChanged(state);
}

} // namespace consent::sync
