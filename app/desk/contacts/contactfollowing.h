#pragma once

#include "desk/contacts/contactviews.h"
#include "desk/session/eventrecorder.h"
#include "desk/session/opendesk.h"
#include "domain/organisation.h"

/// Telling outcomes and asking again. Cache thread, inside the caller's transaction; rights are the caller's business.
namespace consent::desk::contactfollowing {

Result<std::vector<ResultNoticeRow>> resultsToTell(OpenDesk &open, const domain::Organisation &organisation,
                                                   UtcTime now, int limit);
Result<void> told(OpenDesk &open, EventRecorder &recorder, const std::vector<EventId> &about, domain::ToldBy channel,
                  UtcTime now);

/// People whose consent to advertising counts no longer from `before` on at the latest, soonest first. Who left, and
/// whose data is frozen, is not asked.
Result<ReconfirmationList> toReconfirm(OpenDesk &open, const domain::Organisation &organisation, UtcTime now,
                                       QDate before, int limit);
/// Records what came of asking again. Silence keeps a consent only where the organisation file lets it, and only what
/// has not run out: Decree 62-3(1) of the Network Act wants the asking before the day that completes two years, and
/// 62-3(2) what has to be said in it (sender, that and when consent was given, how to keep or end it); neither the Act
/// (50(8)) nor the Decree says what silence means, so the company may be stricter, never laxer. What has run out comes
/// back by the person's own word alone.
Result<void> reconfirm(OpenDesk &open, EventRecorder &recorder, const domain::Organisation &organisation, UtcTime now,
                       const SubjectId &subject, const QStringList &items, domain::Reconfirmation outcome,
                       const QString &batch);
/// The list as CSV (UTF-8 with byte order mark, so that Excel reads the Hangul).
Result<QByteArray> batchCsv(OpenDesk &open, const ReconfirmationList &list);

} // namespace consent::desk::contactfollowing
