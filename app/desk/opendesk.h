#pragma once

#include "cache/cache.h"
#include "crypto/p256.h"
#include "ledger/datakeys.h"
#include "ledger/organisationkey.h"

#include <memory>

namespace consent::desk {

/// What is open while somebody is signed in: the cache and the keys. Cache thread only, from making to destroying.
struct OpenDesk
{
    std::unique_ptr<cache::Cache> cache;
    ledger::OrganisationKeys organisationKeys;
    crypto::P256PrivateKey deviceKey;
    qint64 skewMs = 0;
    std::unique_ptr<ledger::DataKeys> dataKeys; ///< Over organisationKeys, so after them.
};

} // namespace consent::desk
