#pragma once

#include "cli/command.h"

namespace consent::cli {

class Workplace;

/// ledger rebuild: drops what is derived from the events and derives it again.
class LedgerRebuildCommand : public Command
{
public:
    explicit LedgerRebuildCommand(Workplace &workplace);

    void declare(CLI::App &root) override;
    ExitCode run() override;

private:
    Workplace &m_workplace;
};

} // namespace consent::cli
