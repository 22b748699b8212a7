#pragma once

#include "base/id.h"
#include "base/result.h"
#include "desk/session/staff.h"

/// Whether data of a person may be used at all (policy chapter 8: neither used nor provided while a correction is open;
/// PIPA 37: suspended). What protects the person - an opt-out, a withdrawal, the request itself - is never guarded.
/// Cache thread.
namespace consent::desk {

struct OpenDesk;

namespace freezeguard {

/// Whether the person is frozen, or somebody who is the same person.
Result<bool> isFrozen(OpenDesk &open, const SubjectId &subject);
/// @return NotAllowed, with a sentence for the desk, when the person is frozen.
Result<void> require(OpenDesk &open, const SubjectId &subject);
/// The same, except for who handles the request: the privacy officer, who answers for the request desk and may have to
/// reach the person about it. The agent who takes the call needs nothing that is not on the card.
Result<void> requireUnlessHandling(OpenDesk &open, const SubjectId &subject, Roles roles);
/// @return NotAllowed when anybody is frozen: for what can't leave people out, such as a copy of the whole cache
Result<void> requireNobody(OpenDesk &open);

} // namespace freezeguard
} // namespace consent::desk
