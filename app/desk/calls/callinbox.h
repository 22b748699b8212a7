#pragma once

#include "base/result.h"
#include "desk/calls/inboxconnection.h"
#include "domain/callrequest.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <chrono>
#include <optional>
#include <vector>

namespace consent::desk {

/// Where the telephone system, a consentdesk:// address or a second start of the program reaches the running desktop:
/// a local socket that only this OS user may open.
///
/// Each line is a JSON object in UTF-8 of at most CallRequest::maxLineBytes, ended by LF:
///   {"from":"01000001234","id":"abc"}  a caller is on the line (see domain::CallRequest)
///   {"show":true}                      bring the window to the front
/// and is answered by one line: {"ok":true} or {"ok":false,"error":"a sentence"}. After an overlong or a late line the
/// connection is closed. UI thread; nothing here blocks but start(), before the first window.
class CallInbox : public QObject
{
    Q_OBJECT

public:
    enum class Start {
        First,     ///< This is the running desktop now.
        HandedOver ///< Another one runs, has the request and shows itself: end.
    };

    /// @param address of the socket; see defaultAddress()
    explicit CallInbox(QString address, InboxLimits limits = {}, QObject *parent = nullptr);
    ~CallInbox() override;

    /// In the runtime directory of the OS user, or in a private folder where there is none.
    static QString defaultAddress();

    /// Becomes the running desktop, or hands the request (nothing: just show) to the one that runs. What a desktop that
    /// crashed left behind does not hinder.
    /// @return Unavailable when another desktop runs but does not answer within the patience; InvalidArgument when it
    /// refused the request; Io when no socket can be made: then calls can't reach this desktop, all else works.
    Result<Start> start(const std::optional<domain::CallRequest> &request,
                        std::chrono::milliseconds patience = std::chrono::seconds(5));

Q_SIGNALS:
    void called(const consent::domain::CallRequest &request);
    void showRequested();

private:
    static Error noPlace(const QString &detail);
    Result<void> listen();
    void acceptPending();
    void makeRoom();
    Result<void> take(const QByteArray &line);
    void forget(InboxConnection *connection);

    QString m_address;
    InboxLimits m_limits;
    QLockFile m_lock;
    QLocalServer m_server;
    std::vector<InboxConnection *> m_connections; // children of this, the one heard last stands last
};

} // namespace consent::desk
