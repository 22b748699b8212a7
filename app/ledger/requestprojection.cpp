#include "ledger/requestprojection.h"

#include "ledger/eventtypes.h"

#include <algorithm>

namespace consent::ledger {

namespace {

namespace types = eventtypes;
using domain::RequestOutcome;
using domain::RequestState;
using domain::RequestStep;

/// Puts events into a record, one after the other in canonical order.
class Folding
{
public:
    void take(const Event &event)
    {
        bool counts = false;
        if (event.type == types::requestOpened)
            counts = open(event);
        else if (event.type == types::requestMoved)
            counts = move(event);
        else if (event.type == types::requestClosed)
            counts = close(event);
        else if (event.type == types::identityChecked)
            counts = check(event);
        else
            counts = freeze(event);
        RequestRecord *record = m_fold.record ? &*m_fold.record : nullptr;
        if (!counts && record != nullptr)
            ++record->conflicts;
        m_fold.traces.push_back({event.id, !counts, record != nullptr ? record->state : RequestState::Received});
    }

    RequestFold finish()
    {
        m_fold.frozen = m_frozenAt;
        if (m_fold.record && domain::requestmachine::freezes(m_fold.record->opened.kind, m_fold.record->state)) {
            const UtcTime since = m_fold.record->clockFrom();
            m_fold.frozen = std::min(since, m_frozenAt.value_or(since));
        }
        return std::move(m_fold);
    }

private:
    bool open(const Event &event)
    {
        const auto facts = RequestOpened::fromFacts(event.facts);
        if (m_fold.record || !facts)
            return false;
        m_fold.record = RequestRecord();
        m_fold.record->subject = *event.subject;
        m_fold.record->opened = *facts;
        m_fold.record->openedBy = event.id;
        return true;
    }

    /// Whether the step leads anywhere from here; the state then is the new one.
    bool step(RequestStep step, UtcTime at)
    {
        RequestRecord &record = *m_fold.record;
        const auto next = domain::requestmachine::after(record.standing(), step);
        if (!next)
            return false;
        const auto stands = [](RequestState state) {
            return state == RequestState::AwaitingPapers || state == RequestState::Paused;
        };
        if (stands(record.state) && !stands(*next))
            record.stops.back().until = at;
        else if (!stands(record.state) && stands(*next))
            record.stops.push_back({at, std::nullopt});
        if (domain::isUndecided(record.state) && !domain::isUndecided(*next))
            record.decided = at;
        record.state = *next;
        return true;
    }

    bool move(const Event &event)
    {
        const auto facts = RequestMoved::fromFacts(event.facts);
        if (!m_fold.record || !facts)
            return false;
        RequestRecord &record = *m_fold.record;
        const auto task = facts->provision
                              ? std::ranges::find(record.recipients, *facts->provision, &RequestRecipient::provision)
                              : record.recipients.end();
        if (facts->step == RequestStep::RecipientTold && (task == record.recipients.end() || task->told))
            return false;
        if (!step(facts->step, orderTime(event)))
            return false;
        record.extraDays += facts->days;
        if (facts->ground)
            record.ground = facts->ground;
        if (facts->step == RequestStep::RecipientTold)
            task->told = true;
        if (facts->step == RequestStep::Object)
            reopen(orderTime(event));
        if (facts->step == RequestStep::Complete) {
            for (const ProvisionId &provision : facts->recipients)
                record.recipients.push_back({provision, false});
        }
        return true;
    }

    /// As on the first day, with a clock of its own; who asks is to be established again.
    void reopen(UtcTime at)
    {
        RequestRecord &record = *m_fold.record;
        record.objected = at;
        record.stops.clear();
        record.extraDays = 0;
        record.outcome.reset();
        record.ground.reset();
        record.decided.reset();
        record.closed.reset();
    }

    bool close(const Event &event)
    {
        const auto facts = RequestClosed::fromFacts(event.facts);
        if (!m_fold.record || !facts)
            return false;
        RequestRecord &record = *m_fold.record;
        const RequestState before = record.state;
        RequestStep how = RequestStep::TellResult;
        switch (facts->outcome) {
        case RequestOutcome::Done:
            if (before != RequestState::Fulfilled)
                return false;
            break;
        case RequestOutcome::Refused:
            if (before != RequestState::Refused)
                return false;
            break;
        case RequestOutcome::Cancelled:
            how = RequestStep::Cancel;
            break;
        case RequestOutcome::Expired:
            how = RequestStep::Expire;
            break;
        }
        if (!step(how, orderTime(event)))
            return false;
        record.outcome = facts->outcome;
        record.closed = orderTime(event);
        record.document = facts->document;
        record.sha256 = facts->sha256;
        return true;
    }

    /// A check that failed moves nothing; one that passed again says nothing new.
    bool check(const Event &event)
    {
        const auto facts = IdentityChecked::fromFacts(event.facts);
        if (!m_fold.record || !facts)
            return false;
        if (facts->outcome != domain::IdentityOutcome::Passed || m_fold.record->state == RequestState::Verified)
            return domain::isUndecided(m_fold.record->state);
        return step(RequestStep::VerifyIdentity, orderTime(event));
    }

    /// Counts without the opening too: protection does not wait for it.
    bool freeze(const Event &event)
    {
        const UtcTime at = orderTime(event);
        if (event.type == types::subjectFrozen) {
            m_latestFreeze = std::max(m_latestFreeze.value_or(at), at);
            m_frozenAt = std::min(m_frozenAt.value_or(at), at);
        } else if (!m_latestFreeze || *m_latestFreeze < at) {
            m_frozenAt.reset();
        }
        return true;
    }

    RequestFold m_fold;
    std::optional<UtcTime> m_latestFreeze;
    std::optional<UtcTime> m_frozenAt;
};

} // namespace

int RequestRecord::recipientsToTell() const
{
    return int(std::ranges::count(recipients, false, &RequestRecipient::told));
}

domain::RequestStanding RequestRecord::standing() const
{
    return {opened.kind, state, recipientsToTell(), outcome == RequestOutcome::Refused};
}

UtcTime RequestRecord::clockFrom() const
{
    return objected.value_or(opened.received);
}

std::optional<RequestId> requestOf(const Event &event)
{
    if (event.v > currentEventVersion || !event.subject)
        return std::nullopt;
    const auto idOf = [](const auto &facts) { return facts ? std::optional<RequestId>(facts->request) : std::nullopt; };
    if (event.type == types::requestOpened)
        return idOf(RequestOpened::fromFacts(event.facts));
    if (event.type == types::requestMoved)
        return idOf(RequestMoved::fromFacts(event.facts));
    if (event.type == types::requestClosed)
        return idOf(RequestClosed::fromFacts(event.facts));
    if (event.type == types::identityChecked) {
        const auto facts = IdentityChecked::fromFacts(event.facts);
        return facts ? facts->request : std::nullopt;
    }
    if (event.type == types::subjectFrozen || event.type == types::subjectUnfrozen)
        return idOf(SubjectFreeze::fromFacts(event.facts));
    return std::nullopt;
}

RequestFold foldRequest(std::vector<Event> events)
{
    std::ranges::sort(events, orderedBefore);
    Folding folding;
    for (const Event &event : events)
        folding.take(event);
    return folding.finish();
}

} // namespace consent::ledger
