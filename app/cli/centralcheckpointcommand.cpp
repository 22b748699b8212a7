#include "cli/centralcheckpointcommand.h"

#include "central/provisioning/centralinspection.h"
#include "cli/workplace.h"
#include "desk/log/ledgerdesk.h"
#include "desk/session/desksession.h"

#include <CLI/App.hpp>
#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

namespace consent::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CentralCheckpointCommand)
};

} // namespace

CentralCheckpointCommand::CentralCheckpointCommand(Workplace &workplace)
    : m_workplace(workplace)
{
}

void CentralCheckpointCommand::declare(CLI::App &root)
{
    CLI::App &own = place(root, QStringLiteral("central"), Words::tr("the central store on PostgreSQL"),
                          QStringLiteral("checkpoint"),
                          Words::tr("sign, as a privacy officer on this PC, where every chain ends now"));
    m_store.declare(own);
    own.add_option("--out", m_file, toStd(Words::tr("a new file for it, to be kept away from the store")))
        ->type_name(toStd(Words::tr("FILE")))
        ->required();
}

ExitCode CentralCheckpointCommand::run()
{
    const auto address = m_store.address();
    if (!address)
        return m_workplace.misused(address.error());
    const auto session = m_workplace.session();
    if (!session)
        return m_workplace.fail(session.error());
    const auto password = m_store.password(*address);
    if (!password)
        return m_workplace.fail(password.error());
    const auto inspection = central::CentralInspection::connect(*address, *password);
    if (!inspection)
        return m_workplace.fail(inspection.error());
    const auto heads = (*inspection)->heads();
    if (!heads)
        return m_workplace.fail(heads.error());
    const auto jws = waitFor((*session)->ledger().signCheckpoint(*heads));
    if (!jws)
        return m_workplace.fail(jws.error());
    const central::CheckpointFile checkpoint{*jws, *heads};

    // The file first: a checkpoint in the store alone falls with the store.
    QSaveFile file(fromStd(m_file));
    const QByteArray text = checkpoint.toText();
    if (QFile::exists(file.fileName()) || !file.open(QIODevice::WriteOnly) || file.write(text) != text.size() ||
        !file.commit())
        return m_workplace.fail({ErrorKind::Io,
                                 Words::tr("The file %1 can't be written, or exists already. Nothing was changed. Name "
                                           "another file.")
                                     .arg(file.fileName()),
                                 file.errorString()});
    if (const auto kept = (*inspection)->keep(checkpoint); !kept)
        return m_workplace.fail(kept.error());
    m_workplace.console().print(Words::tr("Signed: the ends of %n chain(s). Keep %1 away from the store.", nullptr,
                                          static_cast<int>(heads->size()))
                                    .arg(file.fileName()));
    return ExitCode::Done;
}

} // namespace consent::cli
