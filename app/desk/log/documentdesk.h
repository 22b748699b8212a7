#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDate>
#include <QFuture>
#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace consent::desk {

class DeskCore;

/// A notice as published.
struct NoticeRow
{
    int number = 0; ///< 1, 2, 3 ... in the order of publishing.
    QString title;
    QDate announced;
    QDate effective;
    QString sha256; ///< Hex, of the source bytes.
    int chapters = 0;
    int tables = 0;
};

struct NoticeImport
{
    QString fileName; ///< For messages and the kind of file.
    QByteArray bytes;
    std::optional<QDate> announced; ///< Taken from the text when empty.
    std::optional<QDate> effective;
};

struct ScriptRow
{
    QString code;
    QString version;
    QString sha256; ///< Hex.
    int clauses = 0;
    int items = 0;
};

/// Publishing notices and scripts. What is published is an event and never changes. Any thread.
class DocumentDesk : public QObject
{
    Q_OBJECT

public:
    DocumentDesk(DeskCore &core, QObject *parent); // core outlives this

    /// Reads and publishes; NotAllowed without the right, InvalidArgument for a file that is no notice or whose dates
    /// are neither given nor found, AlreadyExists when the same bytes are published already.
    QFuture<Result<NoticeRow>> publishNotice(NoticeImport file);
    QFuture<Result<std::vector<NoticeRow>>> notices();
    /// Every fault of a script, as "path: sentence"; empty when it could be published.
    QFuture<Result<std::vector<QString>>> checkScript(QByteArray json);
    QFuture<Result<ScriptRow>> publishScript(QByteArray json);
    QFuture<Result<std::vector<ScriptRow>>> scripts();

private:
    DeskCore &m_core;
};

} // namespace consent::desk
