#pragma once

#include "cache/store/cache.h"
#include "crypto/p256.h"
#include "ledger/datakeys.h"
#include "ledger/organisationkey.h"

#include <memory>

namespace consent::desk {

/// What is open while somebody is signed in: the cache and the keys. Cache thread only, from making to destroying.
struct OpenDesk
{
    OpenDesk(std::unique_ptr<cache::Cache> sealedCache, ledger::OrganisationKeys organisation,
             crypto::P256PrivateKey signingKey, qint64 clockSkewMs)
        : cache(std::move(sealedCache))
        , organisationKeys(std::move(organisation))
        , deviceKey(std::move(signingKey))
        , skewMs(clockSkewMs)
        , dataKeys(organisationKeys)
    {
    }
    OpenDesk(const OpenDesk &) = delete;
    OpenDesk &operator=(const OpenDesk &) = delete;

    const std::unique_ptr<cache::Cache> cache;
    const ledger::OrganisationKeys organisationKeys;
    const crypto::P256PrivateKey deviceKey;
    qint64 skewMs; ///< Device clock minus central clock at the last contact.
    ledger::DataKeys dataKeys;
};

} // namespace consent::desk
