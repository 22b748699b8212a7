#pragma once

#include "base/result.h"
#include "domain/callrequest.h"

#include <QString>

#include <chrono>
#include <optional>

namespace consent::desk {

/// Gives the request (nothing: just show the window) to the desktop that listens at the address, and waits for its
/// answer. Blocks up to the patience: for the start of the program and for the command line.
/// @return NotFound when nobody listens there; Unavailable when the one who does gives no answer; InvalidArgument with
/// its sentence when it refused.
Result<void> handOver(const QString &address, const std::optional<domain::CallRequest> &request,
                      std::chrono::milliseconds patience);

} // namespace consent::desk
