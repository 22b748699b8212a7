#pragma once

#include "cli/command.h"

namespace consent::cli {

class Workplace;

/// ledger keys: the public key of every device as a JWK set (RFC 7517), which any JOSE tool can verify with.
class LedgerKeysCommand : public Command
{
public:
    explicit LedgerKeysCommand(Workplace &workplace);

    void declare(CLI::App &root) override;
    ExitCode run() override;

private:
    Workplace &m_workplace;
};

} // namespace consent::cli
