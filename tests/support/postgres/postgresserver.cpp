#include "support/postgres/postgresserver.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QProcess>
#include <QTcpServer>
#include <QThread>
#include <QUrl>
#include <QUuid>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace postgrestesting;

namespace {

constexpr int startLimitMs = 60'000;
constexpr unsigned long pollMs = 10;

quint16 freePort()
{
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHost, 0))
        qFatal("no free port on 127.0.0.1");
    return probe.serverPort();
}

void removeFolder(const QString &path)
{
    if (!QDir(path).removeRecursively())
        qFatal("%s can't be removed", qPrintable(path));
}

} // namespace

PostgresServer::PostgresServer(const Options &options)
    : m_options(options)
    , m_password(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_port(freePort())
    , m_certificateFolder(std::make_shared<QTemporaryDir>())
    , m_certificates(std::make_shared<Certificates>(m_certificateFolder->path()))
    , m_certificate(m_certificates->server())
{
    initialise();
    start();
}

PostgresServer::PostgresServer(const PostgresServer &primary, const QString &name)
    : m_options(primary.m_options)
    , m_password(primary.m_password)
    , m_port(freePort())
    , m_certificateFolder(primary.m_certificateFolder)
    , m_certificates(primary.m_certificates)
    , m_certificate(primary.m_certificate)
{
    giveAway(folder());
    const Outcome copied =
        runAsServer(programPath(u"pg_basebackup"_s),
                    {u"-d"_s, u"application_name="_s + name, u"-h"_s, primary.host(), u"-p"_s,
                     QString::number(primary.port()), u"-U"_s, primary.superuser(), u"-D"_s, dataFolder(), u"-R"_s,
                     u"-X"_s, u"stream"_s, u"-c"_s, u"fast"_s, u"--no-sync"_s},
                    {u"PGPASSWORD="_s + m_password, u"PGSSLMODE=require"_s});
    if (!copied.ok())
        primary.fail(u"no base backup for the standby"_s, copied.error);
    writeConfiguration();
}

PostgresServer::~PostgresServer()
{
    stop();
}

void PostgresServer::initialise()
{
    const QString passwordFile = m_folder.filePath(u"password"_s);
    writeFile(passwordFile, m_password.toUtf8());
    giveAway(folder());
    const Outcome made =
        runAsServer(programPath(u"initdb"_s),
                    {u"-D"_s, dataFolder(), u"-U"_s, superuser(), u"-A"_s, u"scram-sha-256"_s, u"--pwfile"_s,
                     passwordFile, u"-E"_s, u"UTF8"_s, u"--locale"_s, u"C.UTF-8"_s, u"--no-sync"_s});
    if (!made.ok())
        fail(u"initdb"_s, made.out + made.error);
    writeConfiguration();
}

void PostgresServer::writeConfiguration() const
{
    const auto copy = [this](const QString &from, const QString &to) {
        QFile file(from);
        if (!file.open(QIODevice::ReadOnly))
            fail(from + u" can't be read"_s);
        writeFile(to, file.readAll(), true);
    };
    copy(m_certificate.certificate, dataFolder() + u"/server.crt"_s);
    copy(m_certificate.key, dataFolder() + u"/server.key"_s);
    copy(authority(), dataFolder() + u"/authority.crt"_s);

    QStringList lines{
        u"listen_addresses = '127.0.0.1'"_s,
        u"port = %1"_s.arg(m_port),
        u"unix_socket_directories = '%1'"_s.arg(folder()), // outside the data directory, so that a backup has no socket
        u"ssl = on"_s,
        u"ssl_cert_file = 'server.crt'"_s,
        u"ssl_key_file = 'server.key'"_s,
        u"ssl_ca_file = 'authority.crt'"_s,
        u"password_encryption = 'scram-sha-256'"_s,
        u"max_connections = 100"_s,
        u"shared_buffers = '128MB'"_s,
        u"lc_messages = 'C'"_s,
        u"timezone = 'UTC'"_s,
        u"log_line_prefix = '%m %u %d '"_s,
        u"fsync = %1"_s.arg(m_options.durable ? u"on"_s : u"off"_s),
    };
    lines += m_options.settings;
    writeFile(dataFolder() + u"/postgresql.conf"_s, lines.join(u'\n').toUtf8() + '\n', true);

    QStringList hba = m_options.hbaLines;
    hba += {
        u"hostssl   all         all 127.0.0.1/32 scram-sha-256"_s,
        u"hostssl   replication all 127.0.0.1/32 scram-sha-256"_s,
        u"hostnossl all         all all          reject"_s,
    };
    writeFile(dataFolder() + u"/pg_hba.conf"_s, hba.join(u'\n').toUtf8() + '\n', true);
    giveAway(dataFolder());
}

void PostgresServer::writeFile(const QString &path, const QByteArray &content, bool secret) const
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(content) != content.size())
        fail(path + u" can't be written"_s);
    file.close();
    if (secret)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

