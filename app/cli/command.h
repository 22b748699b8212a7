#pragma once

#include "cli/exitcode.h"

#include <QString>

#include <string>

namespace CLI {
class App;
}

namespace consent::cli {

/// One thing that the command line can do: declares its place and its options, then does it.
class Command
{
public:
    virtual ~Command();
    Command(const Command &) = delete;
    Command &operator=(const Command &) = delete;

    virtual void declare(CLI::App &root) = 0;
    /// Whether the command line that was parsed asks for this.
    bool isChosen() const;
    virtual ExitCode run() = 0;

protected:
    Command() = default;

    /// Makes "name" alone, without a group. The object keeps it.
    CLI::App &place(CLI::App &root, const QString &name, const QString &help);
    /// Makes "group name", and the group when this is its first command. The object keeps it.
    CLI::App &place(CLI::App &root, const QString &group, const QString &groupHelp, const QString &name,
                    const QString &help);

private:
    const CLI::App *m_place = nullptr;
};

/// Text as CLI11 wants it, and back.
std::string toStd(const QString &text);
QString fromStd(const std::string &text);

} // namespace consent::cli
