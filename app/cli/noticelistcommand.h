#pragma once

#include "cli/command.h"

namespace consent::cli {

class Workplace;

/// notice list: the notices in the order of publishing.
class NoticeListCommand : public Command
{
public:
    explicit NoticeListCommand(Workplace &workplace);

    void declare(CLI::App &root) override;
    ExitCode run() override;

private:
    Workplace &m_workplace;
};

} // namespace consent::cli
