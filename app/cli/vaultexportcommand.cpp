#include "cli/vaultexportcommand.h"

#include "cli/workplace.h"
#include "desk/entrance/vaultdesk.h"
#include "desk/session/desksession.h"

#include <CLI/App.hpp>
#include <QCoreApplication>

namespace consent::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(VaultExportCommand)
};

} // namespace

VaultExportCommand::VaultExportCommand(Workplace &workplace)
    : m_workplace(workplace)
{
}

void VaultExportCommand::declare(CLI::App &root)
{
    CLI::App &own = place(root, QStringLiteral("vault"), Words::tr("the encrypted databases"), QStringLiteral("export"),
                          Words::tr("write a copy of this desk's cache in the clear; logged with the reason"));
    own.add_option("file", m_target, toStd(Words::tr("the plain copy; must not exist yet")))
        ->required()
        ->type_name(toStd(Words::tr("FILE")));
    own.add_option("--reason", m_reason, toStd(Words::tr("why everything is needed in the clear")))
        ->required()
        ->type_name(toStd(Words::tr("TEXT")));
}

ExitCode VaultExportCommand::run()
{
    const auto session = m_workplace.session();
    if (!session)
        return m_workplace.fail(session.error());
    Console &console = m_workplace.console();
    const auto bytes = waitFor(
        (*session)->vault().exportPlain(fromStd(m_target), fromStd(m_reason),
                                        [&console](qint64 done, qint64 total) { console.showProgress(done, total); }));
    console.endProgress();
    if (!bytes)
        return m_workplace.fail(bytes.error());
    console.print(Words::tr("%1 bytes written to %2").arg(*bytes).arg(fromStd(m_target)));
    console.note(Words::tr("The copy is not encrypted. Destroy it when the reason has passed."));
    return ExitCode::Done;
}

} // namespace consent::cli
