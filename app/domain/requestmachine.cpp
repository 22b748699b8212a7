#include "domain/requestmachine.h"

#include <QCoreApplication>

#include <algorithm>

namespace consent::domain::requestmachine {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(RequestMachine)
};

using State = RequestState;
using Step = RequestStep;

constexpr RequestActors everyDesk{RequestActor::Agent, RequestActor::Counter, RequestActor::PrivacyOfficer};
constexpr RequestActors everyReader = everyDesk | RequestActor::Supervisor;

bool isUnverified(State state)
{
    return state == State::Received || state == State::AwaitingPapers;
}

Error conflict(const QString &message)
{
    return Error{ErrorKind::Conflict, message, QStringLiteral("request step")};
}

/// Why a step can't be taken, said for the one who tried.
QString refusal(const RequestStanding &standing, Step step)
{
    if (step == Step::Object)
        return Text::tr("Only a refusal that the person was told can be objected to.");
    if (standing.state == State::Closed)
        return Text::tr("This request is closed. Write down a new one if the person asks again.");
    if (isUnverified(standing.state) && needsVerification(step))
        return Text::tr("Who asks is not established yet. Check the identity first.");
    if (isWithoutDelay(standing.kind) && (step == Step::Pause || step == Step::Extend))
        return Text::tr("This has to be done without delay: it can't be deferred.");
    if (isWithoutDelay(standing.kind) && step == Step::Refuse && standing.state == State::Verified)
        return Text::tr("The person's own withdrawal can't be refused once they are identified.");
    if (step == Step::TellResult && standing.state == State::Fulfilled)
        return Text::tr("Third parties that got the wrong data have to be told first.");
    if (step == Step::RecipientTold && standing.state == State::Fulfilled)
        return Text::tr("Every third party has been told already.");
    return Text::tr("That can't be done while the request is in the state “%1”.").arg(label(standing.state));
}

std::optional<State> target(const RequestStanding &standing, Step step)
{
    const State state = standing.state;
    const auto from = [state](State expected, State to) {
        return state == expected ? std::optional(to) : std::nullopt;
    };
    switch (step) {
    case Step::VerifyIdentity:
        return isUnverified(state) ? std::optional(State::Verified) : std::nullopt;
    case Step::AskPapers:
        return from(State::Received, State::AwaitingPapers);
    case Step::PapersCame:
        return from(State::AwaitingPapers, State::Received);
    case Step::Pause:
        return isWithoutDelay(standing.kind) ? std::nullopt : from(State::Verified, State::Paused);
    case Step::Resume:
        return from(State::Paused, State::Verified);
    case Step::Extend:
        return isWithoutDelay(standing.kind) ? std::nullopt : from(State::Verified, State::Verified);
    case Step::Complete:
        return from(State::Verified, State::Fulfilled);
    case Step::Refuse:
        return refusalGrounds(standing.kind, state).empty() ? std::nullopt : std::optional(State::Refused);
    case Step::RecipientTold:
        return standing.recipientsToTell > 0 ? from(State::Fulfilled, State::Fulfilled) : std::nullopt;
    case Step::TellResult:
        if (state == State::Fulfilled && standing.recipientsToTell > 0)
            return std::nullopt;
        return state == State::Fulfilled || state == State::Refused ? std::optional(State::Closed) : std::nullopt;
    case Step::Cancel:
        return isUndecided(state) ? std::optional(State::Closed) : std::nullopt;
    case Step::Expire:
        return from(State::AwaitingPapers, State::Closed);
    case Step::Object:
        return standing.refused ? from(State::Closed, State::Received) : std::nullopt;
    }
    Q_UNREACHABLE();
}

RequestActors completers(RequestKind kind)
{
    switch (kind) {
    case RequestKind::Access:
    case RequestKind::ProofOfAccess:
        return {RequestActor::Counter, RequestActor::PrivacyOfficer};
    case RequestKind::Correction:
    case RequestKind::Withdrawal:
    case RequestKind::Leaving:
        return everyDesk;
    case RequestKind::Erasure:
    case RequestKind::Suspension:
        return RequestActor::PrivacyOfficer;
    }
    Q_UNREACHABLE();
}

} // namespace

Result<State> after(const RequestStanding &standing, Step step)
{
    if (const auto state = target(standing, step))
        return *state;
    return conflict(refusal(standing, step));
}

RequestActors holders(RequestKind kind, Step step)
{
    switch (step) {
    case Step::VerifyIdentity:
    case Step::Cancel:
        return everyDesk;
    case Step::TellResult:
        // Closing an erasure that was granted destroys the keys, here and at the centre.
        return kind == RequestKind::Erasure ? RequestActors(RequestActor::PrivacyOfficer) : everyReader;
    case Step::AskPapers:
    case Step::PapersCame:
    case Step::RecipientTold:
    case Step::Object: // never harder than the request was (PIPA 38(4))
        return everyReader;
    case Step::Pause:
    case Step::Resume:
    case Step::Extend:
    case Step::Refuse:
    case Step::Expire:
        return RequestActor::PrivacyOfficer;
    case Step::Complete:
        return completers(kind);
    }
    Q_UNREACHABLE();
}

RequestActors openers()
{
    return everyReader;
}

Result<State> step(const RequestStanding &standing, Step step, RequestActors actor)
{
    if ((actor & holders(standing.kind, step)) == RequestActors()) {
        return Error{
            ErrorKind::NotAllowed,
            Text::tr("Your user may not do this step (%1). Hand the request to the privacy officer.").arg(label(step)),
            QStringLiteral("request actor")};
    }
    return after(standing, step);
}

bool releasesData(const RequestStanding &standing, bool frozen)
{
    const bool shows = standing.kind == RequestKind::Access || standing.kind == RequestKind::ProofOfAccess;
    return shows && !frozen && (standing.state == State::Verified || standing.state == State::Fulfilled);
}

bool needsVerification(Step step)
{
    switch (step) {
    case Step::Pause:
    case Step::Resume:
    case Step::Extend:
    case Step::Complete:
    case Step::RecipientTold:
        return true;
    case Step::VerifyIdentity:
    case Step::AskPapers:
    case Step::PapersCame:
    case Step::Refuse:
    case Step::TellResult: // of a refusal as well
    case Step::Cancel:
    case Step::Expire:
    case Step::Object:
        return false;
    }
    Q_UNREACHABLE();
}

std::vector<RefusalGround> refusalGrounds(RequestKind kind, State state)
{
    using Ground = RefusalGround;
    if (isUnverified(state))
        return {Ground::NotIdentified, Ground::PapersMissing};
    if (!isUndecided(state) || isWithoutDelay(kind))
        return {};
    switch (kind) {
    case RequestKind::Access:
    case RequestKind::ProofOfAccess:
        return {Ground::ForbiddenByLaw, Ground::HarmsOthers, Ground::NothingHeld, Ground::Other};
    case RequestKind::Correction:
        return {Ground::LegalObligation, Ground::NothingHeld, Ground::Other};
    case RequestKind::Erasure:
        return {Ground::LegalObligation, Ground::NothingHeld};
    case RequestKind::Suspension:
        return {Ground::LegalObligation, Ground::HarmsOthers, Ground::ContractImpossible, Ground::Other};
    case RequestKind::Withdrawal:
    case RequestKind::Leaving:
        break;
    }
    return {};
}

bool freezes(RequestKind kind, State state)
{
    return kind == RequestKind::Correction && isUndecided(state);
}

} // namespace consent::domain::requestmachine
