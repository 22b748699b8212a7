#pragma once

#include "central/centralstore.h"
#include "crypto/secretbuffer.h"

#include <memory>

namespace consent::test {

/// The central store that simulated desks meet in, whichever it is.
class SimStore
{
public:
    virtual ~SimStore() = default;
    SimStore(const SimStore &) = delete;
    SimStore &operator=(const SimStore &) = delete;

    struct Enrolled
    {
        UserId user;
        crypto::SecretBuffer secret; ///< The device's.
    };

    /// Makes the store know a device of a branch, and somebody who works there.
    virtual Enrolled enrol(const DeviceId &device, const QString &branch) = 0;
    /// A connection for the user; it has not said hello.
    virtual std::unique_ptr<central::CentralStore> open(const UserId &user) = 0;
    /// Keeps the state of now as the backup. No connection is open.
    virtual void backUp() = 0;
    /// Goes back to the backup. No connection is open.
    virtual void restore() = 0;

protected:
    SimStore() = default;
};

} // namespace consent::test
