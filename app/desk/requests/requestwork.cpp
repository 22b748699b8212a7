#include "desk/requests/requestwork_p.h"

#include "desk/contacts/guardianlinks.h"
#include "desk/contacts/provisionlog.h"
#include "desk/people/subjectcards.h"
#include "desk/requests/freezeguard.h"
#include "desk/requests/identityevidence.h"
#include "desk/requests/requestintake.h"
#include "desk/requests/requestrecipients.h"
#include "desk/requests/requestviewing.h"
#include "domain/birthdate.h"
#include "domain/invalid.h"
#include "domain/requestmachine.h"
#include "ledger/consentfacts.h"
#include "ledger/eventtypes.h"

#include <QCoreApplication>

#include <QJsonArray>

#include <algorithm>

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

domain::CaptureMethod methodOf(domain::RequestChannel channel)
{
    switch (channel) {
    case domain::RequestChannel::Phone:
        return domain::CaptureMethod::PhoneRead;
    case domain::RequestChannel::Visit:
        return domain::CaptureMethod::Counter;
    case domain::RequestChannel::Email:
        return domain::CaptureMethod::PostReturn;
    }
    Q_UNREACHABLE();
}

} // namespace

RequestWork::RequestWork(OpenDesk &open, EventRecorder &recorder, const RequestContext &context)
    : m_open(open)
    , m_recorder(recorder)
    , m_context(context)
{
}

Result<cache::RequestRow> RequestWork::ready(const RequestId &request, RequestStep step) const
{
    auto row = requestviewing::find(m_open, request);
    if (!row)
        return row;
    const ledger::RequestRecord &record = row->record;
    if (auto next = domain::requestmachine::step(record.standing(), step, m_context.actor()); !next)
        return next.error();
    return row;
}

Result<void> RequestWork::requireAuthority(const cache::RequestRow &row) const
{
    if (row.record.opened.requester != domain::Requester::Guardian)
        return {};
    const auto person = subjectcards::find(m_open, row.record.subject);
    if (!person)
        return person.error();
    if (domain::isUnder14(person->subject.birthDate, m_context.today()))
        return {};
    return Error{
        ErrorKind::NotAllowed,
        Text::tr("The person has turned 14: the guardian can't act for them any more. Refuse this request, and "
                 "take the person's own."),
        u"guardian of 14"_s};
}

Result<RequestId> RequestWork::receive(const NewRequest &request)
{
    if ((m_context.actor() & domain::requestmachine::openers()) == domain::RequestActors())
        return Error{ErrorKind::NotAllowed, Text::tr("Your user may not write down requests."), u"request actor"_s};
    const auto person = subjectcards::find(m_open, request.subject);
    if (!person)
        return person.error();
    if (auto checked = requestintake::check(m_open, m_context, person->subject, request); !checked)
        return checked.error();
    const auto personal = requestintake::personal(m_context, person->subject, request);
    if (!personal)
        return personal.error();
    ledger::RequestOpened facts;
    facts.request = RequestId::create();
    facts.kind = request.kind;
    facts.channel = request.channel;
    facts.requester = request.requester;
    facts.received = request.received.value_or(m_context.now);
    facts.counting = m_context.rule(request.kind);
    facts.dueDate = domain::readClock(facts.counting, facts.received, 0, {}, m_context.holidays, m_context.now).due;
    facts.items = request.kind == RequestKind::Withdrawal ? request.items : QStringList();
    facts.fields = personal->value("wanted"_L1).toObject().keys();
    if (auto opened = record(types::requestOpened, request.subject, facts, *personal); !opened)
        return opened.error();
    if (request.kind == RequestKind::Correction) {
        const ledger::SubjectFreeze freeze{facts.request, request.kind, {}};
        if (auto frozen = record(types::subjectFrozen, request.subject, freeze); !frozen)
            return frozen.error();
    }
    return facts.request;
}

