#include "cli/usercommand.h"

#include "cli/workplace.h"
#include "desk/joining/staffdesk.h"
#include "desk/session/desksession.h"

#include <CLI/App.hpp>
#include <QCoreApplication>

namespace consent::cli {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(UserCommand)
};

using Action = UserCommand::Action;

QString nameOf(Action action)
{
    switch (action) {
    case Action::Add:
        return u"add"_s;
    case Action::Disable:
        return u"disable"_s;
    case Action::Enable:
        return u"enable"_s;
    case Action::Reset:
        return u"reset"_s;
    case Action::Role:
        return u"role"_s;
    case Action::Grant:
        return u"grant"_s;
    case Action::List:
        return u"list"_s;
    }
    return {};
}

QString helpOf(Action action)
{
    switch (action) {
    case Action::Add:
        return Words::tr("add a user and show the one-time password");
    case Action::Disable:
        return Words::tr("shut a user out, from the next contact of any PC on");
    case Action::Enable:
        return Words::tr("let a disabled user in again");
    case Action::Reset:
        return Words::tr("make out a new one-time password; what the user could open has to be granted again");
    case Action::Role:
        return Words::tr("set the roles of a user");
    case Action::Grant:
        return Words::tr("give a user the organisation's keys, which you must hold");
    case Action::List:
        return Words::tr("show who works with the central store");
    }
    return {};
}

void showAccess(Console &console, const QString &login, const desk::OneTimeAccess &access)
{
    console.print(Words::tr("One-time password of %1: %2").arg(login, access.password));
    console.print(Words::tr("It must be changed at the first sign-in. Hand it over in person or on the phone."));
    console.print(access.granted
                      ? Words::tr("The organisation's keys were granted to key %1.").arg(access.thumbprint)
                      : Words::tr("No keys granted yet, so nothing opens: consentdesk-admin user grant %1").arg(login));
}

} // namespace

UserCommand::UserCommand(Workplace &workplace, Action action)
    : m_workplace(workplace)
    , m_action(action)
{
}

void UserCommand::declare(CLI::App &root)
{
    CLI::App &app =
        place(root, u"user"_s, Words::tr("users of the shared central store"), nameOf(m_action), helpOf(m_action));
    if (m_action != Action::List)
        app.add_option("LOGIN", m_login, toStd(Words::tr("the user's sign-in name")))->required();
    if (m_action == Action::Add) {
        app.add_option("--name", m_name, toStd(Words::tr("the name that customers hear")))->required();
        app.add_flag("--without-keys", m_withoutKeys,
                     toStd(Words::tr("do not grant the organisation's keys; somebody else will")));
    }
    if (m_action == Action::Add || m_action == Action::Role)
        app.add_option("--roles", m_roles,
                       toStd(Words::tr("agent, counter, supervisor, privacyOfficer, administrator; commas between")))
            ->required();
}

ExitCode UserCommand::run()
{
    const auto session = m_workplace.session();
    if (!session)
        return m_workplace.fail(session.error());
    desk::StaffDesk &staff = (*session)->staff();
    switch (m_action) {
    case Action::Add:
        return add(staff);
    case Action::Disable:
        return setEnabled(staff, false);
    case Action::Enable:
        return setEnabled(staff, true);
    case Action::Reset:
        return reset(staff);
    case Action::Role:
        return setRoles(staff);
    case Action::Grant:
        return grant(staff);
    case Action::List:
        return list(staff);
    }
    return ExitCode::Usage;
}

ExitCode UserCommand::add(desk::StaffDesk &staff)
{
    const auto roles = desk::rolesFromCode(fromStd(m_roles));
    if (!roles || *roles == desk::Roles())
        return m_workplace.misused({ErrorKind::InvalidArgument, Words::tr("One of the roles is unknown."), {}});
    const QString login = fromStd(m_login);
    const auto access = waitFor(staff.addUser(login, fromStd(m_name), *roles, !m_withoutKeys));
    if (!access)
        return m_workplace.fail(access.error());
    showAccess(m_workplace.console(), login, *access);
    return ExitCode::Done;
}

ExitCode UserCommand::reset(desk::StaffDesk &staff)
{
    const QString login = fromStd(m_login);
    const auto access = waitFor(staff.resetUser(login));
    if (!access)
        return m_workplace.fail(access.error());
    showAccess(m_workplace.console(), login, *access);
    return ExitCode::Done;
}

ExitCode UserCommand::setEnabled(desk::StaffDesk &staff, bool enabled)
{
    const auto done = waitFor(staff.setEnabled(fromStd(m_login), enabled));
    if (!done)
        return m_workplace.fail(done.error());
    m_workplace.console().print(
        enabled ? Words::tr("%1 may sign in again.").arg(fromStd(m_login))
                : Words::tr("%1 is shut out. A PC that is offline learns of it at its next contact.")
                      .arg(fromStd(m_login)));
    return ExitCode::Done;
}

ExitCode UserCommand::setRoles(desk::StaffDesk &staff)
{
    const auto roles = desk::rolesFromCode(fromStd(m_roles));
    if (!roles)
        return m_workplace.misused({ErrorKind::InvalidArgument, Words::tr("One of the roles is unknown."), {}});
    const auto done = waitFor(staff.setRoles(fromStd(m_login), *roles));
    if (!done)
        return m_workplace.fail(done.error());
    m_workplace.console().print(Words::tr("Roles of %1: %2").arg(fromStd(m_login), desk::toCode(*roles)));
    return ExitCode::Done;
}

ExitCode UserCommand::grant(desk::StaffDesk &staff)
{
    const auto thumbprint = waitFor(staff.grant(fromStd(m_login)));
    if (!thumbprint)
        return m_workplace.fail(thumbprint.error());
    m_workplace.console().print(Words::tr("The organisation's keys were granted to key %1.").arg(*thumbprint));
    return ExitCode::Done;
}

ExitCode UserCommand::list(desk::StaffDesk &staff)
{
    const auto users = waitFor(staff.users());
    if (!users)
        return m_workplace.fail(users.error());
    std::vector<QStringList> rows;
    for (const desk::StaffView &view : *users)
        rows.push_back({view.member.login, view.enabled ? Words::tr("active") : Words::tr("disabled"),
                        desk::toCode(view.member.roles), view.thumbprint, view.member.name});
    m_workplace.console().printTable(
        {Words::tr("Login"), Words::tr("State"), Words::tr("Roles"), Words::tr("Key (thumbprint)"), Words::tr("Name")},
        rows);
    return ExitCode::Done;
}

} // namespace consent::cli
