#pragma once

#include "crypto/p256.h"
#include "ledger/chainverifier.h"

#include <optional>

namespace consent::ledger {

/// The key with which a device signs.
struct DeviceKey
{
    crypto::P256PublicKey key;
    QString thumbprint; ///< RFC 7638: the `kid` of its events.
};

/// The key that a device's first event announces; nothing when it is another event or announces none.
std::optional<DeviceKey> announcedKey(const Event &event);

/// What one event shows by itself, without its neighbours.
struct CheckedEvent
{
    std::optional<BrokenEvent> broken; ///< Nothing when text, hash, place, signature and content hold.
    std::optional<SignedEvent> event;  ///< As read; there whenever nothing is broken.
};

/// Checks one event by itself: that it is one, stands in its place, was signed by its device and unaltered, and has the
/// facts of its type. Not whether it follows from the one before it. Thread-safe.
/// @param key null when the device announced none
CheckedEvent checkEvent(const StoredEvent &stored, const DeviceKey *key);

} // namespace consent::ledger
