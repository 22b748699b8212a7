#include "cli/noticeimportcommand.h"

#include "base/jsonfile.h"
#include "cli/dateoption.h"
#include "cli/workplace.h"
#include "desk/log/documentdesk.h"
#include "desk/session/desksession.h"
#include "domain/notice.h"

#include <CLI/App.hpp>
#include <QCoreApplication>
#include <QFileInfo>

namespace consent::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(NoticeImportCommand)
};

} // namespace

NoticeImportCommand::NoticeImportCommand(Workplace &workplace)
    : m_workplace(workplace)
{
}

void NoticeImportCommand::declare(CLI::App &root)
{
    CLI::App &own = place(root, QStringLiteral("notice"), Words::tr("privacy policies"), QStringLiteral("import"),
                          Words::tr("publish a privacy policy (text, Markdown or HTML) as a notice"));
    own.add_option("file", m_file, toStd(Words::tr("the policy")))->required()->type_name(toStd(Words::tr("FILE")));
    own.add_option("--announced", m_announced, toStd(Words::tr("the day it was announced, if the text doesn't say it")))
        ->type_name(toStd(Words::tr("YYYY-MM-DD")));
    own.add_option("--effective", m_effective, toStd(Words::tr("the day it takes effect, if the text doesn't say it")))
        ->type_name(toStd(Words::tr("YYYY-MM-DD")));
}

ExitCode NoticeImportCommand::run()
{
    const auto announced = dateFrom(m_announced);
    if (!announced)
        return m_workplace.misused(announced.error());
    const auto effective = dateFrom(m_effective);
    if (!effective)
        return m_workplace.misused(effective.error());
    const Result<QByteArray> bytes = readFileLimited(fromStd(m_file), domain::Notice::maxBytes);
    if (!bytes)
        return m_workplace.fail(bytes.error());
    const auto session = m_workplace.session();
    if (!session)
        return m_workplace.fail(session.error());
    const auto published = waitFor(
        (*session)->documents().publishNotice({QFileInfo(fromStd(m_file)).fileName(), *bytes, *announced, *effective}));
    if (!published)
        return m_workplace.fail(published.error());
    Console &console = m_workplace.console();
    console.print(Words::tr("Published as notice %1: %2").arg(published->number).arg(published->title));
    console.print(Words::tr("Announced %1, in effect from %2")
                      .arg(published->announced.toString(Qt::ISODate), published->effective.toString(Qt::ISODate)));
    console.print(Words::tr("%n chapter(s)", nullptr, published->chapters) + QStringLiteral(", ") +
                  Words::tr("%n table(s)", nullptr, published->tables));
    console.print(QStringLiteral("SHA-256 ") + published->sha256);
    return ExitCode::Done;
}

} // namespace consent::cli
