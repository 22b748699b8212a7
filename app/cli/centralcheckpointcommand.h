#pragma once

#include "cli/command.h"
#include "cli/storeoption.h"

#include <string>

namespace consent::cli {

class Workplace;

/// `central checkpoint`: signs where every chain ends now, and keeps that in the store and outside.
class CentralCheckpointCommand : public Command
{
public:
    explicit CentralCheckpointCommand(Workplace &workplace); // outlives this

    void declare(CLI::App &root) override;
    ExitCode run() override;

private:
    Workplace &m_workplace;
    StoreOption m_store;
    std::string m_file;
};

} // namespace consent::cli
