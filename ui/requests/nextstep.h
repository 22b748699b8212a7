#pragma once

#include "desk/requests/requestviews.h"

#include <QString>

#include <optional>

namespace consent::ui {

/// What a request waits for on this desk: the sentence at its top and the key that goes on from there.
struct NextStep
{
    domain::RequestStep step = domain::RequestStep::VerifyIdentity;
    QString sentence;
    QString key;
    bool missing = false; ///< Something is lacking; otherwise it is simply the turn of this step.
};

/// Nothing when it is over, or when nothing can be done here and now.
std::optional<NextStep> nextStepOf(const desk::RequestView &request);

} // namespace consent::ui