void PostgresServer::start()
{
    // A killed postmaster's children keep its shared memory for a moment; a port may be taken in between.
    const QDeadlineTimer limit(startLimitMs);
    while (!tryStart()) {
        if (limit.hasExpired())
            fail(u"the server does not start"_s);
        QThread::msleep(pollMs);
    }
}

bool PostgresServer::tryStart()
{
    m_process = std::make_unique<QProcess>();
    runUnprivileged(*m_process);
    m_process->setStandardOutputFile(m_folder.filePath(u"log"_s), QIODevice::Append);
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->start(programPath(u"postgres"_s), {u"-D"_s, dataFolder()});
    const QDeadlineTimer limit(startLimitMs);
    while (!limit.hasExpired()) {
        if (m_process->waitForFinished(static_cast<int>(pollMs)))
            return false;
        // The last line of the file tells how far the postmaster is; its first one, whose file it is.
        QFile state(dataFolder() + u"/postmaster.pid"_s);
        if (!state.open(QIODevice::ReadOnly))
            continue;
        const QList<QByteArray> lines = state.readAll().split('\n');
        if (lines.size() >= 8 && lines[0].trimmed().toLongLong() == m_process->processId() &&
            lines[7].trimmed() == "ready")
            return true;
    }
    return false;
}

void PostgresServer::stop()
{
    if (!running())
        return;
    ::kill(static_cast<pid_t>(m_process->processId()), SIGINT);
    if (!m_process->waitForFinished(startLimitMs))
        fail(u"the server does not stop"_s);
}

void PostgresServer::kill()
{
    const qint64 postmaster = pid();
    ::kill(static_cast<pid_t>(postmaster), SIGKILL);
    if (!m_process->waitForFinished(startLimitMs))
        fail(u"the server does not die"_s);
    awaitEnd(postmaster);
}

/// The children of a killed postmaster end by themselves; none may write any more when a test goes on.
void PostgresServer::awaitEnd(qint64 postmaster) const
{
    const QDeadlineTimer limit(startLimitMs);
    const QByteArray inData = QFile::encodeName(dataFolder());
    for (bool some = true; some; QThread::msleep(pollMs)) {
        if (limit.hasExpired())
            fail(u"processes of the killed server %1 stay"_s.arg(postmaster));
        some = false;
        const QStringList processes = QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs);
        for (const QString &process : processes)
            some = some || QFile::symLinkTarget(u"/proc/%1/cwd"_s.arg(process)).toUtf8() == inData;
    }
}

bool PostgresServer::running() const
{
    return m_process && m_process->state() == QProcess::Running;
}

qint64 PostgresServer::pid() const
{
    if (!running())
        fail(u"the server does not run"_s);
    return m_process->processId();
}

QString PostgresServer::authority() const
{
    return m_certificates->authority();
}

QString PostgresServer::url(const QString &database) const
{
    return u"postgresql://%1:%2@%3:%4/%5?sslmode=verify-full&sslrootcert=%6"_s.arg(
        superuser(), m_password, host(), QString::number(m_port), database,
        QString::fromLatin1(QUrl::toPercentEncoding(authority())));
}

