#include "cli/scriptfilecommand.h"

#include "base/jsonfile.h"
#include "cli/workplace.h"
#include "desk/session/desksession.h"
#include "domain/script.h"

#include <CLI/App.hpp>
#include <QCoreApplication>

namespace consent::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ScriptFileCommand)
};

} // namespace

ScriptFileCommand::ScriptFileCommand(Workplace &workplace)
    : m_workplace(workplace)
{
}

void ScriptFileCommand::declare(CLI::App &root)
{
    CLI::App &own = place(root, QStringLiteral("script"), Words::tr("consent scripts"), name(), help());
    own.add_option("file", m_file, toStd(Words::tr("the script, a JSON file")))
        ->required()
        ->type_name(toStd(Words::tr("FILE")));
}

ExitCode ScriptFileCommand::run()
{
    const Result<QByteArray> bytes = readFileLimited(fromStd(m_file), domain::Script::maxBytes);
    if (!bytes)
        return m_workplace.fail(bytes.error());
    const auto session = m_workplace.session();
    if (!session)
        return m_workplace.fail(session.error());
    return runOn((*session)->documents(), *bytes);
}

} // namespace consent::cli
