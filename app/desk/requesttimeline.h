#pragma once

#include "cache/requeststore.h"
#include "desk/requestviews.h"
#include "desk/staffnames.h"

#include <vector>

/// What happened to a request, in sentences. Cache thread.
namespace consent::desk::requesttimeline {

/// Fills timeline, checks, and the reasons of a refusal and of a deferral that stands.
void fill(RequestView &view, const std::vector<cache::RequestEventRow> &events, StaffNames &names);

} // namespace consent::desk::requesttimeline
