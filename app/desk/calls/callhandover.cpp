#include "desk/calls/callhandover.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>

namespace consent::desk {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CallHandover)
};

QByteArray lineFor(const std::optional<domain::CallRequest> &request)
{
    QJsonObject line;
    if (!request) {
        line.insert(QStringLiteral("show"), true);
    } else {
        line.insert(QStringLiteral("from"), request->from ? request->from->digits() : QString()); // empty: withheld
        if (!request->id.isEmpty())
            line.insert(QStringLiteral("id"), request->id);
    }
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

Error noAnswer(const QLocalSocket &socket)
{
    return {
        ErrorKind::Unavailable,
        Words::tr("Consent Desk is running but does not answer. Close it, or sign in to the PC again, then start it "
                  "once more. Nothing that was saved is lost."),
        socket.errorString()};
}

} // namespace

Result<void> handOver(const QString &address, const std::optional<domain::CallRequest> &request,
                      std::chrono::milliseconds patience)
{
    constexpr qint64 longestAnswer = 8192;
    const QDeadlineTimer deadline(patience);
    const auto remaining = [&deadline] { return static_cast<int>(deadline.remainingTime()); };

    QLocalSocket socket;
    socket.setReadBufferSize(longestAnswer);
    socket.connectToServer(address);
    if (!socket.waitForConnected(remaining())) {
        switch (socket.error()) {
        case QLocalSocket::ServerNotFoundError:
        case QLocalSocket::ConnectionRefusedError:
            return Error{ErrorKind::NotFound, Words::tr("Consent Desk is not running."), socket.errorString()};
        default:
            return noAnswer(socket);
        }
    }
    socket.write(lineFor(request));
    while (!socket.canReadLine()) {
        if (deadline.hasExpired() || socket.bytesAvailable() >= longestAnswer || !socket.waitForReadyRead(remaining()))
            return noAnswer(socket);
    }
    const QJsonObject answer = QJsonDocument::fromJson(socket.readLine(longestAnswer)).object();
    if (answer.value(QLatin1StringView("ok")).toBool())
        return {};
    const QString sentence = answer.value(QLatin1StringView("error")).toString();
    if (sentence.isEmpty())
        return noAnswer(socket);
    return Error{ErrorKind::InvalidArgument, sentence, QStringLiteral("refused by the running desktop")};
}

} // namespace consent::desk
