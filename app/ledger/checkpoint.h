#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "ledger/chain.h"

#include <QByteArray>

#include <map>
#include <vector>

namespace consent::crypto {
class P256PublicKey;
}

namespace consent::ledger {

/// Merkle tree hash of RFC 6962, 2.1, over SHA-256.
namespace merkle {

/// The root over the leaves' data, in this order; of no leaves, the hash of nothing.
QByteArray root(const std::vector<QByteArray> &leaves);
/// The audit path of a leaf, from its sibling up (RFC 6962, 2.1.1). Precondition: index < leaves.size().
std::vector<QByteArray> auditPath(const std::vector<QByteArray> &leaves, std::size_t index);
/// Whether the leaf's data stands at the index of a tree of this size with this root.
bool verifyPath(const QByteArray &leaf, std::size_t index, std::size_t size, const std::vector<QByteArray> &path,
                const QByteArray &root);

} // namespace merkle

using Heads = std::map<DeviceId, ChainHead>;

/// Where every device's chain ended at a moment. Signed and kept outside the database, it shows a tail that was cut
/// off or rewritten later.
struct Checkpoint
{
    UtcTime at{};
    UserId signer;
    qint64 devices = 0;
    QByteArray root; ///< 32 bytes, over the leaves of the heads in the order of device ids.

    friend bool operator==(const Checkpoint &, const Checkpoint &) = default;
};

/// One device's leaf: its id as text, a line feed, seq in decimal, a line feed, the head's hash in base64url; so that a
/// person can rebuild it with a text editor and sha256sum.
QByteArray headLeaf(const DeviceId &device, const ChainHead &head);

/// A compact JWS (typ consent-checkpoint+jws) over the root of these heads.
Result<QByteArray> signCheckpoint(const Heads &heads, UtcTime at, const UserId &signer,
                                  const crypto::P256PrivateKey &key);
/// @return Damaged when the signature or the form is wrong.
Result<Checkpoint> verifyCheckpoint(const QByteArray &compactJws, const crypto::P256PublicKey &key);

/// That one device's head is in a checkpoint, without the other heads.
struct InclusionProof
{
    qint64 index = 0;
    std::vector<QByteArray> path;
};

/// @return NotFound when the device is not among the heads.
Result<InclusionProof> proveHead(const Heads &heads, const DeviceId &device);
bool verifyHead(const Checkpoint &checkpoint, const DeviceId &device, const ChainHead &head,
                const InclusionProof &proof);

} // namespace consent::ledger
