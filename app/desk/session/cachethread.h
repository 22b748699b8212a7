#pragma once

#include <QFuture>
#include <QPromise>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <type_traits>

namespace consent::desk {

/// The one thread that works on the cache: jobs run in the order in which they were posted, urgent ones first.
/// A job's result comes back in a QFuture; continue on the UI thread with then(context, ...). Jobs that are still
/// waiting when the object goes are run, not dropped: what was handed over to be saved is saved.
class CacheThread
{
public:
    /// Interactive work (a key was pressed) overtakes bulk work (verify, import) that waits, never one that runs.
    enum class Urgency { Interactive, Bulk };

    CacheThread();
    ~CacheThread();
    CacheThread(const CacheThread &) = delete;
    CacheThread &operator=(const CacheThread &) = delete;

    /// Thread-safe. The job must not throw and must not wait for another job of this thread.
    template <typename Job> QFuture<std::invoke_result_t<Job>> run(Job job, Urgency urgency = Urgency::Interactive)
    {
        using Outcome = std::invoke_result_t<Job>;
        auto promise = std::make_shared<QPromise<Outcome>>();
        promise->start();
        QFuture<Outcome> future = promise->future();
        post(
            [promise, work = std::make_shared<Job>(std::move(job))] {
                promise->addResult((*work)());
                promise->finish();
            },
            urgency);
        return future;
    }

private:
    void post(std::function<void()> job, Urgency urgency);
    void work();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_interactive;
    std::deque<std::function<void()>> m_bulk;
    bool m_closing = false;
    std::thread m_thread;
};

} // namespace consent::desk
