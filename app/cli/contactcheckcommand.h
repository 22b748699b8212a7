#pragma once

#include "cli/command.h"
#include "cli/exitcode.h"

#include <string>
#include <vector>

class QIODevice;

namespace consent::desk {
class DeskSession;
}

namespace consent::cli {

class Workplace;

/// contact-check: before any advertising, whether each number may be reached, on which way and at which time.
/// One number is answered as a table, a list as CSV: line, number, then a column for each way. Constant memory.
class ContactCheckCommand : public Command
{
public:
    explicit ContactCheckCommand(Workplace &workplace); // outlives this

    void declare(CLI::App &root) override;
    ExitCode run() override;

private:
    ExitCode checkOne(desk::DeskSession &session, const QString &number);
    ExitCode checkList(desk::DeskSession &session, QIODevice &in, QIODevice &out);

    Workplace &m_workplace;
    std::string m_number;
    std::string m_list;
    std::string m_answers;
    std::string m_purpose;
    std::string m_at;
    bool m_dayAndNight = false;
};

} // namespace consent::cli
