#pragma once

#include "base/result.h"
#include "desk/requests/requestviews.h"
#include "domain/requestchecklist.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace consent::desk {

class AuthenticityService;
class DeskCore;

/// Requests of data subjects: access, proof of access, correction, erasure, suspension, withdrawal, leaving
/// (policy chapter 8, PIPA 35-38). UI thread; the work is done on the cache thread. Every answer that shows a person is
/// in the access log. A step that can't be taken now, or not by this user, is NotAllowed or Conflict with a sentence.
class RequestDesk : public QObject
{
    Q_OBJECT

public:
    /// @param service the authenticity service over the network; null when the organisation has none
    RequestDesk(DeskCore &core, std::unique_ptr<AuthenticityService> service, QObject *parent); // core outlives this
    ~RequestDesk() override;

    // Looking.

    QFuture<Result<RequestCounts>> counts();
    /// By due date, the most urgent first; those with a stopped clock after the others, the latest 500 closed ones last
    /// (closed() has them all).
    QFuture<Result<std::vector<RequestSummary>>> list(const RequestFilter &filter);
    /// Closed requests, the latest received first, page by page.
    /// @param after where the page before ended (ClosedRequests::next); nothing for the first
    /// @param limit 1 to 1,000
    QFuture<Result<ClosedRequests>> closed(std::optional<domain::RequestKind> kind, int limit,
                                           const std::optional<ClosedPlace> &after = {});
    /// The open requests of one person, the most urgent first. Not logged: says nothing that the card does not.
    QFuture<Result<std::vector<RequestSummary>>> ofSubject(const SubjectId &subject);
    QFuture<Result<RequestView>> open(const RequestId &request);

    // Help while typing. Immediate.

    /// What a requester has to show.
    std::vector<domain::PaperNeed> papersFor(domain::RequestKind kind, domain::Requester requester,
                                             domain::RequestChannel channel) const;
    DocumentHelp documentHelp(domain::DocumentKind kind, const QString &number) const;
    /// When a request that comes now has to be answered.
    RequestClock clockFor(domain::RequestKind kind, std::optional<UtcTime> received = {}) const;
    /// Whether there is a service to ask over the network; otherwise the reference is typed.
    bool hasAuthenticityService() const;

    // Doing. Each comes back with the request as it then stands, on disk.

    /// A correction freezes the person from here on. InvalidArgument names the field.
    QFuture<Result<RequestView>> receive(const NewRequest &request);
    /// Moves to Verified when the check passed and every paper is there; a failed one is recorded and moves nothing.
    QFuture<Result<RequestView>> verifyIdentity(const RequestId &request, const IdentityInput &input);
    /// Asks the service (or takes the reference that the agent got); recorded as a provision to the police.
    QFuture<Result<AuthenticityOutcome>> checkAuthenticity(const RequestId &request, const AuthenticityInput &input);
    QFuture<Result<RequestView>> askPapers(const RequestId &request, const std::vector<domain::RequestPaper> &missing,
                                           const QString &note);
    QFuture<Result<RequestView>> papersCame(const RequestId &request, const QString &note);
    QFuture<Result<RequestView>> pause(const RequestId &request, const QString &reason);
    QFuture<Result<RequestView>> resume(const RequestId &request, const QString &note);
    /// @param days 1 to 60, counted as the request counts
    QFuture<Result<RequestView>> extend(const RequestId &request, int days, const QString &reason);
    QFuture<Result<RequestView>> refuse(const RequestId &request, const RefusalInput &input);
    /// Does what was asked: corrects, withdraws, ends the membership, records suspension or erasure.
    /// @param note what was done, for the file
    QFuture<Result<RequestView>> complete(const RequestId &request, const QString &note);
    QFuture<Result<RequestView>> recipientTold(const RequestId &request, const ProvisionId &provision,
                                               const QString &note);
    QFuture<Result<RequestView>> tellResult(const RequestId &request, const ResultTold &result);
    QFuture<Result<RequestView>> cancel(const RequestId &request, const QString &reason);
    QFuture<Result<RequestView>> expire(const RequestId &request, const QString &note);
    /// The person objects to a refusal (PIPA 38(5)): the request begins again at Received, with a clock of its own.
    /// @param words what they say against it
    QFuture<Result<RequestView>> object(const RequestId &request, const QString &words);
    /// Ends the stop of use that a fulfilled suspension put on the person, at the person's wish.
    QFuture<Result<RequestView>> liftSuspension(const RequestId &request, const QString &reason);

    // Paper.

    /// What the answer is made from; logged as a print. NotAllowed before verification and while the person is frozen.
    QFuture<Result<RequestAnswer>> answer(const RequestId &request);

Q_SIGNALS:
    /// Something moved here: lists may look again.
    void changed();

private:
    struct Work; ///< See requestdeskwork_p.h.

    template <typename Act> QFuture<Result<RequestView>> step(const RequestId &request, const QString &action, Act act);
    QFuture<Result<RequestView>> plain(const RequestId &request, domain::RequestStep what, const QString &text,
                                       bool needsReason, int days = 0);
    QFuture<Result<RequestView>> told(QFuture<Result<RequestView>> future);

    DeskCore &m_core;
    std::unique_ptr<AuthenticityService> m_service;
    std::unique_ptr<Work> m_work;
};

} // namespace consent::desk
