#pragma once

#include "support/postgres/certificates.h"
#include "support/postgres/postgresprogram.h"

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

/// A PostgreSQL server of the test's own: fresh data directory, TLS with a throw-away authority, password log-ins by
/// SCRAM over TLS only, a free port of 127.0.0.1. Whatever can't be done ends the test with the server's log.
/// Stops with the object, and with the thread that made it.
class PostgresServer
{
public:
    struct Options
    {
        bool durable = false; ///< fsync on: for benchmarks; kill -9 of a server loses nothing either way.
        QStringList settings; ///< Further lines of postgresql.conf.
        QStringList hbaLines; ///< Put before the fixture's own lines of pg_hba.conf.
    };

    PostgresServer()
        : PostgresServer(Options{})
    {
    }
    explicit PostgresServer(const Options &options);
    ~PostgresServer();
    PostgresServer(const PostgresServer &) = delete;
    PostgresServer &operator=(const PostgresServer &) = delete;

    /// Serves when it returns. The port stays the same for the life of the object.
    void start();
    /// Fast shutdown.
    void stop();
    /// SIGKILL to the postmaster; returns when no process of the server is left.
    void kill();
    bool running() const;
    qint64 pid() const;

    quint16 port() const { return m_port; }
    QString host() const { return QStringLiteral("127.0.0.1"); }
    QString superuser() const { return QStringLiteral("postgres"); }
    QString superuserPassword() const { return m_password; }
    /// PEM file, for sslrootcert.
    QString authority() const;
    const postgrestesting::Certificates &certificates() const { return *m_certificates; }
    /// postgresql://postgres:...@127.0.0.1:port/database?sslmode=verify-full&sslrootcert=...
    QString url(const QString &database = QStringLiteral("postgres")) const;
    /// A folder that lives as long as this, for files of the test.
    QString folder() const { return m_folder.path(); }
    QString dataFolder() const { return m_folder.filePath(QStringLiteral("data")); }
    QByteArray log() const;

    /// psql with the script on its standard input: unaligned rows, fields divided by "|"; stops at the first error.
    postgrestesting::Outcome psql(const QString &user, const QString &password, const QString &database,
                                  const QByteArray &script) const;
    /// The same as the superuser; ends the test on an error. Without the last line feed.
    QByteArray sql(const QByteArray &script, const QString &database = QStringLiteral("postgres")) const;
    /// ALTER SYSTEM and reload; awaits that new sessions see it.
    void set(const QString &setting, const QString &value);
    /// Replaces the server's certificate, and reloads.
    void useCertificate(const postgrestesting::Certificates::Pair &pair);

    /// A streaming standby of this server, not started. Same passwords and certificates; its own port.
    /// @param name its application_name, for synchronous_standby_names
    std::unique_ptr<PostgresServer> makeStandby(const QString &name);
    /// Makes a standby a primary.
    void promote();
    /// A base backup under this name, while it runs.
    void backUp(const QString &name);
    /// Puts the data directory back to a backup; stops and starts the server.
    void restore(const QString &name);

private:
    explicit PostgresServer(const PostgresServer &primary, const QString &name);

    void initialise();
    void writeConfiguration() const;
    void writeFile(const QString &path, const QByteArray &content, bool secret = false) const;
    bool tryStart();
    void awaitEnd(qint64 pid) const;
    [[noreturn]] void fail(const QString &what, const QByteArray &detail = {}) const;

    Options m_options;
    QTemporaryDir m_folder;
    QString m_password;
    quint16 m_port = 0;
    std::shared_ptr<QTemporaryDir> m_certificateFolder;
    std::shared_ptr<postgrestesting::Certificates> m_certificates;
    postgrestesting::Certificates::Pair m_certificate;
    std::unique_ptr<QProcess> m_process;
};
