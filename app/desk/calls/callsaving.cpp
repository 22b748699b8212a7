#include "desk/calls/callsaving.h"

#include "cache/store/devicestore.h"
#include "desk/calls/calldraft.h"
#include "desk/log/publishing.h"
#include "desk/requests/freezeguard.h"
#include "domain/receiptnumber.h"
#include "ledger/eventtypes.h"
#include "ledger/receipt.h"

#include <algorithm>

namespace consent::desk::callsaving {

using namespace Qt::StringLiterals;

namespace {

QJsonObject registration(const domain::Subject &subject)
{
    QJsonObject personal{{u"name"_s, subject.name},
                         {u"phone"_s, subject.phone},
                         {u"birthDate"_s, subject.birthDate.toString(Qt::ISODate)},
                         {u"email"_s, subject.email}};
    if (subject.guardian)
        personal.insert(u"guardian"_s, calldraft::toJson(*subject.guardian));
    return personal;
}

/// What a call that was going on when the person was frozen may not bring in; a refusal may.
bool grantsSomething(const CallInProgress &call)
{
    return std::ranges::any_of(call.capturedFacts({}).items, [](const ledger::CapturedItem &item) {
        return item.decision == domain::Decision::Granted;
    });
}

} // namespace

Result<void> registerSubject(EventRecorder &recorder, const CallInProgress &call)
{
    if (!call.subjectIsNew())
        return {};
    const domain::Subject &subject = call.subject();
    if (auto event = recorder.record(ledger::eventtypes::subjectRegistered, subject.id, {}, registration(subject));
        !event)
        return event.error();
    return {};
}

Result<void> optOut(EventRecorder &recorder, const CallInProgress &call, const QStringList &codes)
{
    auto facts = call.optOutFacts(codes);
    if (!facts)
        return facts.error();
    if (auto registered = registerSubject(recorder, call); !registered)
        return registered;
    const auto after = recorder.latestAbout(call.subject().id);
    if (!after)
        return after.error();
    facts->after = *after;
    if (auto event = recorder.record(ledger::eventtypes::consentOptedOut, call.subject().id, facts->toFacts()); !event)
        return event.error();
    return {};
}

Result<SavedCall> record(OpenDesk &open, EventRecorder &recorder, const CallInProgress &call,
                         const domain::Organisation &organisation, const DeviceId &device, UtcTime now)
{
    if (auto free = grantsSomething(call) ? freezeguard::require(open, call.subject().id) : Result<void>(); !free)
        return free.error();
    if (auto registered = registerSubject(recorder, call); !registered)
        return registered.error();
    const auto sequence = open.cache->device().nextReceipt(koreanDate(now));
    if (!sequence)
        return sequence.error();
    ledger::ConsentCaptured facts =
        call.capturedFacts(domain::ReceiptNumber::make(koreanDate(now), device, *sequence).toString());
    const auto after = recorder.latestAbout(call.subject().id);
    if (!after)
        return after.error();
    facts.after = *after;
    const auto event =
        recorder.record(ledger::eventtypes::consentCaptured, call.subject().id, facts.toFacts(), call.personal());
    if (!event)
        return event.error();
    auto document = receiptOf(open, *event, call.subject(), organisation, now);
    if (!document)
        return document.error();
    return SavedCall{event->event.id, call.subject().id, std::move(*document)};
}

Result<ReceiptDocument> receiptOf(OpenDesk &open, const ledger::SignedEvent &event, const domain::Subject &subject,
                                  const domain::Organisation &organisation, UtcTime now)
{
    const auto facts = ledger::ConsentCaptured::fromFacts(event.event.facts);
    if (!facts)
        return facts.error();
    const auto held = publishing::documentsOf(open, facts->script, facts->notice);
    if (!held)
        return held.error();
    ReceiptDocument document =
        makeReceiptDocument(*facts, held->script, held->notice, organisation, subject, event.hash);
    const auto signedRecord = ledger::receiptRecord(event, {organisation, held->script.items(), now});
    if (!signedRecord)
        return signedRecord.error();
    auto jws = ledger::signReceipt(*signedRecord, open.deviceKey);
    if (!jws)
        return jws.error();
    document.jws = std::move(*jws);
    return document;
}

} // namespace consent::desk::callsaving
