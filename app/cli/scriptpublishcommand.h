#pragma once

#include "cli/command.h"

#include <string>

namespace consent::cli {

class Workplace;

/// script publish FILE: from now on calls are led by this script.
class ScriptPublishCommand : public Command
{
public:
    explicit ScriptPublishCommand(Workplace &workplace);

    void declare(CLI::App &root) override;
    ExitCode run() override;

private:
    Workplace &m_workplace;
    std::string m_file;
};

} // namespace consent::cli
