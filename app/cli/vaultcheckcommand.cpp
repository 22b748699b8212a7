#include "cli/vaultcheckcommand.h"

#include "cli/workplace.h"
#include "desk/entrance/vaultdesk.h"
#include "desk/session/desksession.h"

#include <CLI/App.hpp>
#include <QCoreApplication>

#include <algorithm>

namespace consent::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(VaultCheckCommand)
};

} // namespace

VaultCheckCommand::VaultCheckCommand(Workplace &workplace)
    : m_workplace(workplace)
{
}

void VaultCheckCommand::declare(CLI::App &root)
{
    CLI::App &own = place(root, QStringLiteral("vault"), Words::tr("the encrypted databases"), QStringLiteral("check"),
                          Words::tr("check header, the seal of every page, and the integrity of the database"));
    own.add_option("file", m_file,
                   toStd(Words::tr("a file sealed with this desk's key; without it, this desk's cache")))
        ->type_name(toStd(Words::tr("FILE")));
}

ExitCode VaultCheckCommand::run()
{
    const auto session = m_workplace.session();
    if (!session)
        return m_workplace.fail(session.error());
    Console &console = m_workplace.console();
    const auto report = waitFor((*session)->vault().check(
        fromStd(m_file), [&console](qint64 done, qint64 total) { console.showProgress(done, total); },
        std::make_shared<std::atomic_bool>(false)));
    console.endProgress();
    if (!report)
        return m_workplace.fail(report.error());
    console.print(Words::tr("%1 pages, %2 frames of the write-ahead log").arg(report->pages).arg(report->frames));
    for (const QString &finding : report->findings)
        console.print(finding);
    if (!report->brokenPages.empty()) {
        QStringList pages;
        std::transform(report->brokenPages.cbegin(), report->brokenPages.cend(), std::back_inserter(pages),
                       [](qint64 page) { return QString::number(page); });
        console.print(Words::tr("Pages whose seal is broken: %1").arg(pages.join(QStringLiteral(", "))));
    }
    // What signing in just set aside and recovered is a finding too, and the session has said so.
    if (!report->intact || (*session)->recovery())
        return ExitCode::Faulty;
    console.print(Words::tr("Intact"));
    return ExitCode::Done;
}

} // namespace consent::cli
