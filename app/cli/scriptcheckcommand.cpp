#include "cli/scriptcheckcommand.h"

#include "cli/workplace.h"
#include "desk/log/documentdesk.h"

#include <QCoreApplication>

namespace consent::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ScriptCheckCommand)
};

} // namespace

QString ScriptCheckCommand::name() const
{
    return QStringLiteral("check");
}

QString ScriptCheckCommand::help() const
{
    return Words::tr("name every fault of a script without publishing it");
}

ExitCode ScriptCheckCommand::runOn(desk::DocumentDesk &documents, const QByteArray &script)
{
    const auto faults = waitFor(documents.checkScript(script));
    if (!faults)
        return workplace().fail(faults.error());
    for (const QString &fault : *faults)
        workplace().console().print(fault);
    if (!faults->empty()) {
        workplace().console().note(
            Words::tr("%n fault(s): the script can't be published.", nullptr, static_cast<int>(faults->size())));
        return ExitCode::Faulty;
    }
    workplace().console().print(Words::tr("No faults: the script can be published."));
    return ExitCode::Done;
}

} // namespace consent::cli
