#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/organisation.h"
#include "ledger/event.h"

#include <QByteArray>
#include <QJsonObject>

#include <span>
#include <vector>

namespace consent::crypto {
class P256PrivateKey;
class P256PublicKey;
} // namespace consent::crypto

namespace consent::ledger {

/// Where one field of the record comes from.
struct ReceiptField
{
    const char *section; ///< JSON path of the object that holds it; "[]" for each of an array.
    const char *name;
    const char *source;   ///< What of ours fills it.
    bool standard = true; ///< Named by ISO/IEC TS 27560; otherwise an addition of ours, which readers may skip.
    bool always = true;   ///< In every receipt; otherwise where there is something to say.
};

/// The whole mapping from our events, scripts and organisation file to ISO/IEC TS 27560:2023, clause 6. A test holds
/// every receipt against it, in both directions.
std::span<const ReceiptField> receiptFields();

/// What a receipt says beyond the event itself.
struct ReceiptContext
{
    const domain::Organisation &organisation;
    const std::vector<domain::ConsentItem> &items; ///< Of the script that was read.
    UtcTime issuedAt{};
};

/// The consent record and the receipt's own data as JSON, from a `consent.captured` event. Names nobody: the person is
/// its subject id.
/// @return InvalidArgument when it is another event, or one of its items is not among those of the script.
Result<QJsonObject> receiptRecord(const SignedEvent &captured, const ReceiptContext &context);

/// A compact JWS (typ consent-receipt+jws) that any JOSE tool verifies with the device's public key.
Result<QByteArray> signReceipt(const QJsonObject &record, const crypto::P256PrivateKey &key);
/// @return Damaged when the signature or the kind is wrong.
Result<QJsonObject> verifyReceipt(const QByteArray &compactJws, const crypto::P256PublicKey &key);

} // namespace consent::ledger
