#include "desk/calls/callinbox.h"

#include "base/logging.h"
#include "desk/calls/callhandover.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>

#include <algorithm>

namespace consent::desk {

namespace {

/// The address of a Unix socket has room for 107 bytes; Qt puts eight more in between while it makes the socket.
constexpr qsizetype longestAddress = 96;

QString lockPathFor(const QString &address)
{
    return QDir::isAbsolutePath(address) ? address + QStringLiteral(".lock")
                                         : QDir::temp().filePath(address + QStringLiteral(".lock"));
}

/// A folder that only this OS user may enter; empty when somebody else made it first.
QString privateTemporaryFolder()
{
    const QString folder =
        QDir::temp().filePath(QStringLiteral("consentdesk-") + QString::number(QFileInfo(QDir::homePath()).ownerId()));
    constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    QDir().mkdir(folder, ownerOnly);
    const QFileInfo info(folder);
    const QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    const bool ours = info.isDir() && !info.isSymLink() && info.isWritable() && !(info.permissions() & others) &&
                      info.ownerId() == QFileInfo(QDir::homePath()).ownerId();
    return ours ? folder : QString();
}

bool onlyAsksToShow(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    return object.size() == 1 && object.value(QLatin1StringView("show")).toBool();
}

} // namespace

Error CallInbox::noPlace(const QString &detail)
{
    return {
        ErrorKind::Io,
        tr("Calls from the telephone system can't reach this desk: there is no place for its socket. Everything else "
           "works."),
        detail};
}

CallInbox::CallInbox(QString address, InboxLimits limits, QObject *parent)
    : QObject(parent)
    , m_address(std::move(address))
    , m_limits(limits)
    , m_lock(lockPathFor(m_address))
{
    m_lock.setStaleLockTime(0); // a lock is stale when its process is gone, however old it is
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &CallInbox::acceptPending);
}

CallInbox::~CallInbox() = default;

QString CallInbox::defaultAddress()
{
#ifdef Q_OS_WIN
    return QStringLiteral("consentdesk-") + qEnvironmentVariable("USERNAME");
#else
    const QString name = QStringLiteral("/consentdesk.socket");
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (!runtime.isEmpty() && (runtime + name).toLocal8Bit().size() <= longestAddress)
        return runtime + name;
    const QString folder = privateTemporaryFolder();
    return folder.isEmpty() ? QString() : folder + name;
#endif
}

Result<CallInbox::Start> CallInbox::start(const std::optional<domain::CallRequest> &request,
                                          std::chrono::milliseconds patience)
{
    if (m_address.isEmpty())
        return noPlace(QStringLiteral("no private folder for the socket"));
    const QDeadlineTimer deadline(patience);
    while (true) {
        if (m_lock.tryLock(0)) {
            const Result<void> listening = listen();
            if (!listening)
                return listening.error();
            return Start::First;
        }
        if (m_lock.error() != QLockFile::LockFailedError)
            return noPlace(QStringLiteral("lock file error %1").arg(static_cast<int>(m_lock.error())));
        const Result<void> handed = handOver(m_address, request, std::chrono::milliseconds(deadline.remainingTime()));
        if (handed)
            return Start::HandedOver;
        if (handed.error().kind != ErrorKind::NotFound)
            return handed.error();
        // It has the lock but no socket: it is just starting, or just ending.
        if (deadline.hasExpired())
            return Error{ErrorKind::Unavailable,
                         tr("Consent Desk is running but does not answer. Close it, or sign in to the PC again, then "
                            "start it once more. Nothing that was saved is lost."),
                         QStringLiteral("locked without a socket")};
        QThread::msleep(20);
    }
}

Result<void> CallInbox::listen()
{
    QLocalServer::removeServer(m_address); // of one that crashed: we hold the lock, so nobody alive owns it
    if (!m_server.listen(m_address))
        return noPlace(m_server.errorString());
    return {};
}

void CallInbox::acceptPending()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        makeRoom();
        auto *connection = new InboxConnection(socket, m_limits, this);
        m_connections.push_back(connection);
        connect(connection, &InboxConnection::disconnected, this, [this, connection] { forget(connection); });
        connect(connection, &InboxConnection::lineReceived, this, [this, connection](const QByteArray &line) {
            // Heard last, so the last one that would have to make room.
            const auto place = std::find(m_connections.begin(), m_connections.end(), connection);
            if (place != m_connections.end())
                std::rotate(place, place + 1, m_connections.end());
            connection->answer(take(line));
        });
    }
}

void CallInbox::makeRoom()
{
    while (m_connections.size() >= m_limits.connections) {
        InboxConnection *silent = m_connections.front();
        m_connections.erase(m_connections.begin());
        silent->refuse({ErrorKind::Busy, tr("Too many connections: the one that was silent longest was closed."), {}});
    }
}

Result<void> CallInbox::take(const QByteArray &line)
{
    if (onlyAsksToShow(line)) {
        Q_EMIT showRequested();
        return {};
    }
    const Result<domain::CallRequest> request = domain::CallRequest::fromJsonLine(line);
    if (!request) {
        qCInfo(logging::desk) << "inbox refused a line:" << request.error().detail;
        return request.error();
    }
    Q_EMIT called(*request);
    Q_EMIT showRequested();
    return {};
}

void CallInbox::forget(InboxConnection *connection)
{
    std::erase(m_connections, connection);
    connection->deleteLater();
}

} // namespace consent::desk
