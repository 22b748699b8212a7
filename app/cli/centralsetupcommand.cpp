#include "cli/centralsetupcommand.h"

#include "central/provisioning/centralprovisioning.h"
#include "cli/workplace.h"

#include <CLI/App.hpp>
#include <QCoreApplication>

namespace consent::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CentralSetupCommand)
};

} // namespace

CentralSetupCommand::CentralSetupCommand(Workplace &workplace, Step step)
    : m_workplace(workplace)
    , m_step(step)
{
}

void CentralSetupCommand::declare(CLI::App &root)
{
    const bool init = m_step == Step::Init;
    m_store.declare(place(root, QStringLiteral("central"), Words::tr("the central store on PostgreSQL"),
                          init ? QStringLiteral("init") : QStringLiteral("migrate"),
                          init ? Words::tr("make an empty server the central store: roles, database, tables")
                               : Words::tr("bring the central store up to what this program knows")));
}

ExitCode CentralSetupCommand::run()
{
    const auto address = m_store.address();
    if (!address)
        return m_workplace.misused(address.error());
    auto password = m_store.password(*address);
    if (!password)
        return m_workplace.fail(password.error());
    const auto provisioning = central::CentralProvisioning::connect(*address, *std::move(password));
    if (!provisioning)
        return m_workplace.fail(provisioning.error());
    const auto report = m_step == Step::Init ? (*provisioning)->init() : (*provisioning)->migrate();
    if (!report)
        return m_workplace.fail(report.error());
    print(*report);
    return ExitCode::Done;
}

void CentralSetupCommand::print(const central::ProvisioningReport &report)
{
    Console &console = m_workplace.console();
    if (report.databaseMade)
        console.print(Words::tr("The database was made."));
    console.print(report.schemaBefore == report.schemaAfter
                      ? Words::tr("The tables were up to date already (version %1).").arg(report.schemaAfter)
                      : Words::tr("The tables were brought from version %1 to %2.")
                            .arg(report.schemaBefore)
                            .arg(report.schemaAfter));
    console.print(Words::tr("Store: %1").arg(report.storeId));
    for (const QString &advice : report.advice)
        console.note(advice);
    if (!report.hbaLines.isEmpty()) {
        console.note(
            Words::tr("The server lets desks in without TLS or by weak passwords, or not at all. Put these lines "
                      "at the top of its pg_hba.conf and reload it:"));
        for (const QString &line : report.hbaLines)
            console.print(line);
    }
    if (!report.hasUsers)
        console.note(Words::tr("The store has no users yet. Add the first privacy officer with: %1")
                         .arg(QStringLiteral("consentdesk-admin central officer")));
}

} // namespace consent::cli
