#pragma once

#include "cli/command.h"

#include <QByteArray>

#include <string>

namespace consent::desk {
class DocumentDesk;
}

namespace consent::cli {

class Workplace;

/// script NAME FILE: something that is done with one script file on the desk.
class ScriptFileCommand : public Command
{
public:
    explicit ScriptFileCommand(Workplace &workplace);

    void declare(CLI::App &root) override;
    /// Reads the file before it asks anybody to sign in.
    ExitCode run() override;

protected:
    virtual QString name() const = 0;
    virtual QString help() const = 0;
    virtual ExitCode runOn(desk::DocumentDesk &documents, const QByteArray &script) = 0;

    Workplace &workplace() { return m_workplace; }

private:
    Workplace &m_workplace;
    std::string m_file;
};

} // namespace consent::cli
