#include "sync/syncengine.h"

#include "sync/syncworker.h"

namespace consent::sync {

SyncEngine::SyncEngine(StoreFactory openStore, OutboxSource &outbox, const Clock &clock, SyncSettings settings,
                       QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<SyncWorker>(std::move(openStore), outbox, clock, settings))
{
    qRegisterMetaType<SyncState>();
    m_thread.setObjectName(QStringLiteral("sync"));
    m_worker->moveToThread(&m_thread);
    SyncWorker *worker = m_worker.get();
    connect(&m_thread, &QThread::started, worker, &SyncWorker::begin);
    // On the ending thread itself: the store's connection closes where it was opened.
    connect(&m_thread, &QThread::finished, worker, &SyncWorker::end, Qt::DirectConnection);
    connect(worker, &SyncWorker::stateChanged, this, &SyncEngine::stateChanged, Qt::DirectConnection);
}

SyncEngine::~SyncEngine()
{
    stop();
}

void SyncEngine::start()
{
    m_thread.start();
}

void SyncEngine::stop()
{
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

} // namespace consent::sync
