#pragma once

#include "cli/command.h"

#include <string>

namespace consent::desk {
class StaffDesk;
}

namespace consent::cli {

class Workplace;

/// device list|enrol|revoke|held: the PCs of the shared central store. Through a signed-in desk.
class DeviceCommand : public Command
{
public:
    enum class Action { List, Enrol, Revoke, Held };

    /// @param workplace outlives this
    DeviceCommand(Workplace &workplace, Action action);

    void declare(CLI::App &root) override;
    ExitCode run() override;

private:
    ExitCode list(desk::StaffDesk &staff);
    ExitCode enrol(desk::StaffDesk &staff);
    ExitCode revoke(desk::StaffDesk &staff);
    ExitCode held(desk::StaffDesk &staff);

    Workplace &m_workplace;
    Action m_action;
    std::string m_device;
    std::string m_reason;
    std::string m_branch;
    std::string m_out;
    int m_hours = 24;
};

} // namespace consent::cli
