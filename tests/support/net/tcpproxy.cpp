#include "support/net/tcpproxy.h"

#include <QtGlobal>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace {

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

} // namespace

TcpProxy::TcpProxy(quint16 serverPort)
    : m_serverPort(serverPort)
    , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(m_listener, 16) != 0 ||
        ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        qFatal("the proxy can't listen");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { run(); });
}

TcpProxy::~TcpProxy()
{
    m_stopping = true;
    m_thread.join();
    ::close(m_listener);
}

void TcpProxy::cutAll()
{
    m_cutting = true;
    while (m_cutting)
        std::this_thread::yield();
}

void TcpProxy::run()
{
    while (!m_stopping) {
        std::vector<pollfd> polled{{m_listener, POLLIN, 0}};
        for (const Pair &pair : m_pairs) {
            polled.push_back({pair.client, POLLIN, 0});
            polled.push_back({pair.server, POLLIN, 0});
        }
        ::poll(polled.data(), polled.size(), 20);
        for (std::size_t i = 0; i < m_pairs.size(); ++i) {
            if (polled[1 + 2 * i].revents != 0)
                forward(m_pairs[i], true);
            if (m_pairs[i].open && polled[2 + 2 * i].revents != 0)
                forward(m_pairs[i], false);
        }
        if (m_cutting) {
            for (Pair &pair : m_pairs)
                pair.open = false;
        }
        for (const Pair &pair : m_pairs) {
            if (!pair.open) {
                ::close(pair.client);
                ::close(pair.server);
            }
        }
        m_pairs.erase(std::remove_if(m_pairs.begin(), m_pairs.end(), [](const Pair &pair) { return !pair.open; }),
                      m_pairs.end());
        m_cutting = false;
        if ((polled[0].revents & POLLIN) != 0)
            accept();
    }
    for (const Pair &pair : m_pairs) {
        ::close(pair.client);
        ::close(pair.server);
    }
}

void TcpProxy::accept()
{
    const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(m_serverPort);
    if (client >= 0 && ::connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0) {
        m_pairs.push_back({client, server});
        return;
    }
    ::close(client);
    ::close(server);
}

void TcpProxy::forward(Pair &pair, bool up)
{
    std::array<char, 65536> bytes;
    const ssize_t got = ::recv(up ? pair.client : pair.server, bytes.data(), bytes.size(), 0);
    const Link link = m_link;
    const bool lost = link == Link::Dead || link == (up ? Link::NothingUp : Link::NothingDown);
    if (lost)
        return; // an end is not told either; poll() goes on reporting it, which a test that breaks a link can bear
    if (got <= 0) {
        pair.open = false;
        return;
    }
    if (up && m_budget >= 0) {
        m_budget -= got;
        if (m_budget < 0) {
            m_link = Link::Dead;
            pair.open = false;
            return;
        }
    }
    const int to = up ? pair.server : pair.client;
    for (ssize_t sent = 0; sent < got;) {
        const ssize_t step = ::send(to, bytes.data() + sent, static_cast<std::size_t>(got - sent), MSG_NOSIGNAL);
        if (step <= 0) {
            pair.open = false;
            return;
        }
        sent += step;
    }
}
