#include "cli/loglistcommand.h"

#include "cli/dateoption.h"
#include "cli/workplace.h"
#include "desk/log/logdesk.h"
#include "desk/session/desksession.h"
#include "domain/consent.h"

#include <CLI/App.hpp>
#include <QCoreApplication>

namespace consent::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LogListCommand)
};

} // namespace

LogListCommand::LogListCommand(Workplace &workplace)
    : m_workplace(workplace)
{
}

void LogListCommand::declare(CLI::App &root)
{
    CLI::App &own = place(root, QStringLiteral("log"), Words::tr("the consent log"), QStringLiteral("list"),
                          Words::tr("what was captured, newest first, with names masked"));
    own.add_option("--from", m_from, toStd(Words::tr("the first day")))->type_name(toStd(Words::tr("YYYY-MM-DD")));
    own.add_option("--to", m_to, toStd(Words::tr("the last day")))->type_name(toStd(Words::tr("YYYY-MM-DD")));
    own.add_option("--limit", m_limit, toStd(Words::tr("how many rows at most")))
        ->type_name(toStd(Words::tr("NUMBER")))
        ->check(CLI::Range(1, 1000000))
        ->capture_default_str();
}

ExitCode LogListCommand::run()
{
    const auto from = dateFrom(m_from);
    if (!from)
        return m_workplace.misused(from.error());
    const auto to = dateFrom(m_to);
    if (!to)
        return m_workplace.misused(to.error());
    const auto session = m_workplace.session();
    if (!session)
        return m_workplace.fail(session.error());
    desk::LogFilter filter;
    filter.from = from->value_or(QDate());
    filter.to = to->value_or(QDate());
    const auto rows = waitFor((*session)->log().rows(filter, 0, m_limit));
    if (!rows)
        return m_workplace.fail(rows.error());
    std::vector<QStringList> table;
    for (const desk::LogRow &row : *rows)
        table.push_back({koreanTimestamp(row.at), row.subjectMaskedName, row.agentName, domain::label(row.method),
                         domain::label(row.outcome), QString::number(row.granted), QString::number(row.refused),
                         row.receipt});
    m_workplace.console().printTable({Words::tr("Time"), Words::tr("Person"), Words::tr("Agent"), Words::tr("Method"),
                                      Words::tr("Outcome"), Words::tr("Granted"), Words::tr("Refused"),
                                      Words::tr("Receipt")},
                                     table);
    const auto all = waitFor((*session)->log().count(filter));
    if (all && *all > static_cast<qint64>(table.size()))
        m_workplace.console().note(Words::tr("%1 of %2 shown; --limit shows more.").arg(table.size()).arg(*all));
    return ExitCode::Done;
}

} // namespace consent::cli
