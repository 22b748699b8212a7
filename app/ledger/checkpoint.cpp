#include "ledger/checkpoint.h"

#include "crypto/base64url.h"
#include "crypto/jws.h"
#include "ledger/json_p.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace consent::ledger {

namespace {

const QString checkpointType = u"consent-checkpoint+jws"_s;
constexpr qsizetype checkpointLimitBytes = 4096;

Error damagedCheckpoint(const QString &detail)
{
    return {ErrorKind::Damaged,
            QCoreApplication::translate("Ledger",
                                        "The checkpoint is not one that this organisation signed, or was altered. "
                                        "Use the original file."),
            detail};
}

std::vector<QByteArray> leavesOf(const Heads &heads)
{
    std::vector<QByteArray> leaves;
    leaves.reserve(heads.size());
    for (const auto &[device, head] : heads)
        leaves.push_back(headLeaf(device, head));
    return leaves;
}

} // namespace

QByteArray headLeaf(const DeviceId &device, const ChainHead &head)
{
    return device.toString().toLatin1() + '\n' + QByteArray::number(head.seq) + '\n' +
           crypto::base64UrlEncode(crypto::bytesOf(head.hash));
}

Result<QByteArray> signCheckpoint(const Heads &heads, UtcTime at, const UserId &signer,
                                  const crypto::P256PrivateKey &key)
{
    const QByteArray root = merkle::root(leavesOf(heads));
    const QJsonObject payload{
        {u"at"_s, toMs(at)},
        {u"signer"_s, signer.toString()},
        {u"devices"_s, static_cast<qint64>(heads.size())},
        {u"root"_s, QString::fromLatin1(crypto::base64UrlEncode(crypto::bytesOf(root)))},
    };
    return crypto::signCompact(compactJson(payload), key, key.publicKey().thumbprint(), checkpointType);
}

Result<Checkpoint> verifyCheckpoint(const QByteArray &compactJws, const crypto::P256PublicKey &key)
{
    const auto verified = crypto::verifyCompact(compactJws, key, checkpointLimitBytes);
    if (!verified)
        return damagedCheckpoint(verified.error().detail);
    if (verified->typ != checkpointType)
        return damagedCheckpoint(u"another kind of document"_s);
    const QJsonObject payload = QJsonDocument::fromJson(verified->payload).object();
    const auto at = readInteger(payload, "at"_L1, 0, latestMs);
    const auto signer = readId<UserId>(payload, "signer"_L1);
    const auto devices = readInteger(payload, "devices"_L1, 0, latestMs);
    const auto root = crypto::base64UrlDecode(readString(payload, "root"_L1, 43).value_or(QString()).toLatin1());
    if (!at || !signer || !devices || !root || root->size() != 32)
        return damagedCheckpoint(u"a field is missing or out of range"_s);
    return Checkpoint{fromMs(*at), *signer, *devices, *root};
}

Result<InclusionProof> proveHead(const Heads &heads, const DeviceId &device)
{
    const auto found = heads.find(device);
    if (found == heads.end())
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("Ledger", "This PC is not part of the checkpoint."),
                     u"device %1 is not among the heads"_s.arg(device.toString())};
    const auto index = std::distance(heads.begin(), found);
    return InclusionProof{index, merkle::auditPath(leavesOf(heads), static_cast<std::size_t>(index))};
}

bool verifyHead(const Checkpoint &checkpoint, const DeviceId &device, const ChainHead &head,
                const InclusionProof &proof)
{
    return proof.index >= 0 && proof.index < checkpoint.devices &&
           merkle::verifyPath(headLeaf(device, head), static_cast<std::size_t>(proof.index),
                              static_cast<std::size_t>(checkpoint.devices), proof.path, checkpoint.root);
}

} // namespace consent::ledger
