#include "cli/scriptcheckcommand.h"

#include "base/jsonfile.h"
#include "cli/workplace.h"
#include "desk/desksession.h"
#include "desk/documentdesk.h"
#include "domain/script.h"

#include <CLI/App.hpp>
#include <QCoreApplication>

namespace consent::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ScriptCheckCommand)
};

} // namespace

ScriptCheckCommand::ScriptCheckCommand(Workplace &workplace)
    : m_workplace(workplace)
{
}

void ScriptCheckCommand::declare(CLI::App &root)
{
    CLI::App &own = place(root, QStringLiteral("script"), Words::tr("consent scripts"), QStringLiteral("check"),
                          Words::tr("name every fault of a script without publishing it"));
    own.add_option("file", m_file, toStd(Words::tr("the script, a JSON file")))
        ->required()
        ->type_name(toStd(Words::tr("FILE")));
}

ExitCode ScriptCheckCommand::run()
{
    const Result<QByteArray> bytes = readFileLimited(fromStd(m_file), domain::Script::maxBytes);
    if (!bytes)
        return m_workplace.fail(bytes.error());
    const auto session = m_workplace.session();
    if (!session)
        return m_workplace.fail(session.error());
    const auto faults = waitFor((*session)->documents().checkScript(*bytes));
    if (!faults)
        return m_workplace.fail(faults.error());
    for (const QString &fault : *faults)
        m_workplace.console().print(fault);
    if (!faults->empty()) {
        m_workplace.console().note(
            Words::tr("%n fault(s): the script can't be published.", nullptr, static_cast<int>(faults->size())));
        return ExitCode::Faulty;
    }
    m_workplace.console().print(Words::tr("No faults: the script can be published."));
    return ExitCode::Done;
}

} // namespace consent::cli
