#pragma once

#include "domain/script.h"

namespace consent::domain {

/// Whether a well-formed script may be published: that it asks separately what the law separates, tells before each
/// question what must be told, lets nobody into a dead end, and keeps what refusing means. Every fault, in order of the
/// file.
/// @param organisation names the statutes, if any, on which resident registration numbers are taken.
std::vector<ScriptFault> publishFaults(const Script &script, const Organisation &organisation);

} // namespace consent::domain
