#pragma once

#include "cli/command.h"

#include <cstdint>

namespace consent::cli {

class Workplace;

/// demo fill: fictitious people and answers for tests, benches and trials, on the sample desk only.
class DemoFillCommand : public Command
{
public:
    explicit DemoFillCommand(Workplace &workplace);

    void declare(CLI::App &root) override;
    ExitCode run() override;

private:
    Workplace &m_workplace;
    int m_subjects = 0;
    std::uint64_t m_seed = 1;
};

} // namespace consent::cli
