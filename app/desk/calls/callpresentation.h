#pragma once

#include "desk/calls/callinprogress.h"
#include "desk/calls/callviews.h"

namespace consent::desk {

/// What the call page shows of a call. Immediate and pure.
CallState presentCall(const CallInProgress &call);

} // namespace consent::desk
