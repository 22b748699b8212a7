#include "cli/scriptpublishcommand.h"

#include "cli/workplace.h"
#include "desk/log/documentdesk.h"

#include <QCoreApplication>

namespace consent::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ScriptPublishCommand)
};

} // namespace

QString ScriptPublishCommand::name() const
{
    return QStringLiteral("publish");
}

QString ScriptPublishCommand::help() const
{
    return Words::tr("publish a script: from now on calls are led by it");
}

ExitCode ScriptPublishCommand::runOn(desk::DocumentDesk &documents, const QByteArray &script)
{
    const auto published = waitFor(documents.publishScript(script));
    if (!published)
        return workplace().fail(published.error());
    Console &console = workplace().console();
    console.print(Words::tr("Published: script %1, version %2").arg(published->code, published->version));
    console.print(Words::tr("%n clause(s)", nullptr, published->clauses) + QStringLiteral(", ") +
                  Words::tr("%n item(s)", nullptr, published->items));
    console.print(QStringLiteral("SHA-256 ") + published->sha256);
    return ExitCode::Done;
}

} // namespace consent::cli
