#pragma once

#include "cli/command.h"

#include <string>

namespace consent::cli {

class Workplace;

/// vault export FILE --reason TEXT: a copy of the cache in the clear, for those who may; logged with the reason.
class VaultExportCommand : public Command
{
public:
    explicit VaultExportCommand(Workplace &workplace);

    void declare(CLI::App &root) override;
    ExitCode run() override;

private:
    Workplace &m_workplace;
    std::string m_target;
    std::string m_reason;
};

} // namespace consent::cli
