#pragma once

#include "base/result.h"
#include "domain/request.h"

#include <vector>

namespace consent::domain {

/// What the rules on a step need to know of a request.
struct RequestStanding
{
    RequestKind kind = RequestKind::Access;
    RequestState state = RequestState::Received;
    int recipientsToTell = 0; ///< Third parties that have wrong data and were not told yet.
    bool refused = false;     ///< Closed because it was refused: the person may object.

    friend bool operator==(const RequestStanding &, const RequestStanding &) = default;
};

/// The state machine of requests: pure, and the same on every desk. Nothing that was asked for is done, and no data is
/// given out, on a path that does not go through VerifyIdentity. An objection to a refusal (PIPA 38(5)) begins again at
/// Received: whoever objects has to be known too. It may come any number of times; the law sets no limit.
namespace requestmachine {

/// Where the step leads.
/// @return Conflict with a sentence when it can't be taken from here.
Result<RequestState> after(const RequestStanding &standing, RequestStep step);

/// Who may take the step (least privilege, policy chapter 10). Deferring, extending, refusing, erasing and suspending
/// are the privacy officer's; what the person may ask for on the phone, the agent does on the phone (PIPA 38(4)).
RequestActors holders(RequestKind kind, RequestStep step);
/// Who may write a request down.
RequestActors openers();

/// Both: NotAllowed for who may not, Conflict as after().
Result<RequestState> step(const RequestStanding &standing, RequestStep step, RequestActors actor);

/// Whether the request may show data of the person to the requester: access and proof of access, once verified, until
/// told, and never while the person is frozen.
bool releasesData(const RequestStanding &standing, bool frozen);
/// Whether the step does what was asked for or gives something out, so that it needs a verified requester.
bool needsVerification(RequestStep step);

/// On which grounds a request in this state may be refused (PIPA 35(4), 36(1), 37(2)); empty: on none. Before
/// verification only because of who asks; a withdrawal or leaving of a verified person on none at all.
std::vector<RefusalGround> refusalGrounds(RequestKind kind, RequestState state);

/// Whether a person whose request of this kind stands here is frozen by it: a correction from receipt to decision
/// (policy chapter 8). A suspension freezes by its own events, after it was granted.
bool freezes(RequestKind kind, RequestState state);

} // namespace requestmachine
} // namespace consent::domain
