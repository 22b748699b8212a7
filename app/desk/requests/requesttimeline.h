#pragma once

#include "cache/projection/requeststore.h"
#include "desk/requests/requestviews.h"
#include "desk/session/staffnames.h"

#include <vector>

/// What happened to a request, in sentences. Cache thread.
namespace consent::desk::requesttimeline {

/// Fills timeline, checks, and the reasons of a refusal and of a deferral that stands.
void fill(RequestView &view, const std::vector<cache::RequestEventRow> &events, StaffNames &names);

} // namespace consent::desk::requesttimeline
