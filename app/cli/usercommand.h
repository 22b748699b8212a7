#pragma once

#include "cli/command.h"

#include <string>

namespace consent::desk {
class StaffDesk;
}

namespace consent::cli {

class Workplace;

/// user add|disable|enable|reset|role|grant|list: who works with the shared central store. Through a signed-in desk.
class UserCommand : public Command
{
public:
    enum class Action { Add, Disable, Enable, Reset, Role, Grant, List };

    /// @param workplace outlives this
    UserCommand(Workplace &workplace, Action action);

    void declare(CLI::App &root) override;
    ExitCode run() override;

private:
    ExitCode add(desk::StaffDesk &staff);
    ExitCode reset(desk::StaffDesk &staff);
    ExitCode setEnabled(desk::StaffDesk &staff, bool enabled);
    ExitCode setRoles(desk::StaffDesk &staff);
    ExitCode grant(desk::StaffDesk &staff);
    ExitCode list(desk::StaffDesk &staff);

    Workplace &m_workplace;
    Action m_action;
    std::string m_login;
    std::string m_name;
    std::string m_roles;
    bool m_withoutKeys = false;
};

} // namespace consent::cli
