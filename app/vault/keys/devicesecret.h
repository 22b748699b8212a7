#pragma once

#include "base/result.h"
#include "crypto/secretbuffer.h"

#include <QString>

namespace consent::vault {

class Keychain;

/// The 32 random bytes that this PC keeps in the keychain of the operating system, so that a copied disk can't be
/// opened with a password alone. Blocks like the keychain does.
class DeviceSecret
{
public:
    static constexpr std::size_t SizeBytes = 32;

    /// Writes a value, reads it back and removes it: the only answer of a keychain that can be relied on.
    /// @return Unavailable when it is locked, absent, or forgets.
    static Result<void> prove(Keychain &keychain, const QString &installation);

    /// Makes and stores a fresh secret and reads it back.
    /// @return Unavailable when the keychain does not keep it; AlreadyExists when there is one, which stays.
    static Result<crypto::SecretBuffer> create(Keychain &keychain, const QString &installation);

    /// The secret that was made for this installation. Only for one of which the marker says that it was made: never
    /// makes one, whatever the keychain answers.
    /// @return Unavailable when the keychain is locked or absent, NotFound when it works but the secret is gone,
    /// Damaged when what it keeps is none.
    static Result<crypto::SecretBuffer> fetch(Keychain &keychain, const QString &installation);

    /// For a desk that is being taken down.
    static Result<void> destroy(Keychain &keychain, const QString &installation);
};

} // namespace consent::vault
