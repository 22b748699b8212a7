#pragma once

#include "base/result.h"

#include <QString>

#include <optional>

namespace consent::cli {

/// Where a password comes from: never from the command line, where every user of the machine could read it.
/// In this order: a file descriptor that the caller named, the file that CONSENTDESK_PASSWORD_FILE names, the terminal.
class PasswordSource
{
public:
    /// @param descriptor of --password-fd; nothing when it wasn't given
    /// @param file of CONSENTDESK_PASSWORD_FILE; empty when it isn't set
    /// @param terminal the path of the controlling terminal
    PasswordSource(std::optional<int> descriptor, QString file, QString terminal = QStringLiteral("/dev/tty"));

    /// The first line of the source, without its end.
    /// @return NotAllowed for a file that others may read; NotFound or Io when there is no source; InvalidArgument for
    /// an empty or overlong one.
    Result<QString> read(const QString &prompt) const;

private:
    Result<QString> readFile() const;
    Result<QString> readTerminal(const QString &prompt) const;

    std::optional<int> m_descriptor;
    QString m_file;
    QString m_terminal;
};

} // namespace consent::cli
