#include "cli/vaultrekeycommand.h"

#include "cli/workplace.h"

#include <CLI/App.hpp>
#include <QCoreApplication>

namespace consent::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(VaultRekeyCommand)
};

} // namespace

VaultRekeyCommand::VaultRekeyCommand(Workplace &workplace)
    : m_workplace(workplace)
{
}

void VaultRekeyCommand::declare(CLI::App &root)
{
    place(root, QStringLiteral("vault"), Words::tr("the encrypted databases"), QStringLiteral("rekey"),
          Words::tr("move the databases under a fresh key; goes on where an interrupted run stopped"));
}

ExitCode VaultRekeyCommand::run()
{
    Console &console = m_workplace.console();
    const auto rekeyed = m_workplace.rekey([&console](qint64 done, qint64 total) {
        console.showProgress(done, total);
        return true;
    });
    console.endProgress();
    if (!rekeyed)
        return m_workplace.fail(rekeyed.error());
    console.print(Words::tr("The databases lie under a fresh key, and the key before is forgotten."));
    return ExitCode::Done;
}

} // namespace consent::cli
