#pragma once

#include "desk/contacts/contactviews.h"
#include "desk/people/subjectcards.h"
#include "desk/session/eventrecorder.h"
#include "desk/session/opendesk.h"

/// Ending consent, and taking back what was mis-keyed. Cache thread, inside the caller's transaction; rights are the
/// caller's business.
namespace consent::desk::contactending {

/// The people with a number, each with what can be ended.
Result<StopTargets> targetsOf(OpenDesk &open, const QString &digits, const subjectcards::Asking &asking);
Result<StopTarget> targetOf(OpenDesk &open, const cache::SubjectRecord &person, const subjectcards::Asking &asking);

/// The person who stands for a number that nobody is known by: found, or registered with the number alone.
Result<SubjectId> personOfNumber(OpenDesk &open, EventRecorder &recorder, const QString &digits);

/// See ContactDesk::end().
Result<RecordedEnding> end(OpenDesk &open, EventRecorder &recorder, const SubjectId &subject, const Ending &ending,
                           int resultNoticeDays);
/// See ContactDesk::takeBack().
Result<void> takeBack(OpenDesk &open, EventRecorder &recorder, const RecordedEnding &ending,
                      domain::MistakeReason reason);

} // namespace consent::desk::contactending
