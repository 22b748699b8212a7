#include "cli/ledgerverifycommand.h"

#include "cli/workplace.h"
#include "desk/log/ledgerdesk.h"
#include "desk/session/desksession.h"

#include <CLI/App.hpp>
#include <QCoreApplication>

namespace consent::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LedgerVerifyCommand)
};

} // namespace

LedgerVerifyCommand::LedgerVerifyCommand(Workplace &workplace)
    : m_workplace(workplace)
{
}

void LedgerVerifyCommand::declare(CLI::App &root)
{
    place(root, QStringLiteral("ledger"), Words::tr("the signed events"), QStringLiteral("verify"),
          Words::tr("check chain, signatures and projections, and name the first broken event"));
}

ExitCode LedgerVerifyCommand::run()
{
    const auto session = m_workplace.session();
    if (!session)
        return m_workplace.fail(session.error());
    Console &console = m_workplace.console();
    const auto report = waitFor(
        (*session)->ledger().verify([&console](qint64 done, qint64 total) { console.showProgress(done, total); },
                                    std::make_shared<std::atomic_bool>(false)));
    console.endProgress();
    if (!report)
        return m_workplace.fail(report.error());
    console.print(Words::tr("%1 events of %2 devices").arg(report->events).arg(report->devices));
    console.print(report->intact ? Words::tr("Chains and signatures: intact") : report->firstFault);
    console.print(report->projectionsEqual
                      ? Words::tr("Projections: equal to a fresh replay of the events")
                      : Words::tr("Projections: they differ from a fresh replay of the events. Put them right with: %1")
                            .arg(QStringLiteral("consentdesk-admin ledger rebuild")));
    console.print(report->headKept ? Words::tr("Last event of this device: kept by the store")
                                   : Words::tr("Last event of this device: the store has less than was written"));
    return report->intact && report->projectionsEqual && report->headKept ? ExitCode::Done : ExitCode::Faulty;
}

} // namespace consent::cli
