#include "cli/centralbackupcheckcommand.h"

#include "central/provisioning/centralinspection.h"
#include "cli/workplace.h"

#include <CLI/App.hpp>
#include <QCoreApplication>
#include <QFile>

namespace consent::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CentralBackupCheckCommand)
};

} // namespace

CentralBackupCheckCommand::CentralBackupCheckCommand(Workplace &workplace)
    : m_workplace(workplace)
{
}

void CentralBackupCheckCommand::declare(CLI::App &root)
{
    CLI::App &own = place(root, QStringLiteral("central"), Words::tr("the central store on PostgreSQL"),
                          QStringLiteral("backup-check"),
                          Words::tr("verify a restored copy: every chain, signature and checkpoint"));
    m_store.declare(own);
    own.add_option("--checkpoint", m_files,
                   toStd(Words::tr("a file that \"central checkpoint\" wrote; may be repeated")))
        ->type_name(toStd(Words::tr("FILE")));
}

ExitCode CentralBackupCheckCommand::run()
{
    const auto address = m_store.address();
    if (!address)
        return m_workplace.misused(address.error());
    std::vector<central::CheckpointFile> outside;
    for (const std::string &name : m_files) {
        QFile file(fromStd(name));
        if (!file.open(QIODevice::ReadOnly) || file.size() > central::CheckpointFile::LimitBytes)
            return m_workplace.fail(
                {ErrorKind::Io, Words::tr("The file %1 can't be read.").arg(file.fileName()), file.errorString()});
        auto read = central::CheckpointFile::fromText(file.readAll());
        if (!read)
            return m_workplace.fail(read.error());
        outside.push_back(*std::move(read));
    }
    const auto password = m_store.password(*address);
    if (!password)
        return m_workplace.fail(password.error());
    const auto inspection = central::CentralInspection::connect(*address, *password);
    if (!inspection)
        return m_workplace.fail(inspection.error());
    const auto status = (*inspection)->status();
    if (!status)
        return m_workplace.fail(status.error());
    Console &console = m_workplace.console();
    const auto report = (*inspection)->checkBackup(outside, [&console, &status](qint64 done) {
        console.showProgress(done, status->events);
        return true;
    });
    console.endProgress();
    if (!report)
        return m_workplace.fail(report.error());
    console.print(
        Words::tr("Events verified: %1; checkpoints compared: %2").arg(report->chains.events).arg(report->checkpoints));
    for (const QString &finding : report->findings)
        console.print(finding);
    if (!report->complete())
        return ExitCode::Faulty;
    if (report->checkpoints == 0) {
        console.note(Words::tr("Every chain is whole in itself. Without a checkpoint nobody can say whether its end is "
                               "missing."));
        return ExitCode::Faulty;
    }
    console.print(Words::tr("The copy continues every chain and every checkpoint."));
    return ExitCode::Done;
}

} // namespace consent::cli