Result<void> RequestWork::verify(const RequestId &request, const IdentityInput &input)
{
    const auto row = ready(request, RequestStep::VerifyIdentity);
    if (!row)
        return row.error();
    if (auto allowed = requireAuthority(*row); !allowed && input.outcome == domain::IdentityOutcome::Passed)
        return allowed;
    const auto linked =
        guardianlinks::isLinked(m_open, row->record.subject, row->personal.value("requester"_L1).toObject());
    if (!linked)
        return linked.error();
    auto evidence = identityevidence::of(m_context, row->record.opened, *linked, input);
    if (!evidence)
        return evidence.error();
    evidence->facts.request = request;
    return record(types::identityChecked, row->record.subject, evidence->facts, evidence->personal);
}

Result<ProvisionId> RequestWork::askAuthenticity(const RequestId &request, const AuthenticityInput &input)
{
    const auto row = ready(request, RequestStep::VerifyIdentity);
    if (!row)
        return row.error();
    // A provision like any other: none of a person who is frozen.
    if (auto free = freezeguard::require(m_open, row->record.subject); !free)
        return free.error();
    if (auto allowed = identityevidence::requireAskable(m_context, input); !allowed)
        return allowed.error();
    return provisionlog::made(m_open, m_recorder, m_context.organisation, row->record.subject,
                              identityevidence::provisionOf(input));
}

Result<void> RequestWork::noteAuthenticity(const RequestId &request, const AuthenticityInput &input,
                                           const AuthenticityOutcome &outcome)
{
    const auto row = requestviewing::find(m_open, request);
    if (!row)
        return row.error();
    ledger::IdentityChecked facts;
    facts.request = request;
    facts.document = input.document;
    facts.provision = outcome.provision;
    // That a document is genuine says nothing yet of who shows it; that it is not says enough.
    facts.outcome = outcome.verdict == AuthenticityOutcome::Verdict::NotGenuine ? domain::IdentityOutcome::Failed
                                                                                : domain::IdentityOutcome::Inconclusive;
    QJsonObject personal = sealedText(u"reference"_s, outcome.reference);
    personal.insert(u"note"_s, outcome.sentence);
    return record(types::identityChecked, row->record.subject, facts, personal);
}

Result<void> RequestWork::move(ledger::RequestMoved facts, const QString &reason)
{
    const auto row = ready(facts.request, facts.step);
    return row ? record(types::requestMoved, row->record.subject, std::move(facts), sealedText(u"reason"_s, reason))
               : row.error();
}

Result<void> RequestWork::unfreeze(const cache::RequestRow &row)
{
    if (row.record.opened.kind != RequestKind::Correction)
        return {};
    return record(types::subjectUnfrozen, row.record.subject,
                  ledger::SubjectFreeze{row.record.opened.request, RequestKind::Correction, {}});
}

Result<void> RequestWork::refuse(const RequestId &request, const RefusalInput &input)
{
    const auto row = ready(request, RequestStep::Refuse);
    if (!row)
        return row.error();
    const auto grounds = domain::requestmachine::refusalGrounds(row->record.opened.kind, row->record.state);
    if (std::ranges::find(grounds, input.ground) == grounds.end())
        return domain::invalid(Text::tr("This request can't be refused on that ground now."), "refusal ground");
    const auto reason = requestintake::reason(input.reason);
    if (!reason)
        return reason.error();
    ledger::RequestMoved facts;
    facts.request = request;
    facts.step = RequestStep::Refuse;
    facts.ground = input.ground;
    if (auto moved = move(facts, *reason); !moved)
        return moved;
    return unfreeze(*row);
}

