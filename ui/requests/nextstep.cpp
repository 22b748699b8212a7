#include "ui/requests/nextstep.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace consent::ui {

using namespace Qt::StringLiterals;
using domain::RequestState;
using domain::RequestStep;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(NextStep)
};

/// The first that the desk allows counts.
std::vector<NextStep> candidates(const desk::RequestView &request)
{
    const QString missing = request.missingPapers.join(u", "_s);
    const NextStep tellRecipient{RequestStep::RecipientTold,
                                 Words::tr("Recipients that had the wrong data have not been told yet."), u"Ctrl+R"_s,
                                 true};
    const bool recipients =
        std::ranges::any_of(request.recipients, [](const desk::RecipientTask &task) { return !task.told; });
    std::vector<NextStep> steps;
    switch (request.summary.state) {
    case RequestState::Received:
        // On the phone a person is asked questions at once; everybody else brings papers.
        if (!missing.isEmpty() && request.summary.requester != domain::Requester::Self)
            steps.push_back({RequestStep::AskPapers, Words::tr("Missing papers: %1").arg(missing), u"F3"_s, true});
        steps.push_back({RequestStep::VerifyIdentity, Words::tr("Next: make sure who asks. Nothing is done before."),
                         u"F2"_s, false});
        break;
    case RequestState::AwaitingPapers:
        steps.push_back(
            {RequestStep::PapersCame,
             missing.isEmpty() ? Words::tr("Waiting for papers.") : Words::tr("Missing papers: %1").arg(missing),
             u"F3"_s, true});
        break;
    case RequestState::Verified:
        if (recipients)
            steps.push_back(tellRecipient);
        steps.push_back({RequestStep::Complete, Words::tr("Next: carry it out."), u"F4"_s, false});
        break;
    case RequestState::Paused:
        steps.push_back(
            {RequestStep::Resume, Words::tr("Paused. The clock stands still until it goes on."), u"F6"_s, true});
        break;
    case RequestState::Fulfilled:
    case RequestState::Refused:
        if (recipients)
            steps.push_back(tellRecipient);
        steps.push_back({RequestStep::TellResult, Words::tr("Next: tell the person the outcome. F9 makes the paper."),
                         u"F10"_s, false});
        break;
    case RequestState::Closed:
        break;
    }
    return steps;
}

} // namespace

std::optional<NextStep> nextStepOf(const desk::RequestView &request)
{
    for (NextStep &step : candidates(request)) {
        const auto action = std::ranges::find(request.actions, step.step, &desk::RequestAction::step);
        if (action != request.actions.end() && action->allowed)
            return std::move(step);
    }
    return std::nullopt;
}

} // namespace consent::ui
