#pragma once

#include "base/result.h"
#include "cache/store/eventstore.h"
#include "central/storelookup.h"
#include "desk/session/opendesk.h"

#include <vector>

namespace consent::desk {

/// By what the central store finds people without knowing them: made here, where their names can be read.
namespace SubjectTokens {

/// The tokens of everybody whom these events register or correct, as they stand now. Nothing of somebody whose personal
/// part can't be read (any more). Cache thread.
Result<std::vector<central::SubjectToken>> of(OpenDesk &open, const std::vector<cache::StoredEvent> &events);

} // namespace SubjectTokens

} // namespace consent::desk
