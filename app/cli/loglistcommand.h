#pragma once

#include "cli/command.h"

#include <string>

namespace consent::cli {

class Workplace;

/// log list: the consent log, newest first, with names masked.
class LogListCommand : public Command
{
public:
    explicit LogListCommand(Workplace &workplace);

    void declare(CLI::App &root) override;
    ExitCode run() override;

private:
    Workplace &m_workplace;
    std::string m_from;
    std::string m_to;
    int m_limit = 50;
};

} // namespace consent::cli
