#include "desk/papers/paperdesk.h"

#include "cache/store/eventstore.h"
#include "desk/papers/paperchoices.h"
#include "desk/papers/papersaving.h"
#include "desk/requests/freezeguard.h"
#include "desk/session/deskcore.h"

#include <algorithm>

namespace consent::desk {

using namespace Qt::StringLiterals;

namespace {

QString actionCode(PaperUse use)
{
    switch (use) {
    case PaperUse::Print:
        return u"print.paper"_s;
    case PaperUse::Save:
        return u"save.paper"_s;
    case PaperUse::CopyText:
        return u"copy.paper"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

PaperDesk::PaperDesk(DeskCore &core, QObject *parent)
    : QObject(parent)
    , m_core(core)
{
}

QFuture<Result<std::vector<PaperSummary>>> PaperDesk::ofRequest(const SubjectId &subject, const RequestId &request)
{
    return m_core.read([this, subject, request](OpenDesk &open) -> Result<std::vector<PaperSummary>> {
        if (auto allowed = m_core.require(Right::IssuePapers); !allowed)
            return allowed.error();
        return papersaving::ofRequest(open, subject, request);
    });
}

QFuture<Result<IssuedPaper>> PaperDesk::issue(const RequestView &request, const std::optional<RequestAnswer> &answer,
                                              PaperKind kind, const Printer &printer)
{
    return m_core.write(
        [this, request, answer, kind, printer](OpenDesk &open, EventRecorder &recorder) -> Result<IssuedPaper> {
            if (auto allowed = m_core.require(Right::IssuePapers); !allowed)
                return allowed.error();
            const std::vector<PaperChoice> choices = paperChoices(request);
            const auto choice = std::ranges::find(choices, kind, &PaperChoice::kind);
            if (choice == choices.end() || !choice->allowed)
                return Error{ErrorKind::NotAllowed,
                             choice == choices.end() ? tr("This request does not call for such a paper.") : choice->why,
                             u"paper not called for"_s};
            if (needsAnswer(kind) && !(answer && answer->request.id == request.summary.id))
                return Error{ErrorKind::Internal, tr("The data for this paper is missing. Nothing was issued."),
                             u"no answer for the paper"_s};
            // The answer may have been put together before the data was frozen.
            if (auto free = needsAnswer(kind) ? freezeguard::require(open, request.subject.id) : Result<void>(); !free)
                return free.error();
            const auto before = papersaving::ofRequest(open, request.subject.id, request.summary.id);
            if (!before)
                return before.error();
            const auto access = std::ranges::find(*before, PaperKind::AccessAnswer, &PaperSummary::kind);
            const QString accessPaper = access == before->end() ? QString() : access->number;
            return papersaving::issue(
                m_core, open, recorder, {request.subject.id, request.summary.id, std::nullopt},
                [&](const paperwriting::Head &head) { return writePaper(kind, head, request, answer, accessPaper); },
                *printer);
        });
}

QFuture<Result<IssuedPaper>> PaperDesk::issueAdvertising(const EventId &about, const Printer &printer)
{
    return m_core.write([this, about, printer](OpenDesk &open, EventRecorder &recorder) -> Result<IssuedPaper> {
        if (auto allowed = m_core.require(Right::IssuePapers); !allowed)
            return allowed.error();
        const auto stored = open.cache->events().find(about);
        if (!stored)
            return stored.error();
        const ledger::Event &event = stored->event.event;
        const auto declared = papersaving::advertisingOf(open, event);
        if (!declared)
            return declared.error();
        if (declared->empty() || !event.subject)
            return Error{ErrorKind::NotFound, tr("In this contact nothing was said about advertising."),
                         u"no advertising in the event"_s};
        return papersaving::issue(
            m_core, open, recorder, {*event.subject, std::nullopt, about},
            [&](const paperwriting::Head &head) { return paperwriting::advertisingResult(head, *declared); }, *printer);
    });
}

QFuture<Result<IssuedPaper>> PaperDesk::again(const EventId &event, const Printer &printer)
{
    return m_core.read([this, event, printer](OpenDesk &open) -> Result<IssuedPaper> {
        if (auto allowed = m_core.require(Right::IssuePapers); !allowed)
            return allowed.error();
        return papersaving::again(open, event, *printer);
    });
}

QFuture<Result<void>> PaperDesk::used(const EventId &event, PaperUse use)
{
    return m_core.write([this, event, use](OpenDesk &open, EventRecorder &) -> Result<void> {
        if (auto allowed = m_core.require(Right::IssuePapers); !allowed)
            return allowed;
        const auto stored = open.cache->events().find(event);
        if (!stored)
            return stored.error();
        const auto facts = ledger::PaperIssued::fromFacts(stored->event.event.facts);
        if (!facts)
            return facts.error();
        if (!stored->event.event.subject)
            return Error{ErrorKind::Damaged, tr("This record is no paper."), u"paper without subject"_s};
        return papersaving::log(m_core, open, *stored->event.event.subject, actionCode(use), facts->number);
    });
}

} // namespace consent::desk
