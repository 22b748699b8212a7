#include "crypto/base64url.h"
#include "crypto/hash.h"
#include "ledger/checkpoint.h"

#include <bit>

namespace consent::ledger::merkle {

namespace {

using Leaves = std::span<const QByteArray>;

/// Leaves and nodes are hashed under different prefixes, so that no node can be passed off as a leaf.
QByteArray hashLeaf(const QByteArray &data)
{
    crypto::Sha256 hash;
    hash.add(crypto::bytesOf(QByteArray(1, '\0')));
    hash.add(crypto::bytesOf(data));
    return crypto::toByteArray(hash.finish());
}

QByteArray hashNode(const QByteArray &left, const QByteArray &right)
{
    crypto::Sha256 hash;
    hash.add(crypto::bytesOf(QByteArray(1, '\1')));
    hash.add(crypto::bytesOf(left));
    hash.add(crypto::bytesOf(right));
    return crypto::toByteArray(hash.finish());
}

/// The largest power of two below the size. Precondition: size > 1.
std::size_t splitOf(std::size_t size)
{
    return std::bit_floor(size - 1);
}

QByteArray rootOf(Leaves leaves)
{
    if (leaves.size() == 1)
        return hashLeaf(leaves[0]);
    const std::size_t split = splitOf(leaves.size());
    return hashNode(rootOf(leaves.first(split)), rootOf(leaves.subspan(split)));
}

void appendPath(Leaves leaves, std::size_t index, std::vector<QByteArray> &path)
{
    if (leaves.size() == 1)
        return;
    const std::size_t split = splitOf(leaves.size());
    if (index < split) {
        appendPath(leaves.first(split), index, path);
        path.push_back(rootOf(leaves.subspan(split)));
    } else {
        appendPath(leaves.subspan(split), index - split, path);
        path.push_back(rootOf(leaves.first(split)));
    }
}

} // namespace

QByteArray root(const std::vector<QByteArray> &leaves)
{
    return leaves.empty() ? crypto::toByteArray(crypto::sha256({})) : rootOf(leaves);
}

std::vector<QByteArray> auditPath(const std::vector<QByteArray> &leaves, std::size_t index)
{
    Q_ASSERT(index < leaves.size());
    std::vector<QByteArray> path;
    appendPath(leaves, index, path);
    return path;
}

bool verifyPath(const QByteArray &leaf, std::size_t index, std::size_t size, const std::vector<QByteArray> &path,
                const QByteArray &root)
{
    if (index >= size)
        return false;
    // Walks up from the leaf; `last` is the last index of the level, where a node without a sibling moves up as it is.
    std::size_t node = index;
    std::size_t last = size - 1;
    QByteArray hash = hashLeaf(leaf);
    for (const QByteArray &sibling : path) {
        if (last == 0 || sibling.size() != 32)
            return false;
        if ((node & 1U) != 0U || node == last) {
            hash = hashNode(sibling, hash);
            while ((node & 1U) == 0U && node != 0) {
                node >>= 1U;
                last >>= 1U;
            }
        } else {
            hash = hashNode(hash, sibling);
        }
        node >>= 1U;
        last >>= 1U;
    }
    return last == 0 && hash == root;
}

} // namespace consent::ledger::merkle
