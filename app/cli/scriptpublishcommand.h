#pragma once

#include "cli/scriptfilecommand.h"

namespace consent::cli {

/// script publish FILE: from now on calls are led by this script.
class ScriptPublishCommand : public ScriptFileCommand
{
public:
    using ScriptFileCommand::ScriptFileCommand;

protected:
    QString name() const override;
    QString help() const override;
    ExitCode runOn(desk::DocumentDesk &documents, const QByteArray &script) override;
};

} // namespace consent::cli
