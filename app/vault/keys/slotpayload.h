#pragma once

#include "base/id.h"
#include "base/result.h"
#include "crypto/p256.h"

#include <QByteArray>
#include <QString>

#include <initializer_list>
#include <map>
#include <optional>

namespace consent::vault {

/// Database keys of 32 bytes by their epoch; more than one only while the data is being re-keyed.
using DatabaseKeys = std::map<int, crypto::SecretBuffer>;

/// What a key slot seals. Its key pair lets others hand the slot a key of a later epoch.
struct SlotPayload
{
    static constexpr std::size_t EpochLimit = 16;

    UserId user;
    crypto::P256PrivateKey privateKey;
    DatabaseKeys keys;

    /// @return InvalidArgument without a user or valid keys.
    Result<crypto::SecretBuffer> toBytes() const;
    /// @return Damaged for anything that toBytes() does not make.
    static Result<SlotPayload> fromBytes(crypto::Bytes bytes);

    /// Takes in the key of a later epoch.
    /// @return Damaged unless it was sealed to this slot by a holder of the key of the earlier epoch.
    Result<void> follow(int fromEpoch, int epoch, const QByteArray &sealed);
};

/// The content of a link: the key of a later epoch and a code that only who holds an earlier one can make. Else whoever
/// can write the file could slip in a key of their own.
Result<crypto::SecretBuffer> makeLinkContent(const crypto::SecretBuffer &earlierKey, int epoch,
                                             const crypto::SecretBuffer &key);

/// The parts one after the other, in protected memory; nothing when that is full.
std::optional<crypto::SecretBuffer> joinSecrets(std::initializer_list<crypto::Bytes> parts);

Error slotFailure(const QString &detail); ///< A defect of ours or of the PC.
Error alteredSlot(const QString &detail); ///< What was stored is not what was stored there.

} // namespace consent::vault
