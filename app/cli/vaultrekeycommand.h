#pragma once

#include "cli/command.h"

namespace consent::cli {

class Workplace;

/// vault rekey: every sealed database of the desk under a fresh key. Goes on where an interrupted run stopped.
class VaultRekeyCommand : public Command
{
public:
    explicit VaultRekeyCommand(Workplace &workplace);

    void declare(CLI::App &root) override;
    ExitCode run() override;

private:
    Workplace &m_workplace;
};

} // namespace consent::cli
