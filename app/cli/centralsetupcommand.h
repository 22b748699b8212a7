#pragma once

#include "cli/command.h"
#include "cli/storeoption.h"

namespace consent::central {
struct ProvisioningReport;
}

namespace consent::cli {

class Workplace;

/// `central init` and `central migrate`: makes a PostgreSQL server the central store, or brings one up to date.
class CentralSetupCommand : public Command
{
public:
    enum class Step { Init, Migrate };
    CentralSetupCommand(Workplace &workplace, Step step); // workplace outlives this

    void declare(CLI::App &root) override;
    ExitCode run() override;

private:
    void print(const central::ProvisioningReport &report);

    Workplace &m_workplace;
    Step m_step;
    StoreOption m_store;
};

} // namespace consent::cli
