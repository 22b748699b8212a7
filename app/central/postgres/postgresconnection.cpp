#include "central/postgres/postgresconnection.h"

#include "base/logging.h"
#include "central/postgres/binaryvalue_p.h"
#include "central/postgres/clocale_p.h"
#include "central/postgres/postgreserrors_p.h"
#include "central/postgres/tlsprobe.h"
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

struct ResultEnd
{
    void operator()(PGresult *result) const noexcept { PQclear(result); }
};
using ResultHandle = std::unique_ptr<PGresult, ResultEnd>;

QString fieldOf(const ResultHandle &result, int field)
{
    return QString::fromUtf8(PQresultErrorField(result.get(), field)); // null: of a connection that is gone
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

Result<QByteArray> PostgresConnection::preparedBinary(const QByteArray &sql, const std::vector<BinaryValue> &values)
{
    if (const auto known = m_preparedBinary.find(sql); known != m_preparedBinary.end())
        return known->second;
    const QByteArray name = "binary" + QByteArray::number(static_cast<qulonglong>(m_preparedBinary.size()));
    std::vector<Oid> types;
    for (const BinaryValue &value : values)
        types.push_back(value.type);
    const LinkWatch::Call call(*m_watch);
    const ResultHandle prepared(PQprepare(handleOf(QSqlDatabase::database(m_name, false)), name.constData(),
                                          sql.constData(), static_cast<int>(types.size()), types.data()));
    if (PQresultStatus(prepared.get()) != PGRES_COMMAND_OK)
        return failure(fieldOf(prepared, PG_DIAG_SQLSTATE), fieldOf(prepared, PG_DIAG_MESSAGE_PRIMARY));
    m_preparedBinary.emplace(sql, name);
    return name;
}

Result<std::vector<PostgresConnection::Row>> PostgresConnection::binaryRows(const QByteArray &sql,
                                                                            const std::vector<BinaryValue> &values)
{
    if (m_lost)
        return postgreserrors::lostLink(u"before"_s);
    const CLocale untranslated;
    const auto name = preparedBinary(sql, values);
    if (!name)
        return name.error();
    std::vector<const char *> bytes;
    std::vector<int> lengths;
    for (const BinaryValue &value : values) {
        bytes.push_back(value.bytes.constData());
        lengths.push_back(static_cast<int>(value.bytes.size()));
    }
    const std::vector<int> formats(values.size(), 1);
    ResultHandle result;
    {
        const LinkWatch::Call call(*m_watch);
        result.reset(PQexecPrepared(handleOf(QSqlDatabase::database(m_name, false)), name->constData(),
                                    static_cast<int>(values.size()), bytes.data(), lengths.data(), formats.data(), 0));
    }
    if (PQresultStatus(result.get()) != PGRES_TUPLES_OK)
        return failure(fieldOf(result, PG_DIAG_SQLSTATE), fieldOf(result, PG_DIAG_MESSAGE_PRIMARY));
    std::vector<Row> rows(static_cast<std::size_t>(PQntuples(result.get())));
    for (int r = 0; r < PQntuples(result.get()); ++r) {
        for (int c = 0; c < PQnfields(result.get()); ++c)
            rows[static_cast<std::size_t>(r)].emplace_back(
                PQgetisnull(result.get(), r, c) != 0 ? QVariant() : QString::fromUtf8(PQgetvalue(result.get(), r, c)));
    }
    return rows;
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
    return failure(query.lastError().nativeErrorCode(), query.lastError().databaseText());
}

Error PostgresConnection::failure(const QString &state, const QString &text)
{
    const PGconn *handle = handleOf(QSqlDatabase::database(m_name, false));
    if (m_watch->wasCut() || handle == nullptr || PQstatus(handle) != CONNECTION_OK ||
        postgreserrors::endsConnection(state))
        m_lost = true;
    Error error =
        m_watch->wasCut() ? postgreserrors::lostLink(u"given up"_s) : postgreserrors::ofStatement(state, text);
    qCInfo(logging::central).noquote() << "call failed:" << error.detail;
    return error;
}

void PostgresConnection::interrupt()
{
    m_watch->cut();
}

} // namespace consent::central
