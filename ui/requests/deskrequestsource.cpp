#include "ui/requests/deskrequestsource.h"

#include "base/continuation.h"
#include "desk/papers/paperchoices.h"
#include "desk/people/subjectdesk.h"
#include "desk/requests/requestdesk.h"
#include "ui/requests/paperpdf.h"

namespace consent::ui {

using desk::IssuedPaper;
using desk::RequestView;
using domain::RequestStep;

namespace {

/// What the inner answer will be, once the outer one is there.
template <typename T> void finishWith(const std::shared_ptr<QPromise<Result<T>>> &promise, const Result<T> &result)
{
    promise->addResult(result);
    promise->finish();
}

} // namespace

DeskRequestSource::DeskRequestSource(desk::RequestDesk &requests, desk::SubjectDesk &subjects, desk::PaperDesk &papers,
                                     QObject *parent)
    : QObject(parent)
    , m_requests(requests)
    , m_subjects(subjects)
    , m_papers(papers)
    , m_printer(std::make_shared<const PaperPdf>())
{
}

QFuture<Result<desk::RequestCounts>> DeskRequestSource::counts()
{
    return m_requests.counts();
}

QFuture<Result<std::vector<desk::RequestSummary>>> DeskRequestSource::list(const desk::RequestFilter &filter)
{
    return m_requests.list(filter);
}

QFuture<Result<RequestView>> DeskRequestSource::open(const RequestId &request)
{
    return m_requests.open(request);
}

QFuture<Result<RequestView>> DeskRequestSource::receive(const desk::NewRequest &request)
{
    return m_requests.receive(request);
}

QFuture<Result<RequestView>> DeskRequestSource::move(const RequestId &request, const RequestMove &move)
{
    if (move.liftSuspension)
        return m_requests.liftSuspension(request, move.reason);
    switch (move.step) {
    case RequestStep::VerifyIdentity:
        return m_requests.verifyIdentity(request, move.identity);
    case RequestStep::AskPapers:
        return m_requests.askPapers(request, move.papers, move.reason);
    case RequestStep::PapersCame:
        return m_requests.papersCame(request, move.reason);
    case RequestStep::Pause:
        return m_requests.pause(request, move.reason);
    case RequestStep::Resume:
        return m_requests.resume(request, move.reason);
    case RequestStep::Extend:
        return m_requests.extend(request, move.days, move.reason);
    case RequestStep::Complete:
        return m_requests.complete(request, move.reason);
    case RequestStep::Refuse:
        return m_requests.refuse(request, {move.ground, move.reason});
    case RequestStep::RecipientTold:
        return m_requests.recipientTold(request, move.provision, move.reason);
    case RequestStep::TellResult:
        return m_requests.tellResult(request, move.told);
    case RequestStep::Cancel:
        return m_requests.cancel(request, move.reason);
    case RequestStep::Expire:
        return m_requests.expire(request, move.reason);
    case RequestStep::Object:
        return m_requests.object(request, move.reason);
    }
    Q_UNREACHABLE();
}

QFuture<Result<desk::AuthenticityOutcome>> DeskRequestSource::checkAuthenticity(const RequestId &request,
                                                                                const desk::AuthenticityInput &input)
{
    return m_requests.checkAuthenticity(request, input);
}

QFuture<Result<std::vector<desk::SubjectSummary>>> DeskRequestSource::search(const QString &text)
{
    return m_subjects.search(text);
}

QFuture<Result<desk::SubjectCard>> DeskRequestSource::person(const SubjectId &subject)
{
    return m_subjects.open(subject);
}

QFuture<Result<std::vector<desk::PaperSummary>>> DeskRequestSource::papers(const SubjectId &subject,
                                                                           const RequestId &request)
{
    return m_papers.ofRequest(subject, request);
}

/// The request is read afresh: a paper never says what was true a while ago.
QFuture<Result<IssuedPaper>> DeskRequestSource::issue(const RequestId &request, desk::PaperKind kind)
{
    auto promise = std::make_shared<QPromise<Result<IssuedPaper>>>();
    promise->start();
    const auto finish = [promise](const Result<IssuedPaper> &issued) { finishWith(promise, issued); };
    continueOn(m_requests.open(request), this, [this, request, kind, promise, finish](const Result<RequestView> &view) {
        if (!view)
            return finishWith<IssuedPaper>(promise, view.error());
        if (!desk::needsAnswer(kind)) {
            continueOn(m_papers.issue(*view, {}, kind, m_printer), this, finish);
            return;
        }
        continueOn(m_requests.answer(request), this,
                   [this, kind, promise, finish, view = *view](const Result<desk::RequestAnswer> &answer) {
                       if (!answer)
                           return finishWith<IssuedPaper>(promise, answer.error());
                       continueOn(m_papers.issue(view, *answer, kind, m_printer), this, finish);
                   });
    });
    return promise->future();
}

QFuture<Result<IssuedPaper>> DeskRequestSource::again(const EventId &paper)
{
    return m_papers.again(paper, m_printer);
}

QFuture<Result<void>> DeskRequestSource::used(const EventId &paper, desk::PaperUse use)
{
    return m_papers.used(paper, use);
}

std::vector<domain::PaperNeed> DeskRequestSource::papersFor(domain::RequestKind kind, domain::Requester requester,
                                                            domain::RequestChannel channel) const
{
    return m_requests.papersFor(kind, requester, channel);
}

desk::DocumentHelp DeskRequestSource::documentHelp(domain::DocumentKind kind, const QString &number) const
{
    return m_requests.documentHelp(kind, number);
}

bool DeskRequestSource::hasAuthenticityService() const
{
    return m_requests.hasAuthenticityService();
}

desk::RequestClock DeskRequestSource::clockFor(domain::RequestKind kind) const
{
    return m_requests.clockFor(kind);
}

} // namespace consent::ui
