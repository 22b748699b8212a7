#pragma once

#include "base/result.h"
#include "central/postgres/storeaddress.h"
#include "crypto/secretbuffer.h"

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace consent::cli {

/// The options that name a central store and the account of its server that is used: --store and where its password
/// comes from (a descriptor, the file that CONSENTDESK_STORE_PASSWORD_FILE names, or the terminal).
class StoreOption
{
public:
    void declare(CLI::App &command);

    /// @return InvalidArgument for an address in another form, or one that names no user
    Result<central::StoreAddress> address() const;
    Result<crypto::SecretBuffer> password(const central::StoreAddress &address) const;

private:
    std::string m_address;
    std::optional<int> m_descriptor;
};

} // namespace consent::cli
