#include "cli/centralstatuscommand.h"

#include "base/clock.h"
#include "central/provisioning/centralinspection.h"
#include "cli/workplace.h"

#include <CLI/App.hpp>
#include <QCoreApplication>
#include <QLocale>

namespace consent::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CentralStatusCommand)
};

constexpr qint64 enoughMonths = 3;

QString moment(const std::optional<UtcTime> &time)
{
    return time ? koreanTimestamp(*time) : Words::tr("never");
}

/// Sentences on what somebody should do.
QStringList findings(const central::StoreStatus &status)
{
    QStringList list;
    if (status.schema < status.shippedSchema)
        list.append(Words::tr("The tables are older than this program. Bring them up to date with: %1")
                        .arg(QStringLiteral("consentdesk-admin central migrate")));
    if (status.schema > status.shippedSchema)
        list.append(Words::tr("The tables are newer than this program. Update this program."));
    if (status.monthsAhead < enoughMonths)
        list.append(Words::tr("The access log has room for few months only. Make more with: %1")
                        .arg(QStringLiteral("consentdesk-admin central migrate")));
    if (status.events > 0 && !status.lastCheckpoint)
        list.append(Words::tr("No checkpoint was ever signed. Sign one with: %1")
                        .arg(QStringLiteral("consentdesk-admin central checkpoint")));
    return list;
}

} // namespace

CentralStatusCommand::CentralStatusCommand(Workplace &workplace)
    : m_workplace(workplace)
{
}

void CentralStatusCommand::declare(CLI::App &root)
{
    m_store.declare(place(root, QStringLiteral("central"), Words::tr("the central store on PostgreSQL"),
                          QStringLiteral("status"), Words::tr("what is in the central store, and what needs care")));
}

ExitCode CentralStatusCommand::run()
{
    const auto address = m_store.address();
    if (!address)
        return m_workplace.misused(address.error());
    const auto password = m_store.password(*address);
    if (!password)
        return m_workplace.fail(password.error());
    const auto inspection = central::CentralInspection::connect(*address, *password);
    if (!inspection)
        return m_workplace.fail(inspection.error());
    const auto status = (*inspection)->status();
    if (!status)
        return m_workplace.fail(status.error());
    Console &console = m_workplace.console();
    console.print(Words::tr("Store: %1").arg(status->storeId));
    console.print(
        Words::tr("Tables: version %1, this program knows %2").arg(status->schema).arg(status->shippedSchema));
    console.print(Words::tr("Size: %1").arg(QLocale().formattedDataSize(status->databaseBytes)));
    console.print(Words::tr("Events: %1, the oldest of %2").arg(status->events).arg(moment(status->oldestEvent)));
    console.print(Words::tr("People: %1, erased: %2").arg(status->subjects).arg(status->erased));
    console.print(Words::tr("Users: %1, of them enabled: %2").arg(status->users).arg(status->enabledUsers));
    console.print(Words::tr("PCs: %1 active, %2 waiting, %3 revoked; last contact %4")
                      .arg(status->activeDevices)
                      .arg(status->waitingDevices)
                      .arg(status->revokedDevices)
                      .arg(moment(status->lastContact)));
    console.print(Words::tr("Last checkpoint: %1; events since: %2")
                      .arg(moment(status->lastCheckpoint))
                      .arg(status->eventsSinceCheckpoint));
    console.print(Words::tr("Access log: %1 months, room for %2 more; lines outside of them: %3")
                      .arg(status->accessLogMonths)
                      .arg(status->monthsAhead)
                      .arg(status->strayAccessLog));
    if (status->standby)
        console.print(status->replayLag
                          ? Words::tr("This server is a standby, %1 s behind.").arg(status->replayLag->count() / 1000)
                          : Words::tr("This server is a standby."));
    else
        console.print(Words::tr("Standbys: %1").arg(status->standbys));
    const QStringList list = findings(*status);
    for (const QString &finding : list)
        console.note(finding);
    return list.isEmpty() ? ExitCode::Done : ExitCode::Faulty;
}

} // namespace consent::cli
