#pragma once

#include "cli/command.h"

#include <string>

namespace consent::cli {

class Workplace;

/// notice import FILE [--announced D] [--effective D]: publishes a privacy policy as a notice.
class NoticeImportCommand : public Command
{
public:
    explicit NoticeImportCommand(Workplace &workplace);

    void declare(CLI::App &root) override;
    ExitCode run() override;

private:
    Workplace &m_workplace;
    std::string m_file;
    std::string m_announced;
    std::string m_effective;
};

} // namespace consent::cli
