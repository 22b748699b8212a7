#include "cli/noticelistcommand.h"

#include "cli/workplace.h"
#include "desk/log/documentdesk.h"
#include "desk/session/desksession.h"

#include <CLI/App.hpp>
#include <QCoreApplication>

namespace consent::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(NoticeListCommand)
};

} // namespace

NoticeListCommand::NoticeListCommand(Workplace &workplace)
    : m_workplace(workplace)
{
}

void NoticeListCommand::declare(CLI::App &root)
{
    place(root, QStringLiteral("notice"), Words::tr("privacy policies"), QStringLiteral("list"),
          Words::tr("the notices in the order of publishing"));
}

ExitCode NoticeListCommand::run()
{
    const auto session = m_workplace.session();
    if (!session)
        return m_workplace.fail(session.error());
    const auto notices = waitFor((*session)->documents().notices());
    if (!notices)
        return m_workplace.fail(notices.error());
    std::vector<QStringList> rows;
    for (const desk::NoticeRow &notice : *notices)
        rows.push_back({QString::number(notice.number), notice.announced.toString(Qt::ISODate),
                        notice.effective.toString(Qt::ISODate), notice.sha256, notice.title});
    m_workplace.console().printTable({Words::tr("No."), Words::tr("Announced"), Words::tr("In effect"),
                                      QStringLiteral("SHA-256"), Words::tr("Title")},
                                     rows);
    return ExitCode::Done;
}

} // namespace consent::cli
