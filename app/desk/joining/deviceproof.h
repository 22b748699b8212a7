#pragma once

#include "base/result.h"
#include "crypto/secretbuffer.h"

namespace consent::desk {

class DeskProfile;

/// The secret with which this PC proves itself to the shared store: random, made at the enrolment. It is needed before
/// anybody's slot is open (a user who comes to the PC for the first time asks the store first), so it lies in a file of
/// its own, sealed under the secret in the keychain. Where a desk works without a keychain, it lies open in its owner's
/// folder: whoever takes it still needs a password.
namespace deviceproof {

constexpr std::size_t SizeBytes = 32;

/// @return Internal without protected memory
Result<crypto::SecretBuffer> make();
/// @param keychainSecret null when the desk works on passwords alone
Result<void> write(const DeskProfile &profile, const crypto::SecretBuffer &proof,
                   const crypto::SecretBuffer *keychainSecret);
/// @return NotFound or Damaged with a sentence: only a new enrolment helps
Result<crypto::SecretBuffer> read(const DeskProfile &profile, const crypto::SecretBuffer *keychainSecret);

} // namespace deviceproof

} // namespace consent::desk
