#pragma once

#include <QtGlobal>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace consent::central {

/// Shuts a socket down when a call on it is under way and no byte has moved in either direction for too long: so that
/// a blocking library comes back. TCP's own time-outs see a peer that stopped acknowledging; this also sees one that
/// acknowledges but never answers (a frozen server, a middle box that swallows bytes).
class LinkWatch
{
public:
    /// @param socket not owned; must be open while a Call lives
    LinkWatch(int socket, std::chrono::milliseconds silence);
    ~LinkWatch();
    LinkWatch(const LinkWatch &) = delete;
    LinkWatch &operator=(const LinkWatch &) = delete;

    /// A call under way.
    class Call
    {
    public:
        explicit Call(LinkWatch &watch);
        ~Call();
        Call(const Call &) = delete;
        Call &operator=(const Call &) = delete;

    private:
        LinkWatch &m_watch;
    };

    /// Ends the call under way and every later one. Thread-safe.
    void cut();
    bool wasCut() const noexcept { return m_cut; }

private:
    void watch();
    /// Bytes acknowledged by the other end plus bytes received; grows while anything moves.
    quint64 moved() const;

    int m_socket;
    std::chrono::milliseconds m_silence;
    std::atomic<bool> m_cut{false};
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_active = false;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace consent::central
