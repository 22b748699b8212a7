#pragma once

#include "base/result.h"
#include "crypto/secretbuffer.h"

#include <QString>

#include <optional>

namespace consent::vault {

/// Port: the keychain of the operating system. Calls block until it answers or a time-out passes: never call from the
/// UI thread. Implementations are thread-safe.
class Keychain
{
public:
    virtual ~Keychain() = default;
    Keychain(const Keychain &) = delete;
    Keychain &operator=(const Keychain &) = delete;

    /// @return nothing when the keychain says that it has no such entry. Locked, absent and wrong keychains say so too:
    /// DeviceSecret finds out what it means.
    virtual Result<std::optional<crypto::SecretBuffer>> read(const QString &entry) = 0;
    /// @return Unavailable when it could not be stored.
    virtual Result<void> write(const QString &entry, crypto::Bytes secret) = 0;
    /// Success also when there is no such entry.
    virtual Result<void> remove(const QString &entry) = 0;

protected:
    Keychain() = default;
};

} // namespace consent::vault
