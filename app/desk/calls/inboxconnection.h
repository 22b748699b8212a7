#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <chrono>

class QLocalSocket;

namespace consent::desk {

/// What peers of the inbox may do; each limit protects the agent's desk from a peer gone wrong.
struct InboxLimits
{
    std::size_t connections = 16;             ///< One more, and the one that was silent longest makes room.
    std::chrono::milliseconds lineTime{5000}; ///< From the first byte of a line to its end.
    qint64 unreadAnswerBytes = 64 * 1024;     ///< A peer that reads no answers is cut off there.
};

/// One peer of the inbox: turns bytes into lines within the limits, and outcomes into answers.
class InboxConnection : public QObject
{
    Q_OBJECT

public:
    /// Takes over the connected socket.
    InboxConnection(QLocalSocket *socket, const InboxLimits &limits, QObject *parent);

    /// Sends the answer to the line that lineReceived() told of.
    void answer(const Result<void> &outcome);
    /// Says why, and closes; disconnected() follows.
    void refuse(const Error &error);

Q_SIGNALS:
    /// A whole line without its end; never an empty one.
    void lineReceived(const QByteArray &line);
    void disconnected();

private:
    void read();

    QLocalSocket *m_socket;
    InboxLimits m_limits;
    QTimer m_lineTimer;
    QByteArray m_pending;
    bool m_refused = false;
};

} // namespace consent::desk
