#pragma once

#include "cli/command.h"
#include "cli/storeoption.h"

namespace consent::cli {

class Workplace;

/// `central status`: what is in the central store, and what needs looking after.
class CentralStatusCommand : public Command
{
public:
    explicit CentralStatusCommand(Workplace &workplace); // outlives this

    void declare(CLI::App &root) override;
    ExitCode run() override;

private:
    Workplace &m_workplace;
    StoreOption m_store;
};

} // namespace consent::cli
