#pragma once

#include "base/result.h"

#include <QString>

#include <memory>

namespace consent::crypto {
class SecretBuffer;
}

namespace consent::central {

class CentralAdministration;
class CentralStore;
class StoreAddress;

/// Port: opens connections to shared central stores. Thread-safe; what it gives belongs to the calling thread.
class StoreGate
{
public:
    virtual ~StoreGate() = default;
    StoreGate(const StoreGate &) = delete;
    StoreGate &operator=(const StoreGate &) = delete;

    /// Blocks for as long as the network needs to say no.
    /// @param login isStoreLogin()
    /// @param password storePassword()
    /// @return WrongPassword (an unknown login too), WrongKey (a certificate), Unavailable, NotFound
    virtual Result<std::unique_ptr<CentralStore>> store(const StoreAddress &address, const QString &login,
                                                        const crypto::SecretBuffer &password) = 0;
    virtual Result<std::unique_ptr<CentralAdministration>>
    administration(const StoreAddress &address, const QString &login, const crypto::SecretBuffer &password) = 0;

protected:
    StoreGate() = default;
};

/// The gate to PostgreSQL.
std::shared_ptr<StoreGate> postgresGate();

} // namespace consent::central
