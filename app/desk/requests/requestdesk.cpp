#include "desk/requests/requestdesk.h"

#include "base/continuation.h"
#include "desk/requests/authenticityservice.h"
#include "desk/requests/freezeguard.h"
#include "desk/requests/identityevidence.h"
#include "desk/requests/requestdeskwork_p.h"
#include "desk/requests/requestintake.h"
#include "domain/requestmachine.h"

#include <algorithm>

namespace consent::desk {

using namespace Qt::StringLiterals;
using domain::RequestState;
using domain::RequestStep;

namespace {

constexpr int mostClosed = 500;
constexpr int mostInPage = 1000;
constexpr int soonDays = 3;

} // namespace

RequestDesk::RequestDesk(DeskCore &core, std::unique_ptr<AuthenticityService> service, QObject *parent)
    : QObject(parent)
    , m_core(core)
    , m_service(std::move(service))
    , m_work(std::make_unique<Work>(core))
{
}

RequestDesk::~RequestDesk() = default;

/// A step of a request that exists, told to lists when it was taken.
template <typename Act>
QFuture<Result<RequestView>> RequestDesk::step(const RequestId &request, const QString &action, Act act)
{
    auto future = m_work->move(action, [request, act](RequestWork &work) -> Result<RequestId> {
        const Result<void> done = act(work);
        return done ? Result<RequestId>(request) : done.error();
    });
    return told(std::move(future));
}

QFuture<Result<RequestView>> RequestDesk::told(QFuture<Result<RequestView>> future)
{
    return continueOn(future, this, [this](const Result<RequestView> &view) {
        if (view)
            Q_EMIT changed();
        return view;
    });
}

QFuture<Result<RequestCounts>> RequestDesk::counts()
{
    return m_core.read([this](OpenDesk &open) -> Result<RequestCounts> {
        if (auto allowed = m_core.require(Right::ViewRequests); !allowed)
            return allowed.error();
        RequestCounts counts;
        const auto byState = open.cache->requests().counts();
        if (!byState)
            return byState.error();
        counts.byState = *byState;
        const auto rows = open.cache->requests().open();
        if (!rows)
            return rows.error();
        counts.open = int(rows->size());
        const RequestContext context = m_work->context();
        for (const cache::RequestRow &row : *rows) {
            counts.conflicts += row.record.conflicts > 0 ? 1 : 0;
            const RequestClock clock = requestviewing::clockOf(context, row.record);
            if (!domain::isUndecided(row.record.state))
                continue;
            counts.overdue += clock.overdue ? 1 : 0;
            if (clock.stopped || clock.overdue)
                continue;
            counts.dueToday += clock.daysLeft == 0 ? 1 : 0;
            counts.dueSoon += clock.daysLeft > 0 && clock.daysLeft <= soonDays ? 1 : 0;
        }
        return counts;
    });
}

QFuture<Result<std::vector<RequestSummary>>> RequestDesk::list(const RequestFilter &filter)
{
    return m_core.read([this, filter](OpenDesk &open) -> Result<std::vector<RequestSummary>> {
        if (auto allowed = m_core.require(Right::ViewRequests); !allowed)
            return allowed.error();
        auto rows = open.cache->requests().open();
        if (!rows)
            return rows.error();
        if (filter.withClosed || filter.state == RequestState::Closed) {
            auto closed = open.cache->requests().closed(mostClosed);
            if (!closed)
                return closed.error();
            std::ranges::move(*closed, std::back_inserter(*rows));
        }
        const RequestContext context = m_work->context();
        std::vector<RequestSummary> requests;
        for (const cache::RequestRow &row : *rows) {
            if ((filter.state && row.record.state != *filter.state) ||
                (filter.kind && row.record.opened.kind != *filter.kind))
                continue;
            auto made = requestviewing::summary(open, context, row);
            if (!made)
                return made.error();
            if (!filter.overdueOnly || made->clock.overdue)
                requests.push_back(*std::move(made));
        }
        requestviewing::sortByUrgency(requests);
        return requests;
    });
}

QFuture<Result<ClosedRequests>> RequestDesk::closed(std::optional<domain::RequestKind> kind, int limit,
                                                    const std::optional<ClosedPlace> &after)
{
    return m_core.read([this, kind, limit, after](OpenDesk &open) -> Result<ClosedRequests> {
        if (auto allowed = m_core.require(Right::ViewRequests); !allowed)
            return allowed.error();
        return requestviewing::closed(open, m_work->context(), kind, std::clamp(limit, 1, mostInPage), after);
    });
}

QFuture<Result<std::vector<RequestSummary>>> RequestDesk::ofSubject(const SubjectId &subject)
{
    return m_core.read([this, subject](OpenDesk &open) -> Result<std::vector<RequestSummary>> {
        if (auto allowed = m_core.require(Right::ViewRequests); !allowed)
            return allowed.error();
        return requestviewing::openOf(open, m_work->context(), subject);
    });
}

QFuture<Result<RequestView>> RequestDesk::open(const RequestId &request)
{
    return m_work->move(u"view.request"_s, [request](RequestWork &) { return Result<RequestId>(request); });
}

std::vector<domain::PaperNeed> RequestDesk::papersFor(domain::RequestKind kind, domain::Requester requester,
                                                      domain::RequestChannel channel) const
{
    return domain::papersFor(kind, requester, channel);
}

DocumentHelp RequestDesk::documentHelp(domain::DocumentKind kind, const QString &number) const
{
    return identityevidence::help(m_work->context(), kind, number);
}

RequestClock RequestDesk::clockFor(domain::RequestKind kind, std::optional<UtcTime> received) const
{
    const RequestContext context = m_work->context();
    ledger::RequestRecord record;
    record.opened.kind = kind;
    record.opened.received = received.value_or(context.now);
    record.opened.counting = context.rule(kind);
    return requestviewing::clockOf(context, record);
}

bool RequestDesk::hasAuthenticityService() const
{
    return m_service != nullptr;
}

QFuture<Result<RequestView>> RequestDesk::receive(const NewRequest &request)
{
    return told(m_work->move(u"request.receive"_s, [request](RequestWork &work) { return work.receive(request); }));
}

QFuture<Result<RequestView>> RequestDesk::verifyIdentity(const RequestId &request, const IdentityInput &input)
{
    return step(request, u"request.identity"_s,
                [request, input](RequestWork &work) { return work.verify(request, input); });
}

QFuture<Result<RequestView>>
RequestDesk::askPapers(const RequestId &request, const std::vector<domain::RequestPaper> &missing, const QString &note)
{
    return step(request, u"request.move"_s, [request, missing, note](RequestWork &work) -> Result<void> {
        const auto text = requestintake::note(note);
        if (!text)
            return text.error();
        if (missing.empty())
            return Error{ErrorKind::InvalidArgument, tr("Choose which papers are missing."), u"no papers"_s};
        ledger::RequestMoved facts;
        facts.request = request;
        facts.step = RequestStep::AskPapers;
        facts.papers = missing;
        return work.move(facts, *text);
    });
}

/// A step that needs no more than a text.
QFuture<Result<RequestView>> RequestDesk::plain(const RequestId &request, domain::RequestStep what, const QString &text,
                                                bool needsReason, int days)
{
    return step(request, u"request.move"_s,
                [request, what, text, needsReason, days](RequestWork &work) -> Result<void> {
                    const auto given = needsReason ? requestintake::reason(text) : requestintake::note(text);
                    if (!given)
                        return given.error();
                    ledger::RequestMoved facts;
                    facts.request = request;
                    facts.step = what;
                    facts.days = days;
                    if (what == RequestStep::Extend && (days < 1 || days > ledger::RequestMoved::mostDays)) {
                        return Error{ErrorKind::InvalidArgument,
                                     tr("Extend by 1 to %1 days.").arg(ledger::RequestMoved::mostDays), u"days"_s};
                    }
                    return work.move(facts, *given);
                });
}

QFuture<Result<RequestView>> RequestDesk::papersCame(const RequestId &request, const QString &note)
{
    return plain(request, RequestStep::PapersCame, note, false);
}

QFuture<Result<RequestView>> RequestDesk::pause(const RequestId &request, const QString &reason)
{
    return plain(request, RequestStep::Pause, reason, true);
}

QFuture<Result<RequestView>> RequestDesk::resume(const RequestId &request, const QString &note)
{
    return plain(request, RequestStep::Resume, note, false);
}

QFuture<Result<RequestView>> RequestDesk::extend(const RequestId &request, int days, const QString &reason)
{
    return plain(request, RequestStep::Extend, reason, true, days);
}

QFuture<Result<RequestView>> RequestDesk::refuse(const RequestId &request, const RefusalInput &input)
{
    return step(request, u"request.move"_s,
                [request, input](RequestWork &work) { return work.refuse(request, input); });
}

QFuture<Result<RequestView>> RequestDesk::complete(const RequestId &request, const QString &note)
{
    return step(request, u"request.complete"_s,
                [request, note](RequestWork &work) { return work.complete(request, note); });
}

QFuture<Result<RequestView>> RequestDesk::recipientTold(const RequestId &request, const ProvisionId &provision,
                                                        const QString &note)
{
    return step(request, u"request.move"_s,
                [request, provision, note](RequestWork &work) { return work.recipientTold(request, provision, note); });
}

QFuture<Result<RequestView>> RequestDesk::tellResult(const RequestId &request, const ResultTold &result)
{
    return step(request, u"request.close"_s,
                [request, result](RequestWork &work) { return work.tellResult(request, result); });
}

QFuture<Result<RequestView>> RequestDesk::cancel(const RequestId &request, const QString &reason)
{
    return step(request, u"request.close"_s,
                [request, reason](RequestWork &work) { return work.close(request, RequestStep::Cancel, reason); });
}

QFuture<Result<RequestView>> RequestDesk::expire(const RequestId &request, const QString &note)
{
    return step(request, u"request.close"_s,
                [request, note](RequestWork &work) { return work.close(request, RequestStep::Expire, note); });
}

QFuture<Result<RequestView>> RequestDesk::object(const RequestId &request, const QString &words)
{
    return step(request, u"request.move"_s,
                [request, words](RequestWork &work) { return work.object(request, words); });
}

QFuture<Result<RequestView>> RequestDesk::liftSuspension(const RequestId &request, const QString &reason)
{
    return step(request, u"request.move"_s,
                [request, reason](RequestWork &work) { return work.liftSuspension(request, reason); });
}

QFuture<Result<RequestAnswer>> RequestDesk::answer(const RequestId &request)
{
    return m_core.write([this, request](OpenDesk &open, EventRecorder &) -> Result<RequestAnswer> {
        if (auto allowed = m_core.require(Right::ViewRequests); !allowed)
            return allowed.error();
        const RequestContext context = m_work->context();
        const auto row = requestviewing::find(open, request);
        if (!row)
            return row.error();
        const ledger::RequestRecord &record = row->record;
        if (auto free = freezeguard::require(open, record.subject); !free)
            return free.error();
        if (!domain::requestmachine::releasesData({record.opened.kind, record.state, 0}, false)) {
            return Error{ErrorKind::NotAllowed,
                         tr("Nothing may be given out on this request now: it needs a verified requester, and it must "
                            "ask for access."),
                         u"no release"_s};
        }
        auto made = requestviewing::answer(open, context, *row);
        if (!made)
            return made;
        if (auto logged = m_work->log(open, record.subject, u"print.answer"_s); !logged)
            return logged.error();
        return made;
    });
}

} // namespace consent::desk
