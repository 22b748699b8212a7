#pragma once

#include "cache/projection/requeststore.h"
#include "desk/requests/requestcontext.h"
#include "desk/requests/requestviews.h"
#include "desk/session/opendesk.h"

#include <vector>

/// Putting together what screens show of requests. Cache thread.
namespace consent::desk::requestviewing {

/// @return NotFound with a sentence.
Result<cache::RequestRow> find(OpenDesk &open, const RequestId &request);

RequestClock clockOf(const RequestContext &context, const ledger::RequestRecord &record);
Result<RequestSummary> summary(OpenDesk &open, const RequestContext &context, const cache::RequestRow &row);
/// The most urgent first; those with a stopped clock after the others, what is decided after them, closed ones last.
void sortByUrgency(std::vector<RequestSummary> &requests);
/// The open ones of one person, the most urgent first.
Result<std::vector<RequestSummary>> openOf(OpenDesk &open, const RequestContext &context, const SubjectId &subject);
/// "2 requests, D-3": for headers; empty when there is none.
QString headerLine(const std::vector<RequestSummary> &open);
/// The same for the header of a call. @return NotAllowed when the person is frozen: no call is begun with them.
Result<QString> callHeader(OpenDesk &open, const RequestContext &context, const SubjectId &subject);

Result<RequestView> view(OpenDesk &open, const RequestContext &context, const RequestId &request);
/// See RequestDesk::answer(); whether it may be given is the caller's business.
Result<RequestAnswer> answer(OpenDesk &open, const RequestContext &context, const cache::RequestRow &row);

/// How to object to a refusal or deferral (PIPA 35(5), 38(5): the officer, and the outside bodies).
QString objectionRoute(const domain::Organisation &organisation);

/// Closed requests of one kind, or of all, the latest received first.
Result<ClosedRequests> closed(OpenDesk &open, const RequestContext &context, std::optional<domain::RequestKind> kind,
                              int limit, std::optional<ClosedPlace> after);

} // namespace consent::desk::requestviewing
