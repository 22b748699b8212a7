#include "vault/keys/qtkeychainadapter.h"

#include "base/logging.h"
#include "crypto/base64url.h"

#include <QCoreApplication>
#include <QThread>

#include <condition_variable>
#include <memory>
#include <mutex>

#include <qt6keychain/keychain.h>

namespace consent::vault {

using namespace Qt::StringLiterals;

namespace {

/// QtKeychain queues its jobs in the thread that starts the first one, and hands them on with that thread's event loop:
/// so there is one for the whole process. It is never taken down while a job hangs in it.
class JobThread : public QThread
{
public:
    static QObject &context()
    {
        static JobThread *const thread = new JobThread; // left to the end of the process
        return *thread->m_context;
    }

private:
    JobThread()
    {
        m_context = new QObject;
        m_context->moveToThread(this);
        setObjectName(u"keychain"_s);
        start();
        qAddPostRoutine([] {
            QThread *const running = context().thread();
            running->quit();
            running->wait(1000);
        });
    }

    QObject *m_context = nullptr;
};

/// Where a job leaves its outcome. Shared by the waiting thread and the job: each may be gone before the other.
struct Outcome
{
    std::mutex mutex;
    std::condition_variable changed;
    bool done = false;
    QKeychain::Error error = QKeychain::OtherError;
    QString reason;
    std::optional<crypto::SecretBuffer> secret;
};

Error unavailable(const QString &detail)
{
    return {.kind = ErrorKind::Unavailable,
            .message = QCoreApplication::translate(
                "Keychain",
                "The keychain of this PC does not answer or refuses. Your data is safe. Unlock the keychain "
                "(usually by signing in to the PC with your password) and try again."),
            .detail = detail};
}

void wipe(QByteArray &bytes)
{
    crypto::wipe({reinterpret_cast<std::uint8_t *>(bytes.data()), static_cast<std::size_t>(bytes.size())});
}

/// Runs the job that make() makes in the job thread, and waits for it.
/// @return Unavailable after the time-out; the job may still finish, then nobody reads its outcome.
template <typename Make>
Result<std::shared_ptr<Outcome>> runJob(const QString &service, Milliseconds timeOut, Make make)
{
    auto outcome = std::make_shared<Outcome>();
    QMetaObject::invokeMethod(
        &JobThread::context(),
        [service, outcome, make = std::move(make)] {
            QKeychain::Job *const job = make(service);
            job->setInsecureFallback(false); // without a keychain QtKeychain would offer a plain file
            QObject::connect(job, &QKeychain::Job::finished, job, [outcome](QKeychain::Job *finished) {
                const std::lock_guard lock(outcome->mutex);
                outcome->error = finished->error();
                outcome->reason = finished->errorString();
                if (const auto *const reader = qobject_cast<QKeychain::ReadPasswordJob *>(finished);
                    reader && finished->error() == QKeychain::NoError) {
                    QByteArray data = reader->binaryData();
                    outcome->secret = crypto::SecretBuffer::copyOf(crypto::bytesOf(data));
                    wipe(data);
                }
                outcome->done = true;
                outcome->changed.notify_all();
            });
            job->start();
        },
        Qt::QueuedConnection);
    std::unique_lock lock(outcome->mutex);
    if (!outcome->changed.wait_for(lock, timeOut, [&outcome] { return outcome->done; }))
        return unavailable(u"no answer within %1 ms"_s.arg(timeOut.count()));
    lock.unlock();
    return outcome;
}

Error refused(const Outcome &outcome)
{
    return unavailable(u"error %1: %2"_s.arg(static_cast<int>(outcome.error)).arg(outcome.reason));
}

} // namespace

QtKeychainAdapter::QtKeychainAdapter(QString service, Milliseconds timeOut)
    : m_service(std::move(service))
    , m_timeOut(timeOut)
{
}

Result<std::optional<crypto::SecretBuffer>> QtKeychainAdapter::read(const QString &entry)
{
    const auto outcome = runJob(m_service, m_timeOut, [entry](const QString &service) {
        auto *const job = new QKeychain::ReadPasswordJob(service);
        job->setKey(entry);
        return job;
    });
    if (!outcome)
        return outcome.error();
    if ((*outcome)->error == QKeychain::EntryNotFound)
        return std::optional<crypto::SecretBuffer>();
    if ((*outcome)->error != QKeychain::NoError)
        return refused(**outcome);
    if (!(*outcome)->secret)
        return unavailable(u"secure heap full"_s);
    return std::move((*outcome)->secret);
}

Result<void> QtKeychainAdapter::write(const QString &entry, crypto::Bytes secret)
{
    auto copy = crypto::SecretBuffer::copyOf(secret);
    if (!copy)
        return unavailable(u"secure heap full"_s);
    // Shared, because a functor for the event loop must be copyable.
    const auto shared = std::make_shared<const crypto::SecretBuffer>(std::move(*copy));
    const auto outcome = runJob(m_service, m_timeOut, [entry, shared](const QString &service) {
        auto *const job = new QKeychain::WritePasswordJob(service);
        job->setKey(entry);
        job->setBinaryData(crypto::toByteArray(shared->span()));
        return job;
    });
    if (!outcome)
        return outcome.error();
    if ((*outcome)->error != QKeychain::NoError)
        return refused(**outcome);
    return {};
}

Result<void> QtKeychainAdapter::remove(const QString &entry)
{
    const auto outcome = runJob(m_service, m_timeOut, [entry](const QString &service) {
        auto *const job = new QKeychain::DeletePasswordJob(service);
        job->setKey(entry);
        return job;
    });
    if (!outcome)
        return outcome.error();
    if ((*outcome)->error != QKeychain::NoError && (*outcome)->error != QKeychain::EntryNotFound)
        return refused(**outcome);
    return {};
}

} // namespace consent::vault
