#include "cli/scriptpublishcommand.h"

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
    Q_DECLARE_TR_FUNCTIONS(ScriptPublishCommand)
};

} // namespace

ScriptPublishCommand::ScriptPublishCommand(Workplace &workplace)
    : m_workplace(workplace)
{
}

void ScriptPublishCommand::declare(CLI::App &root)
{
    CLI::App &own = place(root, QStringLiteral("script"), Words::tr("consent scripts"), QStringLiteral("publish"),
                          Words::tr("publish a script: from now on calls are led by it"));
    own.add_option("file", m_file, toStd(Words::tr("the script, a JSON file")))
        ->required()
        ->type_name(toStd(Words::tr("FILE")));
}

ExitCode ScriptPublishCommand::run()
{
    const Result<QByteArray> bytes = readFileLimited(fromStd(m_file), domain::Script::maxBytes);
    if (!bytes)
        return m_workplace.fail(bytes.error());
    const auto session = m_workplace.session();
    if (!session)
        return m_workplace.fail(session.error());
    const auto published = waitFor((*session)->documents().publishScript(*bytes));
    if (!published)
        return m_workplace.fail(published.error());
    Console &console = m_workplace.console();
    console.print(Words::tr("Published: script %1, version %2").arg(published->code, published->version));
    console.print(Words::tr("%n clause(s)", nullptr, published->clauses) + QStringLiteral(", ") +
                  Words::tr("%n item(s)", nullptr, published->items));
    console.print(QStringLiteral("SHA-256 ") + published->sha256);
    return ExitCode::Done;
}

} // namespace consent::cli
