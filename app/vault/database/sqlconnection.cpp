#include "vault/database/sqlconnection.h"

#include "base/logging.h"
#include "vault/database/sqlerror.h"

#include <QCoreApplication>
#include <QHash>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QThread>
#include <QUrl>
#include <QVariant>

#include <sqlite3.h>

#include <atomic>
#include <unordered_map>

namespace consent::vault {

struct SqlConnection::Private
{
    QString name;
    QSqlDatabase database;
    sqlite3 *handle = nullptr; // owned by database
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> idle;
    QThread *thread = QThread::currentThread();
};

namespace {

QString nextName()
{
    static std::atomic<quint64> count = 0;
    return QStringLiteral("consent-%1").arg(++count);
}

QString uriOf(const SqlConnection::Options &options)
{
    QString uri = QStringLiteral("file:") + QString::fromLatin1(QUrl::toPercentEncoding(options.path, "/:"));
    if (!options.vfs.isEmpty()) {
        uri += QStringLiteral("?vfs=") + options.vfs;
    }
    return uri;
}

sqlite3 *nativeHandle(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    // The driver declares its pointer type under this very name (Qt SQL driver documentation, QSQLITE).
    if (handle.isValid() && qstrcmp(handle.typeName(), "sqlite3*") == 0) {
        return *static_cast<sqlite3 *const *>(handle.constData());
    }
    return nullptr;
}

} // namespace

SqlConnection::SqlConnection(Options options)
    : m_options(std::move(options))
    , d(std::make_unique<Private>())
{
}

Result<std::unique_ptr<SqlConnection>> SqlConnection::open(const Options &options)
{
    std::unique_ptr<SqlConnection> connection(new SqlConnection(options));
    Private &d = *connection->d;
    d.name = nextName();
    d.database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), d.name);
    d.database.setDatabaseName(uriOf(options));
    QString connectOptions = QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1").arg(options.busyTimeoutMs);
    if (options.readOnly) {
        connectOptions += QStringLiteral(";QSQLITE_OPEN_READONLY");
    }
    d.database.setConnectOptions(connectOptions);
    if (!d.database.open()) {
        return sqlError(d.database.lastError().nativeErrorCode().toInt(), QStringLiteral("open"));
    }
    d.handle = nativeHandle(d.database);
    if (d.handle == nullptr) {
        return Error{ErrorKind::Internal,
                     QCoreApplication::translate("consent::vault::SqlConnection",
                                                 "The database part of the program is not installed completely. "
                                                 "Install the program again."),
                     QStringLiteral("QSQLITE gave no sqlite3 handle")};
    }
    sqlite3_extended_result_codes(d.handle, 1);
    if (auto configured = connection->configure(); !configured) {
        return configured.error();
    }
    return connection;
}

SqlConnection::~SqlConnection()
{
    Q_ASSERT(d->thread == QThread::currentThread());
    d->idle.clear();
    d->database.close();
    d->database = QSqlDatabase();
    QSqlDatabase::removeDatabase(d->name);
}

Result<void> SqlConnection::configure()
{
    // The mode first: it creates the file, and a sealed file refuses a rollback journal once it exists.
    if (!m_options.readOnly) {
        auto journal = statement(QStringLiteral("PRAGMA journal_mode=WAL"));
        const auto row = journal.next();
        if (!row) {
            return row.error();
        }
        if (!*row || journal.text(0) != QLatin1String("wal")) {
            return sqlError(SQLITE_IOERR, QStringLiteral("journal_mode stayed %1").arg(journal.text(0)));
        }
    }
    return runScript("PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;"
                     "PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF; PRAGMA journal_size_limit=16777216;"
                     "PRAGMA cache_size=-" +
                     QByteArray::number(m_options.cacheKib) + "; SELECT count(*) FROM sqlite_schema;");
}

SqlStatement SqlConnection::statement(const QString &sql)
{
    Q_ASSERT(d->thread == QThread::currentThread());
    if (auto found = d->idle.find(sql); found != d->idle.end()) {
        auto query = std::move(found->second);
        d->idle.erase(found);
        return {*this, sql, std::move(query), std::nullopt};
    }
    auto query = std::make_unique<QSqlQuery>(d->database);
    query->setForwardOnly(true);
    if (!query->prepare(sql)) {
        return {*this, sql, nullptr, failure(query->lastError().nativeErrorCode().toInt(), sql)};
    }
    return {*this, sql, std::move(query), std::nullopt};
}

void SqlConnection::giveBack(const QString &sql, std::unique_ptr<QSqlQuery> query)
{
    query->finish();
    d->idle.try_emplace(sql, std::move(query)); // of two used at once, one is kept
}

Result<void> SqlConnection::runScript(const QByteArray &sql)
{
    if (sqlite3_exec(d->handle, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        return failure(sqlite3_extended_errcode(d->handle), QString::fromUtf8(sql.left(200)));
    }
    return {};
}

Result<qint64> SqlConnection::firstInteger(SqlStatement &statement)
{
    const auto row = statement.next();
    if (!row) {
        return row.error();
    }
    if (!*row) {
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("consent::vault::SqlConnection",
                                                 "What was asked for is not stored on this PC."),
                     QStringLiteral("no row")};
    }
    return statement.integer(0);
}

sqlite3 *SqlConnection::handle() const
{
    return d->handle;
}

bool SqlConnection::inTransaction() const
{
    return sqlite3_get_autocommit(d->handle) == 0;
}

Result<void> SqlConnection::checkpoint()
{
    const int code = sqlite3_wal_checkpoint_v2(d->handle, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code != SQLITE_OK) {
        return sqlError(sqlite3_extended_errcode(d->handle), QStringLiteral("checkpoint"));
    }
    return {};
}

void SqlConnection::interrupt()
{
    sqlite3_interrupt(d->handle);
}

Error SqlConnection::failure(int extendedCode, const QString &sql)
{
    const Error error = sqlError(extendedCode, sql);
    if (error.kind != ErrorKind::Cancelled && error.kind != ErrorKind::Conflict) { // what callers count on
        qCWarning(logging::vault).noquote() << error.detail;
    }
    return error;
}

} // namespace consent::vault
