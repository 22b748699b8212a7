#include "desk/calls/inboxconnection.h"

#include "domain/callrequest.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>

namespace consent::desk {

InboxConnection::InboxConnection(QLocalSocket *socket, const InboxLimits &limits, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_limits(limits)
{
    m_socket->setParent(this);
    // One byte more than a line may have is enough to know that it has too many.
    m_socket->setReadBufferSize(domain::CallRequest::maxLineBytes + 2);
    m_lineTimer.setSingleShot(true);
    m_lineTimer.setInterval(limits.lineTime);
    connect(&m_lineTimer, &QTimer::timeout, this, [this] {
        refuse(
            {ErrorKind::Cancelled, tr("The rest of the line did not come in time. Send the whole line at once."), {}});
    });
    connect(m_socket, &QLocalSocket::readyRead, this, &InboxConnection::read);
    connect(m_socket, &QLocalSocket::disconnected, this, &InboxConnection::disconnected);
    // What came before the signals were connected.
    QMetaObject::invokeMethod(this, &InboxConnection::read, Qt::QueuedConnection);
}

void InboxConnection::answer(const Result<void> &outcome)
{
    QJsonObject reply{{QStringLiteral("ok"), outcome.ok()}};
    if (!outcome)
        reply.insert(QStringLiteral("error"), outcome.error().message);
    m_socket->write(QJsonDocument(reply).toJson(QJsonDocument::Compact) + '\n');
    if (m_socket->bytesToWrite() > m_limits.unreadAnswerBytes) {
        m_refused = true; // not even a reason would reach a peer that doesn't read
        m_socket->abort();
    }
}

void InboxConnection::refuse(const Error &error)
{
    if (m_refused)
        return;
    m_refused = true;
    m_lineTimer.stop();
    m_pending.clear();
    answer(error);
    m_socket->disconnectFromServer(); // after the answer is out
}

void InboxConnection::read()
{
    while (!m_refused && m_socket->bytesAvailable() > 0) {
        m_pending += m_socket->readAll();
        qsizetype begin = 0;
        for (qsizetype end = m_pending.indexOf('\n'); end >= 0 && !m_refused; end = m_pending.indexOf('\n', begin)) {
            QByteArray line = m_pending.sliced(begin, end - begin);
            begin = end + 1;
            m_lineTimer.stop();
            if (line.endsWith('\r'))
                line.chop(1);
            if (line.size() > domain::CallRequest::maxLineBytes) {
                begin = 0;
                break;
            }
            if (!line.isEmpty())
                Q_EMIT lineReceived(line);
        }
        if (m_refused)
            return;
        m_pending.remove(0, begin);
        if (m_pending.size() > domain::CallRequest::maxLineBytes) {
            refuse({ErrorKind::InvalidArgument,
                    tr("The line is longer than %1 bytes. Send one request per line.")
                        .arg(domain::CallRequest::maxLineBytes),
                    {}});
            return;
        }
    }
    if (!m_pending.isEmpty() && !m_refused && !m_lineTimer.isActive())
        m_lineTimer.start();
}

} // namespace consent::desk
