#include "ledger/eventcheck.h"

#include "crypto/base64url.h"
#include "ledger/consentfacts.h"
#include "ledger/eventformat_p.h"
#include "ledger/eventtypes.h"

using namespace Qt::StringLiterals;

namespace consent::ledger {

namespace {

/// The fault in the facts of a type that this version knows; empty when there is none.
QString contentFault(const Event &event)
{
    if (event.v > currentEventVersion)
        return {};
    if (event.type == eventtypes::consentCaptured) {
        const auto facts = ConsentCaptured::fromFacts(event.facts);
        return facts ? QString() : facts.error().detail;
    }
    if (event.type == eventtypes::consentWithdrawn || event.type == eventtypes::consentOptedOut) {
        const auto facts = ConsentEnded::fromFacts(event.facts);
        return facts ? QString() : facts.error().detail;
    }
    if (event.type == eventtypes::deviceEnrolled)
        return announcedKey(event) ? QString() : u"an enrolment that is not first, or announces no key"_s;
    return {};
}

} // namespace

std::optional<DeviceKey> announcedKey(const Event &event)
{
    if (event.seq != 1 || event.type != eventtypes::deviceEnrolled)
        return std::nullopt;
    auto key = crypto::P256PublicKey::fromJwk(event.facts.value("publicKey"_L1).toObject());
    if (!key)
        return std::nullopt;
    QString thumbprint = key->thumbprint();
    return DeviceKey{*std::move(key), std::move(thumbprint)};
}

CheckedEvent checkEvent(const StoredEvent &stored, const DeviceKey *key)
{
    const auto failed = [&stored](ChainFault fault, const QString &detail) {
        return CheckedEvent{BrokenEvent{stored.device, stored.seq, fault, detail}, std::nullopt};
    };
    auto read = parseEvent(stored.jws);
    if (!read)
        return failed(ChainFault::Unreadable, read.error().detail);
    if (read->hash != stored.hash)
        return failed(ChainFault::WrongHash, u"stored hash differs"_s);
    if (read->event.device != stored.device || read->event.seq != stored.seq)
        return failed(ChainFault::Misplaced,
                      u"the text says device %1, seq %2"_s.arg(read->event.device.toString()).arg(read->event.seq));
    if (key == nullptr)
        return failed(ChainFault::UnknownDevice, u"no enrolment with a key, or not the expected key"_s);
    if (read->kid != key->thumbprint)
        return failed(ChainFault::WrongKey, u"signed with key %1"_s.arg(read->kid));
    const SignatureParts parts = signatureParts(stored.jws);
    if (!key->key.verify(crypto::bytesOf(parts.signingInput), crypto::bytesOf(parts.signature)))
        return failed(ChainFault::BadSignature, u"the signature does not fit the text"_s);
    if (const QString fault = contentFault(read->event); !fault.isEmpty())
        return failed(ChainFault::BadContent, fault);
    return {std::nullopt, *std::move(read)};
}

} // namespace consent::ledger
