#pragma once

#include "base/result.h"
#include "central/centralstore.h"

#include <memory>

namespace consent::sync {

/// How one signed-in desk reaches its central store; made at sign-in by who holds the secrets for it. Called on the
/// sync thread only.
class StoreLink
{
public:
    virtual ~StoreLink() = default;
    StoreLink(const StoreLink &) = delete;
    StoreLink &operator=(const StoreLink &) = delete;

    /// A connection of its own for the calling thread. Blocks for as long as the network needs to say no.
    virtual Result<std::unique_ptr<central::CentralStore>> open() = 0;
    /// Says to a fresh connection who this desk is (CentralStore::hello). The engine measures the clock around it.
    virtual Result<central::Welcome> hello(central::CentralStore &store) = 0;
    /// Whether others write to the same store. Where not, everything in it is from here: nothing is pulled, unless this
    /// PC lost something.
    virtual bool isShared() const = 0;

protected:
    StoreLink() = default;
};

} // namespace consent::sync
