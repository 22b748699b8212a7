#pragma once

#include "cli/scriptfilecommand.h"

namespace consent::cli {

/// script check FILE: every fault of a script, without publishing it.
class ScriptCheckCommand : public ScriptFileCommand
{
public:
    using ScriptFileCommand::ScriptFileCommand;

protected:
    QString name() const override;
    QString help() const override;
    ExitCode runOn(desk::DocumentDesk &documents, const QByteArray &script) override;
};

} // namespace consent::cli
