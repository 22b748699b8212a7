#pragma once

#include "cache/projection/requeststore.h"
#include "desk/requests/requestcontext.h"
#include "desk/requests/requestviews.h"
#include "desk/session/eventrecorder.h"
#include "desk/session/opendesk.h"
#include "evidence/disk.h"

#include <QJsonObject>

#include <optional>

namespace consent::desk {

/// Moves requests: every step checked by the rules and recorded as events, inside the caller's transaction. Cache
/// thread; lives as long as the transaction. Steps that can't be taken now are Conflict, those of others NotAllowed.
class RequestWork
{
public:
    RequestWork(OpenDesk &open, EventRecorder &recorder, const RequestContext &context); // outlive this

    Result<RequestId> receive(const NewRequest &request);
    Result<void> verify(const RequestId &request, const IdentityInput &input);
    /// Records that the service was asked, as a provision, before anything is sent.
    Result<ProvisionId> askAuthenticity(const RequestId &request, const AuthenticityInput &input);
    Result<void> noteAuthenticity(const RequestId &request, const AuthenticityInput &input,
                                  const AuthenticityOutcome &outcome);
    /// A step that needs no more than what its facts say.
    Result<void> move(ledger::RequestMoved facts, const QString &reason);
    Result<void> refuse(const RequestId &request, const RefusalInput &input);
    Result<void> complete(const RequestId &request, const QString &note);
    Result<void> recipientTold(const RequestId &request, const ProvisionId &provision, const QString &note);
    Result<void> tellResult(const RequestId &request, const ResultTold &told);
    /// Carries out what tellResult() of a granted erasure leads to, once nothing of the person is needed any more (the
    /// view of the request, the entry in the access log): `subject.erased` for each of their registrations, their data
    /// keys destroyed here and queued to be destroyed at the centre, what was projected and their sealed files gone.
    /// What stays is the signed chain with its facts that name nobody: that and when consent was given and ended, and
    /// how the request was handled (complaints and disputes: 3 years, policy chapter 2).
    Result<void> erase(evidence::Disk &disk, const Clock &clock);
    /// Whether there is something to erase.
    bool mustErase() const { return m_toErase.has_value(); }
    /// Cancel or Expire.
    Result<void> close(const RequestId &request, domain::RequestStep step, const QString &reason);
    /// The person objects to a refusal: as on the first day, and a correction freezes again.
    Result<void> object(const RequestId &request, const QString &words);
    Result<void> liftSuspension(const RequestId &request, const QString &reason);

private:
    Result<cache::RequestRow> ready(const RequestId &request, domain::RequestStep step) const;
    /// Whether the guardian who asks may still ask.
    Result<void> requireAuthority(const cache::RequestRow &row) const;
    template <typename Facts>
    Result<void> record(QLatin1StringView type, const SubjectId &subject, Facts facts,
                        const QJsonObject &personal = {});
    Result<void> unfreeze(const cache::RequestRow &row);
    Result<void> correct(const cache::RequestRow &row, ledger::RequestMoved &facts);
    Result<void> withdraw(const cache::RequestRow &row);
    /// Whether the person can be erased now. @return Conflict, with a sentence.
    Result<void> requireErasable(const cache::RequestRow &row) const;

    OpenDesk &m_open;
    EventRecorder &m_recorder;
    const RequestContext &m_context;
    std::optional<cache::RequestRow> m_toErase;
};

} // namespace consent::desk
