#pragma once

#include "base/id.h"
#include "base/result.h"
#include "central/centraladministration.h"
#include "central/centralstore.h"
#include "central/postgres/storeaddress.h"
#include "central/storegate.h"
#include "crypto/secretbuffer.h"

#include <QString>

#include <memory>

namespace consent::desk {

/// As whom a signed-in user of this PC comes to the shared store. Immutable; any thread.
struct StoreAccount
{
    std::shared_ptr<central::StoreGate> gate;
    central::StoreAddress address;
    QString storeId;
    QString login;
    std::shared_ptr<const crypto::SecretBuffer> password; ///< central::storePassword().
    DeviceId device;
    std::shared_ptr<const crypto::SecretBuffer> deviceSecret; ///< deviceproof::read().

    /// A fresh connection that said hello and is welcome. Blocks; belongs to the calling thread.
    /// @return standingError() when it is not; Conflict when it is another store
    Result<std::unique_ptr<central::CentralStore>> openStore() const;
    Result<std::unique_ptr<central::CentralAdministration>> openAdministration() const;
};

/// Why nobody can work with this standing, for a person. NotAllowed.
Error standingError(central::Standing standing);
/// Whether the store is the one that the desk belongs to. @return Conflict
Result<void> checkStore(const central::Welcome &welcome, const QString &storeId);
/// Of this program, as hello() wants it.
QString clientVersion();

} // namespace consent::desk
