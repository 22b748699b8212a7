#pragma once

#include <QtGlobal>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

/// A piece of network between a client and a server of this machine that a test can break. Thread-safe.
class TcpProxy
{
public:
    enum class Link {
        Open,
        NothingUp,   ///< What the client sends is taken and lost; connections stay.
        NothingDown, ///< What the server sends is taken and lost.
        Dead         ///< Both.
    };

    explicit TcpProxy(quint16 serverPort);
    ~TcpProxy();
    TcpProxy(const TcpProxy &) = delete;
    TcpProxy &operator=(const TcpProxy &) = delete;

    quint16 port() const { return m_port; }
    void set(Link link) { m_link = link; }
    /// Lets so many more bytes up, then ends the connection in the middle and lets nothing through any more.
    void dieAfter(qint64 bytesUp) { m_budget = bytesUp; }
    /// Ends every connection at once, as a reset does.
    void cutAll();

private:
    struct Pair
    {
        int client;
        int server;
        bool open = true;
    };

    void run();
    void accept();
    void forward(Pair &pair, bool up);

    quint16 m_serverPort;
    quint16 m_port = 0;
    int m_listener = -1;
    std::atomic<Link> m_link{Link::Open};
    std::atomic<qint64> m_budget{-1}; ///< -1: no end.
    std::atomic<bool> m_stopping{false};
    std::atomic<bool> m_cutting{false};
    std::vector<Pair> m_pairs; ///< Of the thread alone.
    std::thread m_thread;
};
