#include "central/postgres/linkwatch.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif
#ifdef Q_OS_LINUX
#include <linux/tcp.h>
#include <netinet/in.h>
#endif

namespace consent::central {

namespace {

constexpr std::chrono::milliseconds step{500};

void shutDown(int socket)
{
#ifdef Q_OS_WIN
    ::shutdown(static_cast<SOCKET>(socket), SD_BOTH);
#else
    ::shutdown(socket, SHUT_RDWR);
#endif
}

} // namespace

LinkWatch::Call::Call(LinkWatch &watch)
    : m_watch(watch)
{
    const std::lock_guard lock(m_watch.m_mutex);
    m_watch.m_active = true;
    m_watch.m_wake.notify_one();
}

LinkWatch::Call::~Call()
{
    const std::lock_guard lock(m_watch.m_mutex);
    m_watch.m_active = false;
    m_watch.m_wake.notify_one();
}

LinkWatch::LinkWatch(int socket, std::chrono::milliseconds silence)
    : m_socket(socket)
    , m_silence(silence)
    , m_thread([this] { watch(); })
{
}

LinkWatch::~LinkWatch()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        m_wake.notify_one();
    }
    m_thread.join();
}

void LinkWatch::cut()
{
    if (!m_cut.exchange(true))
        shutDown(m_socket);
}

void LinkWatch::watch()
{
    std::unique_lock lock(m_mutex);
    while (!m_ending) {
        m_wake.wait(lock, [this] { return m_active || m_ending; });
        quint64 before = moved();
        auto since = std::chrono::steady_clock::now();
        while (m_active && !m_ending) {
            // Ended calls wake this up; a call that began in between only makes the watch patient a moment longer.
            if (m_wake.wait_for(lock, step) == std::cv_status::no_timeout) {
                since = std::chrono::steady_clock::now();
                continue;
            }
            const quint64 now = moved();
            if (now != before) {
                before = now;
                since = std::chrono::steady_clock::now();
            } else if (std::chrono::steady_clock::now() - since >= m_silence) {
                cut();
                break;
            }
        }
        m_wake.wait(lock, [this] { return !m_active || m_ending || !m_cut; });
    }
}

quint64 LinkWatch::moved() const
{
#ifdef Q_OS_LINUX
    tcp_info info{};
    socklen_t size = sizeof info;
    if (::getsockopt(m_socket, IPPROTO_TCP, TCP_INFO, &info, &size) == 0)
        return info.tcpi_bytes_acked + info.tcpi_bytes_received;
#endif
    return 0; // elsewhere a call as such has the time
}

} // namespace consent::central
