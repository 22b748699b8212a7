#include "desk/session/cachethread.h"

namespace consent::desk {

CacheThread::CacheThread()
    : m_thread([this] { work(); })
{
}

CacheThread::~CacheThread()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_closing = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void CacheThread::post(std::function<void()> job, Urgency urgency)
{
    {
        const std::scoped_lock lock(m_mutex);
        (urgency == Urgency::Interactive ? m_interactive : m_bulk).push_back(std::move(job));
    }
    m_wake.notify_one();
}

void CacheThread::work()
{
    for (;;) {
        std::function<void()> job;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_closing || !m_interactive.empty() || !m_bulk.empty(); });
            std::deque<std::function<void()>> &queue = m_interactive.empty() ? m_bulk : m_interactive;
            if (queue.empty())
                return;
            job = std::move(queue.front());
            queue.pop_front();
        }
        job();
    }
}

} // namespace consent::desk
