#pragma once

#include "desk/papers/paper.h"
#include "desk/papers/paperwriting.h"
#include "desk/requests/requestviews.h"

#include <optional>
#include <vector>

/// Which papers a request calls for, and what each says of it. No I/O. Any thread.
namespace consent::desk {

/// Whether a kind of paper can be made out for a request as it stands; when not, why.
struct PaperChoice
{
    PaperKind kind = PaperKind::AccessAnswer;
    bool allowed = false;
    QString why; ///< A sentence; empty when it is allowed.
};

/// Every kind that the request can ever call for, in the order in which they come.
std::vector<PaperChoice> paperChoices(const RequestView &request);

/// Whether the paper is made from the person's data, so that it takes a RequestAnswer.
bool needsAnswer(PaperKind kind);

/// The paper of a request. Precondition: the kind is one of its allowed choices, and there is an answer where it is
/// needed.
/// @param accessPaper number of the answer to the access request that went out before; may be empty
Paper writePaper(PaperKind kind, const paperwriting::Head &head, const RequestView &request,
                 const std::optional<RequestAnswer> &answer, const QString &accessPaper);

} // namespace consent::desk
