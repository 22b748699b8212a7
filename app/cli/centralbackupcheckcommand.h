#pragma once

#include "cli/command.h"
#include "cli/storeoption.h"

#include <string>
#include <vector>

namespace consent::cli {

class Workplace;

/// `central backup-check`: whether a restored copy has every event, unaltered, that checkpoints speak of.
class CentralBackupCheckCommand : public Command
{
public:
    explicit CentralBackupCheckCommand(Workplace &workplace); // outlives this

    void declare(CLI::App &root) override;
    ExitCode run() override;

private:
    Workplace &m_workplace;
    StoreOption m_store;
    std::vector<std::string> m_files;
};

} // namespace consent::cli
