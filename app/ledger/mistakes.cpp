#include "ledger/mistakes.h"

#include "ledger/contactfacts.h"
#include "ledger/eventtypes.h"

namespace consent::ledger {

bool undoes(const Event &mistake, const Event &ending)
{
    if (mistake.type != eventtypes::consentMistaken || mistake.v > currentEventVersion ||
        (ending.type != eventtypes::consentOptedOut && ending.type != eventtypes::consentWithdrawn))
        return false;
    if (!mistake.subject || mistake.subject != ending.subject || mistake.actor != ending.actor ||
        mistake.device != ending.device || mistake.seq <= ending.seq)
        return false;
    const auto facts = ConsentMistaken::fromFacts(mistake.facts);
    if (!facts || facts->mistaken != ending.id)
        return false;
    const qint64 passed = (orderTime(mistake) - orderTime(ending)).count();
    return passed >= 0 && passed <= ConsentMistaken::withinMs;
}

} // namespace consent::ledger
