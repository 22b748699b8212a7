#pragma once

#include "desk/papers/paperdesk.h"
#include "desk/people/subjectviews.h"
#include "desk/requests/requestviews.h"
#include "domain/requestchecklist.h"

#include <QFuture>

#include <vector>

namespace consent::ui {

/// One step of a request with what it takes; only the members of that step count.
struct RequestMove
{
    domain::RequestStep step = domain::RequestStep::VerifyIdentity;
    QString reason; ///< Or the note, where a step has no reason.
    int days = 0;
    domain::RefusalGround ground = domain::RefusalGround::Other;
    std::vector<domain::RequestPaper> papers;
    desk::IdentityInput identity;
    desk::ResultTold told;
    ProvisionId provision;
    bool liftSuspension = false; ///< No step of the request itself: ends what a fulfilled suspension put on the person.
};

/// Port: where requests come from and what moves them. Called on the UI thread; answers come later, the immediate help
/// while typing aside.
class RequestSource
{
public:
    virtual ~RequestSource() = default;
    RequestSource(const RequestSource &) = delete;
    RequestSource &operator=(const RequestSource &) = delete;

    virtual QFuture<Result<desk::RequestCounts>> counts() = 0;
    virtual QFuture<Result<std::vector<desk::RequestSummary>>> list(const desk::RequestFilter &filter) = 0;
    virtual QFuture<Result<desk::RequestView>> open(const RequestId &request) = 0;
    virtual QFuture<Result<desk::RequestView>> receive(const desk::NewRequest &request) = 0;
    virtual QFuture<Result<desk::RequestView>> move(const RequestId &request, const RequestMove &move) = 0;
    virtual QFuture<Result<desk::AuthenticityOutcome>> checkAuthenticity(const RequestId &request,
                                                                         const desk::AuthenticityInput &input) = 0;

    virtual QFuture<Result<std::vector<desk::SubjectSummary>>> search(const QString &text) = 0;
    virtual QFuture<Result<desk::SubjectCard>> person(const SubjectId &subject) = 0;

    virtual QFuture<Result<std::vector<desk::PaperSummary>>> papers(const SubjectId &subject,
                                                                    const RequestId &request) = 0;
    virtual QFuture<Result<desk::IssuedPaper>> issue(const RequestId &request, desk::PaperKind kind) = 0;
    virtual QFuture<Result<desk::IssuedPaper>> again(const EventId &paper) = 0;
    virtual QFuture<Result<void>> used(const EventId &paper, desk::PaperUse use) = 0;

    virtual std::vector<domain::PaperNeed> papersFor(domain::RequestKind kind, domain::Requester requester,
                                                     domain::RequestChannel channel) const = 0;
    virtual desk::DocumentHelp documentHelp(domain::DocumentKind kind, const QString &number) const = 0;
    virtual desk::RequestClock clockFor(domain::RequestKind kind) const = 0;
    /// Whether there is a service to ask over the network; otherwise the reference is typed.
    virtual bool hasAuthenticityService() const = 0;

protected:
    RequestSource() = default;
};

} // namespace consent::ui
