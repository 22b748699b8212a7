#include "vault/database/migrations.h"

#include "base/logging.h"
#include "vault/database/sqlconnection.h"
#include "vault/database/sqltransaction.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace consent::vault {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(consent::vault::Migrations)

public:
    static Error broken(const QString &detail)
    {
        return {ErrorKind::Internal,
                tr("The database part of the program is not installed completely. Install the program again."), detail};
    }
};

constexpr int numberLength = 3;

} // namespace

Result<Migrations> Migrations::fromFolder(const QString &folder, qint32 applicationId)
{
    Migrations migrations;
    migrations.m_applicationId = applicationId;
    const QStringList names = QDir(folder).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        bool isNumber = false;
        if (name.left(numberLength).toInt(&isNumber) != migrations.latest() + 1 || !isNumber) {
            return Words::broken(QStringLiteral("schema step out of order: %1").arg(name));
        }
        QFile file(folder + QLatin1Char('/') + name);
        if (!file.open(QIODevice::ReadOnly)) {
            return Words::broken(QStringLiteral("schema step unreadable: %1").arg(name));
        }
        migrations.m_steps.push_back({name, file.readAll(), name.endsWith(QLatin1String(".risky.sql"))});
    }
    if (migrations.m_steps.empty()) {
        return Words::broken(QStringLiteral("no schema steps in %1").arg(folder));
    }
    return migrations;
}

Result<int> Migrations::versionOf(SqlConnection &connection) const
{
    const auto version = connection.number(QStringLiteral("PRAGMA user_version"));
    if (!version) {
        return version.error();
    }
    const auto owner = connection.number(QStringLiteral("PRAGMA application_id"));
    if (!owner) {
        return owner.error();
    }
    const auto tables = connection.number(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    if (!tables) {
        return tables.error();
    }
    const bool isNew = *version == 0 && *owner == 0 && *tables == 0;
    if (!isNew && *owner != m_applicationId) {
        return Error{ErrorKind::Conflict,
                     Words::tr("This file is another program's database. Nothing was changed. Choose another folder."),
                     QStringLiteral("application_id %1, expected %2").arg(*owner).arg(m_applicationId)};
    }
    if (*version > latest()) {
        return Error{ErrorKind::TooNew,
                     Words::tr("The database on this PC was written by a newer Consent Desk. Nothing was changed. "
                               "Install the newer program and start again."),
                     QStringLiteral("version %1, known up to %2").arg(*version).arg(latest())};
    }
    return static_cast<int>(*version);
}

bool Migrations::rewritesData(int fromVersion) const
{
    return fromVersion > 0 && fromVersion < latest() &&
           std::any_of(m_steps.begin() + fromVersion, m_steps.end(), [](const Step &step) { return step.risky; });
}

Result<void> Migrations::apply(SqlConnection &connection) const
{
    const auto version = versionOf(connection);
    if (!version) {
        return version.error();
    }
    for (int next = *version + 1; next <= latest(); ++next) {
        if (auto applied = applyStep(connection, next, m_steps.at(static_cast<size_t>(next) - 1)); !applied) {
            return applied;
        }
    }
    return {};
}

Result<void> Migrations::applyStep(SqlConnection &connection, int version, const Step &step) const
{
    auto transaction = SqlTransaction::begin(connection);
    if (!transaction) {
        return transaction.error();
    }
    if (auto ran = connection.runScript(step.sql); !ran) {
        return ran;
    }
    if (!connection.inTransaction()) {
        return Words::broken(QStringLiteral("schema step %1 ended its transaction").arg(step.name));
    }
    auto orphans = connection.statement(QStringLiteral("PRAGMA foreign_key_check"));
    const auto orphan = orphans.next();
    if (!orphan) {
        return orphan.error();
    }
    if (*orphan) {
        return Error{ErrorKind::Damaged,
                     Words::tr("The database could not be brought up to date. It is unchanged. Please report this to "
                               "the administrator."),
                     QStringLiteral("schema step %1 leaves orphans in %2").arg(step.name, orphans.text(0))};
    }
    // PRAGMA takes no placeholders; both are our own numbers. Both are part of the transaction.
    const QByteArray mark = "PRAGMA user_version=" + QByteArray::number(version) +
                            "; PRAGMA application_id=" + QByteArray::number(m_applicationId);
    if (auto marked = connection.runScript(mark); !marked) {
        return marked;
    }
    auto committed = transaction->commit();
    if (committed) {
        qCInfo(logging::vault).noquote() << "schema step done:" << step.name;
    }
    return committed;
}

} // namespace consent::vault
