#include "central/provisioning/centralmigrations.h"

#include "central/postgres/postgresconnection.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

static void initCentralSql()
{
    Q_INIT_RESOURCE(centralsql); // a static library's resources are left out unless asked for
}

namespace consent::central {

namespace {

// Dollar quotes that no step may hold, so that a whole file travels as one value: it is never split into statements.
constexpr QLatin1StringView stepQuote("$consentdesk_step$");
constexpr QLatin1StringView runQuote("$consentdesk_run$");

Error brokenSteps(const QString &detail)
{
    return {ErrorKind::Internal,
            QCoreApplication::translate("CentralMigrations",
                                        "This program is damaged: the description of the central store can't be read. "
                                        "Nothing was changed. Install the program again."),
            detail};
}

} // namespace

Result<CentralMigrations> CentralMigrations::shipped()
{
    initCentralSql();
    return fromFolder(u":/sql/central"_s);
}

Result<CentralMigrations> CentralMigrations::fromFolder(const QString &folder)
{
    CentralMigrations migrations;
    const QStringList names = QDir(folder).entryList({u"[0-9][0-9][0-9][0-9]_*.sql"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder + u'/' + name);
        const Step step{name.left(4).toInt(), name.chopped(4),
                        file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString()};
        if (step.number != migrations.latest() + 1 || step.sql.isEmpty() || step.sql.contains(stepQuote) ||
            step.sql.contains(runQuote))
            return brokenSteps(u"migration %1"_s.arg(name));
        migrations.m_steps.push_back(step);
    }
    return migrations.m_steps.empty() ? Result<CentralMigrations>(brokenSteps(u"no migrations in %1"_s.arg(folder)))
                                      : migrations;
}

Result<int> CentralMigrations::versionOf(PostgresConnection &connection)
{
    const auto table = connection.row(u"SELECT to_regclass('store.migration') IS NOT NULL"_s);
    if (!table)
        return table.error();
    if (!table->front().toBool())
        return 0;
    const auto number = connection.row(u"SELECT coalesce(max(number), 0) FROM store.migration"_s);
    return number ? Result<int>(number->front().toInt()) : number.error();
}

Result<void> CentralMigrations::apply(PostgresConnection &connection) const
{
    const auto version = versionOf(connection);
    if (!version)
        return version.error();
    if (*version > latest())
        return Error{ErrorKind::TooNew,
                     QCoreApplication::translate("CentralMigrations",
                                                 "The central store was set up by a newer version of this program. "
                                                 "Nothing was changed. Update this program first."),
                     u"schema %1, this program knows %2"_s.arg(*version).arg(latest())};
    for (const Step &step : m_steps) {
        if (step.number <= *version)
            continue;
        if (auto applied = applyStep(connection, step); !applied)
            return applied;
    }
    return {};
}

Result<void> CentralMigrations::applyStep(PostgresConnection &connection, const Step &step) const
{
    // One command is one transaction. Of two that migrate at once the number's primary key lets only one through.
    const QString number = QString::number(step.number);
    const QString before = u"\nBEGIN\n"
                           "    EXECUTE "_s;
    const QString after = u";\n    RESET ROLE;\n    INSERT INTO store.migration(number, name) VALUES ("_s + number +
                          u", '"_s + step.name + u"');\nEND\n"_s;
    const QString run = u"DO "_s + runQuote + before + stepQuote + u'\n' + step.sql + stepQuote + after + runQuote;
    return connection.command(run);
}

} // namespace consent::central
