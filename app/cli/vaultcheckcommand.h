#pragma once

#include "cli/command.h"

#include <string>

namespace consent::cli {

class Workplace;

/// vault check [FILE]: header, the seal of every page, and the integrity of the database.
class VaultCheckCommand : public Command
{
public:
    explicit VaultCheckCommand(Workplace &workplace);

    void declare(CLI::App &root) override;
    ExitCode run() override;

private:
    Workplace &m_workplace;
    std::string m_file;
};

} // namespace consent::cli
