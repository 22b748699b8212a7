#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

namespace postgrestesting {

/// What a program said and how it ended.
struct Outcome
{
    int exitCode = -1; ///< -1 when it could not be started or was killed.
    QByteArray out;
    QByteArray error;

    bool ok() const { return exitCode == 0; }
};

/// Full path of initdb, postgres, psql, ...: of the newest PostgreSQL of this machine. Ends the test when there is
/// none.
QString programPath(const QString &name);

/// PostgreSQL refuses to serve as root: then its programs run as the user "postgres".
/// Ends the test when this is root and there is no such user.
void runUnprivileged(QProcess &process);
/// Gives a file or folder, with all in it, to the user of runUnprivileged().
void giveAway(const QString &path);

/// Runs to the end (at most two minutes). Environment: that of the test without PG*, lc_messages in English.
Outcome run(const QString &program, const QStringList &arguments, const QByteArray &input = {},
            const QStringList &environment = {});
/// The same, as the user that PostgreSQL runs as.
Outcome runAsServer(const QString &program, const QStringList &arguments, const QStringList &environment = {});

} // namespace postgrestesting
