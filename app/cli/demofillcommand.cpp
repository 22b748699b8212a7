#include "cli/demofillcommand.h"

#include "cli/workplace.h"
#include "desk/sample/demodesk.h"
#include "desk/session/desksession.h"

#include <CLI/App.hpp>
#include <QCoreApplication>

namespace consent::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DemoFillCommand)
};

} // namespace

DemoFillCommand::DemoFillCommand(Workplace &workplace)
    : m_workplace(workplace)
{
}

void DemoFillCommand::declare(CLI::App &root)
{
    CLI::App &own = place(
        root, QStringLiteral("demo"), Words::tr("trials"), QStringLiteral("fill"),
        Words::tr(
            "write fictitious people and their answers to the sample desk, which is made first where there is none"));
    own.add_option("--subjects", m_subjects, toStd(Words::tr("how many people")))
        ->required()
        ->type_name(toStd(Words::tr("NUMBER")))
        ->check(CLI::Range(1, 1000000));
    own.add_option("--seed", m_seed, toStd(Words::tr("the same seed gives the same people and answers")))
        ->type_name(toStd(Words::tr("NUMBER")))
        ->capture_default_str();
}

ExitCode DemoFillCommand::run()
{
    const auto session = m_workplace.sampleSession();
    if (!session)
        return m_workplace.fail(session.error());
    Console &console = m_workplace.console();
    const auto events = waitFor((*session)->demo().fill(
        m_subjects, m_seed, [&console](int done, int total) { console.showProgress(done, total); },
        std::make_shared<std::atomic_bool>(false)));
    console.endProgress();
    if (!events)
        return m_workplace.fail(events.error());
    console.print(Words::tr("%1 people, %2 events").arg(m_subjects).arg(*events));
    return ExitCode::Done;
}

} // namespace consent::cli
