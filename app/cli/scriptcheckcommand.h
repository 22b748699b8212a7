#pragma once

#include "cli/command.h"

#include <string>

namespace consent::cli {

class Workplace;

/// script check FILE: every fault of a script, without publishing it.
class ScriptCheckCommand : public Command
{
public:
    explicit ScriptCheckCommand(Workplace &workplace);

    void declare(CLI::App &root) override;
    ExitCode run() override;

private:
    Workplace &m_workplace;
    std::string m_file;
};

} // namespace consent::cli
