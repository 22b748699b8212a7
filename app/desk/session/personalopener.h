#pragma once

#include "cache/projection/projector.h"

namespace consent::desk {

struct OpenDesk;

/// Opens personal parts with the desk's keys. What can't be opened any more (erased) is projected without. Cache
/// thread; the open desk outlives it.
cache::Projector::Opener personalOpener(OpenDesk &open);

} // namespace consent::desk
