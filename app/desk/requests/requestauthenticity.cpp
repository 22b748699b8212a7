#include "base/continuation.h"
#include "desk/requests/authenticityservice.h"
#include "desk/requests/requestdeskwork_p.h"

#include <QPromise>

// Asking whether a document is genuine: the record that something goes out is on disk before it goes.
namespace consent::desk {

using namespace Qt::StringLiterals;

namespace {

AuthenticityOutcome::Verdict verdictOf(Authenticity verdict)
{
    switch (verdict) {
    case Authenticity::Genuine:
        return AuthenticityOutcome::Verdict::Genuine;
    case Authenticity::NotGenuine:
        return AuthenticityOutcome::Verdict::NotGenuine;
    case Authenticity::Unknown:
        return AuthenticityOutcome::Verdict::Unknown;
    }
    Q_UNREACHABLE();
}

QString sentenceFor(AuthenticityOutcome::Verdict verdict)
{
    switch (verdict) {
    case AuthenticityOutcome::Verdict::Genuine:
        return RequestDesk::tr("The document is genuine.");
    case AuthenticityOutcome::Verdict::NotGenuine:
        return RequestDesk::tr("The document is not genuine. Do not go on; tell your privacy officer.");
    case AuthenticityOutcome::Verdict::Unknown:
        return RequestDesk::tr("The service can't tell. Look at the document itself, or ask for another one.");
    }
    Q_UNREACHABLE();
}

AuthenticityOutcome outcomeOf(const Result<AuthenticityAnswer> &answer, const ProvisionId &provision)
{
    AuthenticityOutcome outcome;
    outcome.provision = provision;
    if (answer) {
        outcome.verdict = verdictOf(answer->verdict);
        outcome.reference = answer->reference;
    }
    outcome.sentence = answer ? sentenceFor(outcome.verdict) : answer.error().message;
    return outcome;
}

} // namespace

QFuture<Result<AuthenticityOutcome>> RequestDesk::checkAuthenticity(const RequestId &request,
                                                                    const AuthenticityInput &input)
{
    const bool byHand = !input.manualReference.trimmed().isEmpty();
    if (!byHand && !m_service) {
        return QtFuture::makeReadyFuture(Result<AuthenticityOutcome>(Error{
            ErrorKind::InvalidArgument,
            tr("There is no authenticity service here. Ask by other means and enter the reference you were given."),
            u"no service"_s}));
    }
    const auto promise = std::make_shared<QPromise<Result<AuthenticityOutcome>>>();
    promise->start();
    const auto end = [promise](const Result<AuthenticityOutcome> &result) {
        promise->addResult(result);
        promise->finish();
    };
    const auto note = [this, request, input, end](const AuthenticityOutcome &outcome) {
        const auto noted = m_work->run<AuthenticityOutcome>([request, input, outcome](RequestWork &work) {
            const auto done = work.noteAuthenticity(request, input, outcome);
            return done ? Result<AuthenticityOutcome>(outcome) : done.error();
        });
        continueOn(noted, this, [this, end](const Result<AuthenticityOutcome> &result) {
            if (result)
                Q_EMIT changed();
            end(result);
        });
    };
    const auto asked =
        m_work->run<ProvisionId>([request, input](RequestWork &work) { return work.askAuthenticity(request, input); });
    continueOn(asked, this, [this, input, byHand, note, end](const Result<ProvisionId> &provision) {
        if (!provision) {
            end(provision.error());
            return;
        }
        const ProvisionId id = *provision;
        if (byHand) {
            note(outcomeOf(
                AuthenticityAnswer{input.manualGenuine ? Authenticity::Genuine : Authenticity::NotGenuine,
                                   input.manualReference.trimmed().left(AuthenticityAnswer::longestReference)},
                id));
            return;
        }
        const auto answered =
            m_service->ask({id.toString(), input.document, input.name, input.number.trimmed(), input.issued});
        continueOn(answered, this,
                   [note, id](const Result<AuthenticityAnswer> &answer) { note(outcomeOf(answer, id)); });
    });
    return promise->future();
}

} // namespace consent::desk
