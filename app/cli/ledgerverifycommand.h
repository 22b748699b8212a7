#pragma once

#include "cli/command.h"

namespace consent::cli {

class Workplace;

/// ledger verify: chain, signatures and projections of every event; names the first broken one.
class LedgerVerifyCommand : public Command
{
public:
    explicit LedgerVerifyCommand(Workplace &workplace);

    void declare(CLI::App &root) override;
    ExitCode run() override;

private:
    Workplace &m_workplace;
};

} // namespace consent::cli
