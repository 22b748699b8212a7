#pragma once

#include "base/clock.h"
#include "base/result.h"

namespace consent::cache {
class Cache;
}

namespace consent::desk {

/// For how long a desk of a shared store opens without asking it. By the PC's clock, which somebody could set back: the
/// latest moment that the desk has seen is kept, and an earlier one does not count. Cache thread.
namespace desklease {

/// How far a clock may be corrected backwards without being doubted.
constexpr auto tolerance = std::chrono::minutes(10);

/// @return NotAllowed, with a sentence that says what to do, when the store must be asked first.
Result<void> check(cache::Cache &cache, std::chrono::hours lease, UtcTime now);
/// The desk was opened, or the store answered.
Result<void> saw(cache::Cache &cache, UtcTime now);
/// The store said that all is well.
Result<void> renew(cache::Cache &cache, UtcTime now);

} // namespace desklease

} // namespace consent::desk
