#include "cli/workplace.h"

#include "cli/command.h"
#include "cli/passwordsource.h"
#include "desk/entrance/deskentrance.h"
#include "desk/session/desksession.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <QCoreApplication>

namespace consent::cli {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Workplace)
};

} // namespace

Workplace::Workplace(Console &console, vault::Keychain &keychain, const Clock &clock)
    : m_console(console)
    , m_keychain(keychain)
    , m_clock(clock)
{
}

Workplace::~Workplace() = default;

void Workplace::declareOptions(CLI::App &root)
{
    root.add_flag("--sample", m_sample, toStd(Words::tr("the desk with sample people; it needs no password")));
    root.add_option("--login", m_login, toStd(Words::tr("who signs in")))->type_name(toStd(Words::tr("NAME")));
    root.add_option(
            "--password-fd", m_passwordDescriptor,
            toStd(Words::tr("an open file descriptor from which the password is read; otherwise it comes from the "
                            "file that CONSENTDESK_PASSWORD_FILE names, or from the terminal")))
        ->type_name(toStd(Words::tr("NUMBER")))
        ->check(CLI::Range(0, 1023));
    root.add_option("--data", m_dataFolder, toStd(Words::tr("where the desks are, if not in the usual place")))
        ->type_name(toStd(Words::tr("FOLDER")));
}

Result<std::shared_ptr<desk::DeskSession>> Workplace::session()
{
    if (m_session)
        return m_session;
    auto opened = signIn();
    if (opened) {
        m_session = *opened;
        if (m_session->recovery())
            m_console.note(m_session->recovery()->sentence());
    }
    return opened;
}

Result<std::shared_ptr<desk::DeskSession>> Workplace::sampleSession()
{
    m_sample = true;
    const desk::DeskFolders folders(fromStd(m_dataFolder));
    if (!folders.exists(desk::DeskProfile::Purpose::Sample)) {
        desk::DeskEntrance entrance(folders, m_keychain, m_clock);
        const Result<void> made = waitFor(entrance.setUpSample(0, {}));
        if (!made)
            return made.error();
    }
    return session();
}

ExitCode Workplace::fail(const Error &error)
{
    m_console.fail(error);
    return exitCodeFor(error.kind);
}

ExitCode Workplace::misused(const Error &error)
{
    m_console.fail(error);
    return ExitCode::Usage;
}

Result<Workplace::Credentials> Workplace::credentials() const
{
    if (m_sample) {
        const desk::SampleSignIn known = desk::DeskEntrance::sampleSignIn();
        return Credentials{true, known.login, known.password};
    }
    if (m_login.empty())
        return Error{ErrorKind::InvalidArgument,
                     Words::tr("Say who signs in with --login, or use the desk with sample people with --sample."),
                     {}};
    const PasswordSource source(m_passwordDescriptor, qEnvironmentVariable("CONSENTDESK_PASSWORD_FILE"));
    const Result<QString> password = source.read(Words::tr("Password of %1: ").arg(fromStd(m_login)));
    if (!password)
        return password.error();
    return Credentials{false, fromStd(m_login), *password};
}

Result<std::shared_ptr<desk::DeskSession>> Workplace::signIn()
{
    const auto who = credentials();
    if (!who)
        return who.error();
    desk::DeskEntrance entrance(desk::DeskFolders(fromStd(m_dataFolder)), m_keychain, m_clock);
    return waitFor(entrance.signIn(who->sample ? desk::DeskProfile::Purpose::Sample : desk::DeskProfile::Purpose::Work,
                                   who->login, who->password));
}

Result<void> Workplace::rekey(std::function<bool(qint64, qint64)> progress)
{
    const auto who = credentials();
    if (!who)
        return who.error();
    desk::DeskEntrance entrance(desk::DeskFolders(fromStd(m_dataFolder)), m_keychain, m_clock);
    return waitFor(entrance.rekey(who->sample ? desk::DeskProfile::Purpose::Sample : desk::DeskProfile::Purpose::Work,
                                  who->login, who->password, std::move(progress)));
}

} // namespace consent::cli
