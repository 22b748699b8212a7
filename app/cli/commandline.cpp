#include "cli/commandline.h"

#include "cli/centralbackupcheckcommand.h"
#include "cli/centralcheckpointcommand.h"
#include "cli/centralofficercommand.h"
#include "cli/centralsetupcommand.h"
#include "cli/centralstatuscommand.h"
#include "cli/contactcheckcommand.h"
#include "cli/demofillcommand.h"
#include "cli/devicecommand.h"
#include "cli/ledgerkeyscommand.h"
#include "cli/ledgerrebuildcommand.h"
#include "cli/ledgerverifycommand.h"
#include "cli/loglistcommand.h"
#include "cli/noticeimportcommand.h"
#include "cli/noticelistcommand.h"
#include "cli/scriptcheckcommand.h"
#include "cli/scriptpublishcommand.h"
#include "cli/usercommand.h"
#include "cli/vaultcheckcommand.h"
#include "cli/vaultexportcommand.h"
#include "cli/vaultrekeycommand.h"
#include "cli/workplace.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <QCoreApplication>

#include <algorithm>

namespace consent::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// What is wrong with the command line, in the words of the program.
QString sentence(const CLI::ParseError &error)
{
    const QString detail = fromStd(error.what());
    if (dynamic_cast<const CLI::ExtrasError *>(&error))
        return Words::tr("There is something on the command line that is not understood: %1").arg(detail);
    if (dynamic_cast<const CLI::RequiredError *>(&error))
        return Words::tr("Something is missing on the command line: %1").arg(detail);
    if (dynamic_cast<const CLI::ConversionError *>(&error) || dynamic_cast<const CLI::ValidationError *>(&error))
        return Words::tr("A value on the command line does not fit: %1").arg(detail);
    return Words::tr("The command line can't be understood: %1").arg(detail);
}

} // namespace

CommandLine::CommandLine(Workplace &workplace)
    : m_workplace(workplace)
    , m_root(std::make_unique<CLI::App>(toStd(Words::tr("The administrator's command line of Consent Desk.")),
                                        "consentdesk-admin"))
{
    m_root->require_subcommand(1);
    m_root->fallthrough();
    m_root->set_help_flag("-h,--help", toStd(Words::tr("this help")));
    m_root->set_version_flag("--version", toStd(QCoreApplication::applicationVersion()),
                             toStd(Words::tr("the version")));
    const auto formatter = m_root->get_formatter();
    formatter->label("OPTIONS", toStd(Words::tr("OPTIONS")));
    formatter->label("SUBCOMMAND", toStd(Words::tr("COMMAND")));
    formatter->label("SUBCOMMANDS", toStd(Words::tr("COMMANDS")));
    formatter->label("Usage", toStd(Words::tr("Usage")));
    formatter->label("REQUIRED", toStd(Words::tr("(required)")));
    m_workplace.declareOptions(*m_root);

    m_commands.push_back(std::make_unique<NoticeImportCommand>(workplace));
    m_commands.push_back(std::make_unique<NoticeListCommand>(workplace));
    m_commands.push_back(std::make_unique<ScriptCheckCommand>(workplace));
    m_commands.push_back(std::make_unique<ScriptPublishCommand>(workplace));
    m_commands.push_back(std::make_unique<ContactCheckCommand>(workplace));
    m_commands.push_back(std::make_unique<LogListCommand>(workplace));
    m_commands.push_back(std::make_unique<LedgerVerifyCommand>(workplace));
    m_commands.push_back(std::make_unique<LedgerRebuildCommand>(workplace));
    m_commands.push_back(std::make_unique<LedgerKeysCommand>(workplace));
    m_commands.push_back(std::make_unique<VaultCheckCommand>(workplace));
    m_commands.push_back(std::make_unique<VaultExportCommand>(workplace));
    m_commands.push_back(std::make_unique<VaultRekeyCommand>(workplace));
    m_commands.push_back(std::make_unique<DemoFillCommand>(workplace));
    m_commands.push_back(std::make_unique<CentralSetupCommand>(workplace, CentralSetupCommand::Step::Init));
    m_commands.push_back(std::make_unique<CentralSetupCommand>(workplace, CentralSetupCommand::Step::Migrate));
    m_commands.push_back(std::make_unique<CentralStatusCommand>(workplace));
    m_commands.push_back(std::make_unique<CentralCheckpointCommand>(workplace));
    m_commands.push_back(std::make_unique<CentralBackupCheckCommand>(workplace));
    m_commands.push_back(std::make_unique<CentralOfficerCommand>(workplace));
    for (const auto action :
         {UserCommand::Action::Add, UserCommand::Action::Disable, UserCommand::Action::Enable,
          UserCommand::Action::Reset, UserCommand::Action::Role, UserCommand::Action::Grant, UserCommand::Action::List})
        m_commands.push_back(std::make_unique<UserCommand>(workplace, action));
    for (const auto action : {DeviceCommand::Action::List, DeviceCommand::Action::Enrol, DeviceCommand::Action::Revoke,
                              DeviceCommand::Action::Held})
        m_commands.push_back(std::make_unique<DeviceCommand>(workplace, action));
    for (const auto &command : m_commands)
        command->declare(*m_root);
}

CommandLine::~CommandLine() = default;

ExitCode CommandLine::run(const QStringList &arguments)
{
    std::vector<std::string> words;
    std::transform(arguments.crbegin(), arguments.crend() - 1, std::back_inserter(words),
                   toStd); // CLI11 pops from the end
    try {
        m_root->parse(std::move(words));
    } catch (const CLI::CallForHelp &) {
        m_workplace.console().print(fromStd(m_root->help()).trimmed());
        return ExitCode::Done;
    } catch (const CLI::CallForVersion &version) {
        m_workplace.console().print(fromStd(version.what()));
        return ExitCode::Done;
    } catch (const CLI::ParseError &error) {
        m_workplace.console().note(sentence(error));
        m_workplace.console().note(
            Words::tr("What can be asked for is shown by: %1").arg(QStringLiteral("consentdesk-admin --help")));
        return ExitCode::Usage;
    }
    const auto chosen =
        std::find_if(m_commands.cbegin(), m_commands.cend(), [](const auto &command) { return command->isChosen(); });
    return chosen == m_commands.cend() ? ExitCode::Usage : (*chosen)->run();
}

} // namespace consent::cli
