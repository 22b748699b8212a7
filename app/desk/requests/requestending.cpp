#include "desk/people/subjectcards.h"
#include "desk/requests/requestintake.h"
#include "desk/requests/requestviewing.h"
#include "desk/requests/requestwork_p.h"
#include "domain/invalid.h"
#include "domain/requestmachine.h"
#include "evidence/evidencestore.h"
#include "ledger/eventtypes.h"

#include <QCoreApplication>

#include <algorithm>

/// How requests end, and how one that was refused begins again.
namespace consent::desk {

using namespace Qt::StringLiterals;
namespace types = ledger::eventtypes;
using domain::RequestKind;
using domain::RequestState;
using domain::RequestStep;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(RequestWork)
};

} // namespace

Result<void> RequestWork::tellResult(const RequestId &request, const ResultTold &told)
{
    const auto row = ready(request, RequestStep::TellResult);
    if (!row)
        return row.error();
    if (told.documentNumber.isEmpty() != told.documentSha256.isEmpty())
        return domain::invalid(Text::tr("A document has both a number and a hash. Make it out again."), "document");
    ledger::RequestClosed facts;
    facts.request = request;
    facts.outcome =
        row->record.state == RequestState::Refused ? domain::RequestOutcome::Refused : domain::RequestOutcome::Done;
    facts.told = told.channel;
    facts.document = told.documentNumber;
    facts.sha256 = told.documentSha256;
    if (!ledger::RequestClosed::fromFacts(facts.toFacts()))
        return domain::invalid(Text::tr("The number or the hash of the document is malformed."), "document");
    if (row->record.opened.kind == RequestKind::Erasure && facts.outcome == domain::RequestOutcome::Done) {
        if (auto erasable = requireErasable(*row); !erasable)
            return erasable;
        m_toErase = *row;
    }
    return record(types::requestClosed, row->record.subject, facts, sealedText(u"note"_s, told.note.trimmed()));
}

Result<void> RequestWork::requireErasable(const cache::RequestRow &row) const
{
    const auto person = subjectcards::find(m_open, row.record.subject);
    if (!person)
        return person.error();
    if (person->subject.state == domain::MembershipState::Joined) {
        return Error{
            ErrorKind::Conflict,
            Text::tr("This person is a customer, and what the contract needs ends by leaving only. Carry out a "
                     "request to leave first, or refuse the erasure with its reason."),
            u"erasure of a customer"_s};
    }
    const auto others = requestviewing::openOf(m_open, m_context, row.record.subject);
    if (!others)
        return others.error();
    const bool alone = std::ranges::all_of(
        *others, [&row](const RequestSummary &other) { return other.id == row.record.opened.request; });
    if (!alone) {
        return Error{ErrorKind::Conflict,
                     Text::tr("Another request of this person is open, and the erasure would destroy it too. Close it "
                              "first."),
                     u"other requests open"_s};
    }
    return {};
}

Result<void> RequestWork::erase(evidence::Disk &disk, const Clock &clock)
{
    if (!m_toErase)
        return {};
    const auto members = m_open.cache->merges().members(m_toErase->record.subject);
    if (!members)
        return members.error();
    evidence::EvidenceStore files(*m_open.cache, disk, clock);
    for (const SubjectId &member : *members) {
        const auto keys = m_open.cache->dataKeys().ofSubject(member);
        if (!keys)
            return keys.error();
        for (const ledger::WrappedDataKey &key : *keys)
            m_open.dataKeys.forget(key.id);
        if (auto gone = files.destroy(member); !gone)
            return gone;
        const QJsonObject facts{{u"reason"_s, u"request"_s},
                                {u"request"_s, m_toErase->record.opened.request.toString()}};
        if (auto event = m_recorder.record(types::subjectErased, member, facts); !event)
            return event.error();
        if (auto queued = m_open.cache->workingSet().queueErasure(member); !queued)
            return queued;
    }
    return {};
}

Result<void> RequestWork::close(const RequestId &request, RequestStep step, const QString &reason)
{
    const auto row = ready(request, step);
    if (!row)
        return row.error();
    const auto text = requestintake::reason(reason);
    if (!text)
        return text.error();
    ledger::RequestClosed facts;
    facts.request = request;
    facts.outcome = step == RequestStep::Cancel ? domain::RequestOutcome::Cancelled : domain::RequestOutcome::Expired;
    if (auto closed = record(types::requestClosed, row->record.subject, facts, sealedText(u"reason"_s, *text)); !closed)
        return closed;
    return unfreeze(*row);
}

Result<void> RequestWork::object(const RequestId &request, const QString &words)
{
    const auto row = ready(request, RequestStep::Object);
    if (!row)
        return row.error();
    const auto text = requestintake::reason(words);
    if (!text)
        return text.error();
    ledger::RequestMoved facts;
    facts.request = request;
    facts.step = RequestStep::Object;
    if (auto moved = move(facts, *text); !moved)
        return moved;
    if (row->record.opened.kind != RequestKind::Correction)
        return {};
    return record(types::subjectFrozen, row->record.subject,
                  ledger::SubjectFreeze{request, RequestKind::Correction, {}});
}

Result<void> RequestWork::liftSuspension(const RequestId &request, const QString &reason)
{
    const auto row = requestviewing::find(m_open, request);
    if (!row)
        return row.error();
    const ledger::RequestRecord &record = row->record;
    if (!m_context.actor().testFlag(domain::RequestActor::PrivacyOfficer))
        return Error{ErrorKind::NotAllowed, Text::tr("Only the privacy officer lifts a suspension."),
                     u"request actor"_s};
    const bool granted = record.state == RequestState::Fulfilled || record.outcome == domain::RequestOutcome::Done;
    if (record.opened.kind != RequestKind::Suspension || !granted)
        return Error{ErrorKind::Conflict, Text::tr("There is no suspension to lift."), u"no suspension"_s};
    const auto text = requestintake::reason(reason);
    if (!text)
        return text.error();
    return this->record(types::subjectUnfrozen, record.subject,
                        ledger::SubjectFreeze{request, RequestKind::Suspension, {}}, sealedText(u"reason"_s, *text));
}

} // namespace consent::desk
