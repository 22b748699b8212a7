#pragma once

#include "base/result.h"
#include "desk/calls/callinprogress.h"
#include "desk/session/eventrecorder.h"
#include "desk/session/opendesk.h"
#include "domain/organisation.h"

/// What a call writes, each inside the caller's transaction. Cache thread.
namespace consent::desk::callsaving {

/// Registers the person if that was not done yet. The call itself is not changed.
Result<void> registerSubject(EventRecorder &recorder, const CallInProgress &call);
/// The opt-out of these items (empty: everything optional), registering the person first where needed.
Result<void> optOut(EventRecorder &recorder, const CallInProgress &call, const QStringList &codes);
/// The record of the whole call, with its receipt. Precondition: call.atSummary().
Result<SavedCall> record(OpenDesk &open, EventRecorder &recorder, const CallInProgress &call,
                         const domain::Organisation &organisation, const DeviceId &device, UtcTime now);
/// The receipt of a recorded contact: the same for the same event, but for the moment of issue in its signed form.
Result<ReceiptDocument> receiptOf(OpenDesk &open, const ledger::SignedEvent &event, const domain::Subject &subject,
                                  const domain::Organisation &organisation, UtcTime now);

} // namespace consent::desk::callsaving