QByteArray PostgresServer::log() const
{
    QFile file(m_folder.filePath(u"log"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Outcome PostgresServer::psql(const QString &user, const QString &password, const QString &database,
                             const QByteArray &script) const
{
    return run(programPath(u"psql"_s),
               {u"-X"_s, u"-q"_s, u"-A"_s, u"-t"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-h"_s, host(), u"-p"_s,
                QString::number(m_port), u"-U"_s, user, u"-d"_s, database, u"-f"_s, u"-"_s},
               script, {u"PGPASSWORD="_s + password, u"PGSSLMODE=verify-full"_s, u"PGSSLROOTCERT="_s + authority()});
}

QByteArray PostgresServer::sql(const QByteArray &script, const QString &database) const
{
    const Outcome outcome = psql(superuser(), m_password, database, script);
    if (!outcome.ok())
        fail(u"psql as superuser: "_s + QString::fromUtf8(script.left(200)), outcome.error);
    return outcome.out.endsWith('\n') ? outcome.out.chopped(1) : outcome.out;
}

void PostgresServer::set(const QString &setting, const QString &value)
{
    sql(u"alter system set %1 = '%2'"_s.arg(setting, value).toUtf8());
    sql("select pg_reload_conf()");
    const QDeadlineTimer limit(startLimitMs);
    while (sql(u"select setting from pg_settings where name = '%1'"_s.arg(setting).toUtf8()) != value.toUtf8()) {
        if (limit.hasExpired())
            fail(setting + u" does not take effect"_s);
    }
}

void PostgresServer::useCertificate(const Certificates::Pair &pair)
{
    const QByteArray before = sql("select pg_conf_load_time()");
    m_certificate = pair;
    writeConfiguration();
    sql("select pg_reload_conf()");
    const QDeadlineTimer limit(startLimitMs);
    // The certificate of the moment may be one that psql refuses: then the new one is in force.
    for (;;) {
        const Outcome now = psql(superuser(), m_password, u"postgres"_s, "select pg_conf_load_time()");
        if (!now.ok() || now.out.trimmed() != before)
            return;
        if (limit.hasExpired())
            fail(u"the certificate does not take effect"_s);
    }
}

std::unique_ptr<PostgresServer> PostgresServer::makeStandby(const QString &name)
{
    return std::unique_ptr<PostgresServer>(new PostgresServer(*this, name));
}

void PostgresServer::promote()
{
    if (sql("select pg_promote(true, 60)") != "t")
        fail(u"the standby can't be promoted"_s);
}

void PostgresServer::backUp(const QString &name)
{
    const QString target = m_folder.filePath(u"backup-"_s + name);
    if (QFile::exists(target))
        removeFolder(target);
    const Outcome copied = runAsServer(programPath(u"pg_basebackup"_s),
                                       {u"-h"_s, host(), u"-p"_s, QString::number(m_port), u"-U"_s, superuser(),
                                        u"-D"_s, target, u"-X"_s, u"stream"_s, u"-c"_s, u"fast"_s, u"--no-sync"_s},
                                       {u"PGPASSWORD="_s + m_password, u"PGSSLMODE=require"_s});
    if (!copied.ok())
        fail(u"no base backup"_s, copied.error);
}

void PostgresServer::restore(const QString &name)
{
    stop();
    removeFolder(dataFolder());
    const Outcome copied = runAsServer(u"/bin/cp"_s, {u"-a"_s, m_folder.filePath(u"backup-"_s + name), dataFolder()});
    if (!copied.ok())
        fail(u"the backup can't be copied back"_s, copied.error);
    start();
}

void PostgresServer::fail(const QString &what, const QByteArray &detail) const
{
    qFatal("PostgreSQL fixture: %s\n%s\n--- the server's log ends:\n%s", qPrintable(what), detail.constData(),
           log().right(4000).constData());
}
