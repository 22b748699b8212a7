#pragma once

#include "desk/callinprogress.h"
#include "desk/callviews.h"

namespace consent::desk {

/// What the call page shows of a call. Immediate and pure.
CallState presentCall(const CallInProgress &call);

} // namespace consent::desk