/// Applies what was wanted and finds whom to tell.
Result<void> RequestWork::correct(const cache::RequestRow &row, ledger::RequestMoved &facts)
{
    const SubjectId &subject = row.record.subject;
    const QJsonObject wanted = row.personal.value("wanted"_L1).toObject();
    if (wanted.isEmpty()) {
        return Error{ErrorKind::Unavailable,
                     Text::tr("What is to be corrected can't be opened on this desk. Complete the request at the desk "
                              "that wrote it down, or after the next synchronisation."),
                     u"no personal part"_s};
    }
    const auto person = subjectcards::find(m_open, subject);
    if (!person)
        return person.error();
    auto recipients = requestrecipients::of(m_open, subject, wanted.keys());
    if (!recipients)
        return recipients.error();
    facts.recipients = *std::move(recipients);
    const QJsonObject changes = requestintake::corrections(person->subject, wanted);
    const auto after = m_recorder.latestAbout(subject);
    if (!after)
        return after.error();
    QJsonObject corrected{{u"fields"_s, QJsonArray::fromStringList(changes.keys())}};
    if (*after)
        corrected.insert(u"after"_s, toMs(**after));
    const auto event = m_recorder.record(types::subjectCorrected, subject, corrected, changes);
    return event ? Result<void>() : event.error();
}

/// Ends consent: some items, everything optional, or all of it with the membership.
Result<void> RequestWork::withdraw(const cache::RequestRow &row)
{
    const bool leaving = row.record.opened.kind == RequestKind::Leaving;
    ledger::ConsentEnded ended;
    ended.contact = ContactId::create();
    ended.method = methodOf(row.record.opened.channel);
    ended.items = row.record.opened.items;
    ended.allOptional = leaving || ended.items.isEmpty();
    ended.left = leaving;
    if (leaving) {
        const auto statements = m_open.cache->states().ofSubject(row.record.subject);
        if (!statements)
            return statements.error();
        for (const ledger::ConsentStatement &statement : *statements) {
            const bool blanket =
                statement.scope == ledger::allOptionalScope || statement.scope.startsWith("channel:"_L1);
            if (!blanket && statement.status == domain::ConsentStatus::Granted)
                ended.items.append(statement.scope);
        }
    }
    return record(types::consentWithdrawn, row.record.subject, ended);
}

Result<void> RequestWork::complete(const RequestId &request, const QString &note)
{
    const auto row = ready(request, RequestStep::Complete);
    if (!row)
        return row.error();
    if (auto allowed = requireAuthority(*row); !allowed)
        return allowed;
    const auto text = requestintake::note(note);
    if (!text)
        return text.error();
    const SubjectId &subject = row->record.subject;
    const RequestKind kind = row->record.opened.kind;
    ledger::RequestMoved facts;
    facts.request = request;
    facts.step = RequestStep::Complete;
    Result<void> acted;
    switch (kind) {
    case RequestKind::Access:
    case RequestKind::ProofOfAccess:
        acted = freezeguard::require(m_open, subject); // nothing is given out meanwhile
        break;
    case RequestKind::Correction:
        acted = correct(*row, facts);
        break;
    case RequestKind::Withdrawal:
    case RequestKind::Leaving:
        acted = withdraw(*row);
        break;
    case RequestKind::Erasure:
        if (auto erasable = requireErasable(*row); !erasable)
            return erasable;
        [[fallthrough]]; // until the person is told: then erase()
    case RequestKind::Suspension:
        acted = record(types::subjectFrozen, subject, ledger::SubjectFreeze{request, kind, {}});
        break;
    }
    if (!acted)
        return acted;
    if (auto moved = move(facts, *text); !moved)
        return moved;
    return unfreeze(*row);
}

Result<void> RequestWork::recipientTold(const RequestId &request, const ProvisionId &provision, const QString &note)
{
    const auto row = ready(request, RequestStep::RecipientTold);
    if (!row)
        return row.error();
    const auto task = std::ranges::find(row->record.recipients, provision, &ledger::RequestRecipient::provision);
    if (task == row->record.recipients.end() || task->told) {
        return Error{ErrorKind::Conflict, Text::tr("This third party is not to be told, or was told already."),
                     u"no such recipient"_s};
    }
    if (auto corrected =
            provisionlog::corrected(m_open, m_recorder, row->record.subject, provision, request.toString());
        !corrected)
        return corrected;
    ledger::RequestMoved facts;
    facts.request = request;
    facts.step = RequestStep::RecipientTold;
    facts.provision = provision;
    return move(facts, note.trimmed());
}

} // namespace consent::desk
