#pragma once

#include "base/result.h"
#include "desk/calls/callinprogress.h"
#include "desk/calls/receiptdocument.h"
#include "desk/log/documentdesk.h"
#include "desk/session/eventrecorder.h"
#include "desk/session/opendesk.h"
#include "domain/organisation.h"
#include "domain/script.h"

#include <vector>

/// Publishing and finding notices and scripts on the open desk. Cache thread; inside the caller's transaction.
namespace consent::desk::publishing {

/// See DocumentDesk::publishNotice(); rights are the caller's business.
Result<NoticeRow> publishNotice(OpenDesk &open, EventRecorder &recorder, const NoticeImport &file);
Result<ScriptRow> publishScript(OpenDesk &open, EventRecorder &recorder, const QByteArray &json,
                                const domain::Organisation &organisation);
/// Every fault of form and of publishing, as "path: sentence".
std::vector<QString> scriptFaults(const QByteArray &json, const domain::Organisation &organisation);

Result<std::vector<NoticeRow>> notices(OpenDesk &open);
Result<std::vector<ScriptRow>> scripts(OpenDesk &open);

/// What calls are held by today: the newest script, and the notice that is in force.
/// @return NotFound, saying which is missing and how to publish it.
Result<CallDocuments> current(OpenDesk &open, QDate today);
/// The documents by which an older call was held.
Result<CallDocuments> held(OpenDesk &open, const ledger::DocumentReference &script,
                           const ledger::DocumentReference &notice);
/// By what a contact was held: the script that was read and the notice that was in force.
struct ContactDocuments
{
    domain::Script script;
    NoticeTitle notice;
};
/// @return NotFound when this desk does not have one of them; Conflict when the bytes of the script differ.
Result<ContactDocuments> documentsOf(OpenDesk &open, const ledger::DocumentReference &script,
                                     const ledger::DocumentReference &notice);
/// The newest published script; NotFound when there is none.
Result<domain::Script> newestScript(OpenDesk &open);

} // namespace consent::desk::publishing
