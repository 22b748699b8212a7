#include "desk/log/recordcheck.h"

#include "cache/store/documentstore.h"
#include "cache/store/eventstore.h"
#include "crypto/jws.h"
#include "crypto/p256.h"

#include <QCoreApplication>

namespace consent::desk {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("RecordCheck", text);
}

} // namespace

RecordCheck checkRecord(OpenDesk &open, const ledger::SignedEvent &record)
{
    const auto device = open.cache->documents().find(cache::documentkinds::device, record.event.device.toString());
    if (!device || !device->has_value())
        return {false, say(QT_TRANSLATE_NOOP("RecordCheck",
                                             "Not verified: the key of the device that signed this is not here."))};
    const auto key = crypto::P256PublicKey::fromJwk((*device)->facts.value(u"publicKey").toObject());
    if (!key || !crypto::verifyCompact(record.jws, *key))
        return {false, say(QT_TRANSLATE_NOOP("RecordCheck",
                                             "The signature does not fit: this record was changed after it was signed. "
                                             "Tell the privacy officer."))};
    if (record.event.seq > 1) {
        const auto before = open.cache->events().ofDevice(record.event.device, record.event.seq - 1, 1);
        if (!before || before->empty() || before->front().event.hash != record.event.prev)
            return {false, say(QT_TRANSLATE_NOOP(
                               "RecordCheck", "The record before this one is missing or was changed. Tell the privacy "
                                              "officer."))};
    }
    return {true, say(QT_TRANSLATE_NOOP("RecordCheck", "Signature and place in the device's chain verified."))};
}

} // namespace consent::desk
