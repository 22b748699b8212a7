#pragma once

#include "base/result.h"
#include "cache/projection/subjectstore.h"
#include "desk/people/subjectviews.h"
#include "desk/session/opendesk.h"
#include "domain/consent.h"
#include "domain/script.h"
#include "domain/subject.h"
#include "ledger/consentprojection.h"

#include <map>

/// Putting together what screens show of a person. Cache thread.
namespace consent::desk::subjectcards {

/// The language in which the program speaks to the one who works with it.
domain::Language screenLanguage();

SubjectSummary summary(const domain::Subject &subject);
/// The person, under whichever of their registrations they are asked for: the one that they go on under, with what only
/// another one tells.
/// @return NotFound, with a sentence, when this desk does not have the person.
Result<cache::SubjectRecord> find(OpenDesk &open, const SubjectId &subject);

/// When it is asked: a consent to advertising expires by the day, without an event (Network Act 50(8)).
struct Asking
{
    UtcTime now{};
    int reconfirmMonths = 0; ///< Organisation::reconfirmMonths
};

/// Where every item of the script stands for a person, in the order of the script.
Result<std::vector<ItemState>> itemStates(OpenDesk &open, const SubjectId &subject, const domain::Script &script,
                                          const Asking &asking);
/// When the person last confirmed each item, under any of their registrations (Network Act 50(8)).
Result<std::map<QString, UtcTime>> keptOf(OpenDesk &open, const SubjectId &subject);
/// The same from statements of one person.
std::vector<ItemState> itemStates(const std::vector<ledger::ConsentStatement> &statements,
                                  const std::map<QString, UtcTime> &kept, const domain::Script &script,
                                  const Asking &asking);
/// The same for somebody of whom nothing is known yet.
std::vector<ItemState> freshItemStates(const domain::Script &script);

/// Registrations that were found, as people: each person once, where the first of their registrations stood.
Result<std::vector<cache::SubjectRecord>> people(OpenDesk &open, const std::vector<cache::SubjectRecord> &found);

} // namespace consent::desk::subjectcards
