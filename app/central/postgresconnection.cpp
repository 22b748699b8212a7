#include "central/postgresconnection.h"

#include "base/logging.h"
#include "central/clocale_p.h"
#include "central/postgreserrors_p.h"
#include "central/tlsprobe.h"
#include "crypto/secretbuffer.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QStringList>

#include <libpq-fe.h>

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;

namespace consent::central {

namespace {

QString freshName()
{
    static std::atomic<quint64> count{0};
    return u"central-%1"_s.arg(++count);
}

/// What QPSQL passes on to libpq; its ';' becomes a space. Paths hold nothing that would need escaping (StoreAddress).
QString connectOptions(const StoreAddress &address, const PostgresConnection::Options &options)
{
    QStringList ports;
    for (const StoreAddress::Host &host : address.hosts())
        ports.append(QString::number(host.port));
    const StoreAddress::Certificates &certificates = address.certificates();
    const auto quoted = [](const QString &value) { return u'\'' + value + u'\''; };
    QStringList parts{
        u"port="_s + quoted(ports.join(u',')),
        u"sslmode=verify-full"_s,
        u"target_session_attrs=read-write"_s,
        u"gssencmode=disable"_s,
        u"connect_timeout=%1"_s.arg(std::max<qint64>(2, options.connectTimeout.count())),
        u"keepalives=1"_s,
        u"keepalives_idle=5"_s,
        u"keepalives_interval=2"_s,
        u"keepalives_count=2"_s,
        u"tcp_user_timeout=8000"_s,
        u"application_name="_s + quoted(options.applicationName),
        // "system" is libpq 16; a certificate of the operating system's list is found through OpenSSL's own path.
        u"sslrootcert="_s +
            quoted(certificates.authority.isEmpty() ? u"/etc/ssl/certs/ca-certificates.crt"_s : certificates.authority),
        // Never the certificate that may lie in the home directory of whoever runs the program.
        u"sslcert="_s + quoted(certificates.client.isEmpty() ? u"/nonexistent"_s : certificates.client),
        u"sslkey="_s + quoted(certificates.client.isEmpty() ? u"/nonexistent"_s : certificates.privateKey),
    };
    return parts.join(u';');
}

QString hostNames(const StoreAddress &address)
{
    QStringList names;
    for (const StoreAddress::Host &host : address.hosts())
        names.append(host.name);
    return names.join(u',');
}

bool isCertificateDoubt(const Error &error)
{
    return error.kind == ErrorKind::WrongKey && error.detail.contains("certificate verify failed"_L1);
}

/// libpq says only that the certificate is refused; look who of them has what.
Error explained(const Error &error, const StoreAddress &address, std::chrono::seconds patience)
{
    for (const StoreAddress::Host &host : address.hosts()) {
        const auto fault = TlsProbe::ask(host, address.certificates().authority, patience);
        if (fault != postgreserrors::CertificateFault::Unknown)
            return postgreserrors::ofCertificate(fault, error.detail);
    }
    return error;
}

PGconn *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    return handle.isValid() ? *static_cast<PGconn *const *>(handle.constData()) : nullptr;
}

void wipe(QString &text)
{
    std::fill(text.begin(), text.end(), QChar(u'\0'));
    text.clear();
}

} // namespace

Result<std::unique_ptr<PostgresConnection>> PostgresConnection::open(const StoreAddress &address, const QString &role,
                                                                     const crypto::SecretBuffer &password,
                                                                     const Options &options)
{
    auto connection = std::unique_ptr<PostgresConnection>(new PostgresConnection(freshName()));
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QPSQL"_s, connection->m_name);
    if (!database.isValid())
        return Error{ErrorKind::Internal, postgreserrors::lostLink({}).message, u"no QPSQL driver"_s};
    database.setHostName(hostNames(address));
    database.setPort(-1);
    database.setDatabaseName(address.database());
    database.setConnectOptions(connectOptions(address, options));
    QString secret =
        QString::fromUtf8(reinterpret_cast<const char *>(password.data()), static_cast<qsizetype>(password.size()));
    const CLocale untranslated; // libpq's texts are what its failures are told apart by
    const bool opened = database.open(role, secret);
    wipe(secret);
    if (!opened) {
        Error error = postgreserrors::ofConnecting(database.lastError().databaseText());
        if (isCertificateDoubt(error))
            error = explained(error, address, options.connectTimeout);
        qCInfo(logging::central).noquote() << "not connected:" << error.detail;
        return error;
    }
    PGconn *handle = handleOf(database);
    if (handle == nullptr || PQsslInUse(handle) == 0)
        return postgreserrors::ofConnecting(u"server does not support SSL"_s);
    connection->m_watch = std::make_unique<LinkWatch>(PQsocket(handle), options.silence);
    return connection;
}

