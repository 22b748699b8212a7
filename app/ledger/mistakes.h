#pragma once

#include "ledger/event.h"

namespace consent::ledger {

/// Whether a `consent.mistaken` event takes an opt-out or withdrawal back as if it had never been recorded. It does
/// when it names it, comes from the same user on the same device about the same person, after it in the device's chain
/// and at most ConsentMistaken::withinMs after it in order time. Judged from the two events alone, so every desk judges
/// alike. Both stay in the ledger and in the log.
bool undoes(const Event &mistake, const Event &ending);

} // namespace consent::ledger
