#pragma once

#include "domain/request.h"

#include <vector>

namespace consent::domain {

/// One line of what a requester has to show: any one of the papers is enough.
struct PaperNeed
{
    std::vector<RequestPaper> anyOf; ///< The first is the usual one.
};

/// What has to be shown (policy chapter 8; Decree of PIPA 45, 46): the person their own identity, on the phone by
/// questions; a guardian that they are, and who they are; an agent mandate, seal certificate and own identity, never by
/// questions alone. A withdrawal is never harder than the consent was: on the phone questions are enough (PIPA 38(4)).
std::vector<PaperNeed> papersFor(RequestKind kind, Requester requester, RequestChannel channel);

/// The lines that the papers at hand do not meet.
std::vector<PaperNeed> missingPapers(const std::vector<PaperNeed> &needs, const std::vector<RequestPaper> &present);

/// "mandate or family proof": for sentences.
QString paperList(const PaperNeed &need);

/// What counts as the paper, in a sentence.
QString paperHelp(RequestPaper paper);

} // namespace consent::domain