PostgresConnection::PostgresConnection(QString name)
    : m_name(std::move(name))
{
}

PostgresConnection::~PostgresConnection()
{
    m_prepared.clear();
    if (m_watch && m_lost)
        m_watch->cut(); // so that closing does not wait for a peer that is not there
    m_watch.reset();
    {
        QSqlDatabase database = QSqlDatabase::database(m_name, false);
        database.close();
    }
    QSqlDatabase::removeDatabase(m_name);
}

Result<QSqlQuery *> PostgresConnection::prepared(const QString &sql)
{
    if (const auto known = m_prepared.find(sql); known != m_prepared.end())
        return known->second.get();
    auto query = std::make_unique<QSqlQuery>(QSqlDatabase::database(m_name, false));
    const LinkWatch::Call call(*m_watch);
    if (!query->prepare(sql))
        return failure(*query);
    return m_prepared.emplace(sql, std::move(query)).first->second.get();
}

Result<std::vector<PostgresConnection::Row>> PostgresConnection::rows(const QString &sql,
                                                                      const std::vector<QVariant> &values)
{
    if (m_lost)
        return postgreserrors::lostLink(u"before"_s);
    const auto query = prepared(sql);
    if (!query)
        return query.error();
    QSqlQuery &statement = **query;
    for (std::size_t i = 0; i < values.size(); ++i)
        statement.bindValue(static_cast<int>(i), values[i]);
    bool done = false;
    {
        const CLocale untranslated;
        const LinkWatch::Call call(*m_watch);
        done = statement.exec();
    }
    if (!done)
        return failure(statement);
    std::vector<Row> rows;
    const int columns = statement.record().count();
    while (statement.next()) {
        Row row;
        row.reserve(static_cast<std::size_t>(columns));
        for (int column = 0; column < columns; ++column)
            row.push_back(statement.value(column));
        rows.push_back(std::move(row));
    }
    statement.finish();
    return rows;
}

Result<PostgresConnection::Row> PostgresConnection::row(const QString &sql, const std::vector<QVariant> &values)
{
    auto all = rows(sql, values);
    if (!all)
        return all.error();
    if (all->size() != 1)
        return postgreserrors::ofStatement(u"0A000"_s, u"another number of rows than one"_s);
    return std::move(all->front());
}

Result<void> PostgresConnection::command(const QString &sql)
{
    if (m_lost)
        return postgreserrors::lostLink(u"before"_s);
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    const CLocale untranslated;
    const LinkWatch::Call call(*m_watch);
    return query.exec(sql) ? Result<void>() : failure(query);
}

Error PostgresConnection::failure(const QSqlQuery &query)
{
    const QString state = query.lastError().nativeErrorCode();
    const PGconn *handle = handleOf(QSqlDatabase::database(m_name, false));
    if (m_watch->wasCut() || handle == nullptr || PQstatus(handle) != CONNECTION_OK ||
        postgreserrors::endsConnection(state))
        m_lost = true;
    Error error = m_watch->wasCut() ? postgreserrors::lostLink(u"given up"_s)
                                    : postgreserrors::ofStatement(state, query.lastError().databaseText());
    qCInfo(logging::central).noquote() << "call failed:" << error.detail;
    return error;
}

void PostgresConnection::interrupt()
{
    m_watch->cut();
}

} // namespace consent::central
