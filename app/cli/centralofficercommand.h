#pragma once

#include "cli/command.h"
#include "cli/storeoption.h"

#include <string>

namespace consent::cli {

class Workplace;

/// central officer: the first privacy officer of an empty store, with the key of the organisation, and the enrolment
/// file of the first PC. With the superuser of the server; everybody else is let in through that PC.
class CentralOfficerCommand : public Command
{
public:
    explicit CentralOfficerCommand(Workplace &workplace); // workplace outlives this

    void declare(CLI::App &root) override;
    ExitCode run() override;

private:
    Workplace &m_workplace;
    StoreOption m_store;
    std::string m_login;
    std::string m_name;
    std::string m_branch;
    std::string m_organisation;
    std::string m_out;
};

} // namespace consent::cli
