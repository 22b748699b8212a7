#pragma once

#include "cli/command.h"
#include "cli/exitcode.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace consent::cli {

class Workplace;

/// consentdesk-admin: understands the arguments, runs the one command, turns its outcome into an exit code.
class CommandLine
{
public:
    /// @param workplace outlives this
    explicit CommandLine(Workplace &workplace);
    ~CommandLine();

    /// @param arguments with the program's name first
    ExitCode run(const QStringList &arguments);

private:
    Workplace &m_workplace;
    std::unique_ptr<CLI::App> m_root;
    std::vector<std::unique_ptr<Command>> m_commands;
};

} // namespace consent::cli
