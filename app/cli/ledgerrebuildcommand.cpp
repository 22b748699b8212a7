#include "cli/ledgerrebuildcommand.h"

#include "cli/workplace.h"
#include "desk/log/ledgerdesk.h"
#include "desk/session/desksession.h"

#include <CLI/App.hpp>
#include <QCoreApplication>

namespace consent::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LedgerRebuildCommand)
};

} // namespace

LedgerRebuildCommand::LedgerRebuildCommand(Workplace &workplace)
    : m_workplace(workplace)
{
}

void LedgerRebuildCommand::declare(CLI::App &root)
{
    place(root, QStringLiteral("ledger"), Words::tr("the signed events"), QStringLiteral("rebuild"),
          Words::tr("drop what is derived from the events and derive it again"));
}

ExitCode LedgerRebuildCommand::run()
{
    const auto session = m_workplace.session();
    if (!session)
        return m_workplace.fail(session.error());
    Console &console = m_workplace.console();
    const auto replayed = waitFor(
        (*session)->ledger().rebuild([&console](qint64 done, qint64 total) { console.showProgress(done, total); },
                                     std::make_shared<std::atomic_bool>(false)));
    console.endProgress();
    if (!replayed)
        return m_workplace.fail(replayed.error());
    console.print(Words::tr("%1 events replayed").arg(*replayed));
    return ExitCode::Done;
}

} // namespace consent::cli
