#include "desk/log/logdesk.h"

#include "cache/log/consentlogstore.h"
#include "cache/store/accesslogstore.h"
#include "desk/calls/callsaving.h"
#include "desk/log/publishing.h"
#include "desk/log/recordcheck.h"
#include "desk/people/subjectcards.h"
#include "desk/requests/freezeguard.h"
#include "desk/session/deskcore.h"
#include "desk/session/staffnames.h"
#include "domain/phone.h"
#include "ledger/consentfacts.h"
#include "ledger/contactfacts.h"
#include "ledger/mistakes.h"

#include <algorithm>

namespace consent::desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 1000;

cache::ConsentLogFilter filterOf(const LogFilter &filter)
{
    return {filter.from, filter.to, filter.agent, filter.item, filter.decision, filter.method};
}

LogKind kindOf(cache::LogKind kind)
{
    switch (kind) {
    case cache::LogKind::Captured:
        return LogKind::Captured;
    case cache::LogKind::Withdrawn:
        return LogKind::Withdrawn;
    case cache::LogKind::OptedOut:
        return LogKind::OptedOut;
    case cache::LogKind::Mistaken:
        return LogKind::Mistaken;
    }
    return LogKind::Captured;
}

LogRow rowOf(const cache::ConsentLogRow &row, StaffNames &names)
{
    return {row.event,           kindOf(row.kind), row.at,      domain::maskedName(row.name),
            names.of(row.agent), row.method,       row.outcome, row.granted,
            row.refused,         row.ended,        row.receipt, row.flagged};
}

QString flagInWords(const QString &flag)
{
    if (flag == u"tooFast")
        return LogDesk::tr("A clause was passed faster than it can be spoken");
    if (flag == u"noRecording")
        return LogDesk::tr("No recording");
    return flag;
}

/// What a captured contact adds to the view.
Result<void> addContact(OpenDesk &open, const ledger::Event &event, RecordView &view)
{
    const auto facts = ledger::ConsentCaptured::fromFacts(event.facts);
    if (!facts)
        return facts.error();
    const auto held = publishing::documentsOf(open, facts->script, facts->notice);
    if (!held)
        return held.error();
    const domain::Language language = subjectcards::screenLanguage();
    for (const ledger::CapturedItem &item : facts->items) {
        const domain::ConsentItem *asked = held->script.item(item.code);
        view.answers.push_back({item.code, asked != nullptr ? asked->title.in(language) : item.code, item.mandatory,
                                item.decision, item.answerMs});
    }
    for (const ledger::CapturedClause &visit : facts->clauses) {
        const domain::Clause *clause = held->script.clause(visit.clause);
        view.clauses.push_back(
            {clause != nullptr ? clause->title.in(language) : visit.clause, visit.startMs, visit.endMs, visit.tooFast});
    }
    for (const QString &flag : facts->flags)
        view.flags.push_back(flagInWords(flag));
    view.noticeLine = LogDesk::tr("%1, no. %2, in force since %3")
                          .arg(held->notice.title)
                          .arg(held->notice.number)
                          .arg(held->notice.effective.toString(Qt::ISODate));
    view.scriptLine = LogDesk::tr("%1, version %2").arg(held->script.title().in(language), facts->script.version);
    return {};
}

/// What an opt-out or withdrawal adds: the items that it ended.
Result<void> addEnding(OpenDesk &open, const ledger::Event &event, RecordView &view)
{
    const auto facts = ledger::ConsentEnded::fromFacts(event.facts);
    if (!facts)
        return facts.error();
    const auto script = publishing::newestScript(open);
    if (facts->allOptional)
        view.flags.push_back(LogDesk::tr("Everything optional was ended"));
    for (const QString &code : facts->items) {
        const domain::ConsentItem *item = script ? script->item(code) : nullptr;
        view.flags.push_back(
            LogDesk::tr("Ended: %1").arg(item != nullptr ? item->title.in(subjectcards::screenLanguage()) : code));
    }
    for (const domain::Channel channel : facts->channels)
        view.flags.push_back(LogDesk::tr("Ended: %1").arg(domain::label(channel)));
    return {};
}

/// Whether an ending was taken back as a slip of the hand, and does not count.
Result<void> addSlip(OpenDesk &open, const ledger::Event &event, RecordView &view)
{
    const auto mistake = open.cache->contacts().mistakeAbout(event.id);
    if (!mistake || !*mistake)
        return mistake ? Result<void>() : mistake.error();
    const auto stored = open.cache->events().find(**mistake);
    if (!stored)
        return stored.error();
    const auto facts = ledger::ConsentMistaken::fromFacts(stored->event.event.facts);
    if (facts && ledger::undoes(stored->event.event, event))
        view.flags.push_back(LogDesk::tr("Keyed by mistake, corrected %1: %2. It does not count.")
                                 .arg(koreanTimestamp(stored->event.event.at), domain::label(facts->reason)));
    return {};
}

/// What a correction of a slip adds: which ending it speaks of.
Result<void> addMistake(OpenDesk &open, const ledger::Event &event, RecordView &view)
{
    const auto facts = ledger::ConsentMistaken::fromFacts(event.facts);
    if (!facts)
        return facts.error();
    view.flags.push_back(LogDesk::tr("An opt-out was keyed by mistake: %1").arg(domain::label(facts->reason)));
    const auto ending = open.cache->events().find(facts->mistaken);
    if (!ending)
        return ending.error().kind == ErrorKind::NotFound ? Result<void>() : ending.error();
    if (!ledger::undoes(event, ending->event.event))
        view.flags.push_back(LogDesk::tr("It came too late or from somebody else: the opt-out stands."));
    return addEnding(open, ending->event.event, view);
}

/// Which of the consents given here count no longer because nobody confirmed them in time (Network Act 50(8)): no event
/// says so, the days do.
Result<void> addExpired(OpenDesk &open, const subjectcards::Asking &asking, RecordView &view)
{
    const auto script = publishing::newestScript(open);
    if (!script)
        return script.error().kind == ErrorKind::NotFound ? Result<void>() : script.error();
    const auto states = subjectcards::itemStates(open, view.subject, *script, asking);
    if (!states)
        return states.error();
    for (const ItemState &state : *states) {
        const auto answer = std::ranges::find(view.answers, state.code, &AnswerRow::itemCode);
        const bool given = answer != view.answers.end() && answer->decision == domain::Decision::Granted;
        if (given && state.status == domain::ConsentStatus::Expired)
            view.flags.push_back(u"%1: %2"_s.arg(state.title, state.why));
    }
    return {};
}

Result<void> addByKind(OpenDesk &open, cache::LogKind kind, const ledger::Event &event, RecordView &view)
{
    switch (kind) {
    case cache::LogKind::Captured:
        return addContact(open, event, view);
    case cache::LogKind::Withdrawn:
    case cache::LogKind::OptedOut:
        if (auto added = addEnding(open, event, view); !added)
            return added;
        return addSlip(open, event, view);
    case cache::LogKind::Mistaken:
        return addMistake(open, event, view);
    }
    return {};
}

} // namespace

LogDesk::LogDesk(DeskCore &core, QObject *parent)
    : QObject(parent)
    , m_core(core)
{
}

QFuture<Result<qint64>> LogDesk::count(const LogFilter &filter)
{
    return m_core.read([this, filter](OpenDesk &open) -> Result<qint64> {
        if (auto allowed = m_core.require(Right::ViewConsentLog); !allowed)
            return allowed.error();
        return open.cache->log().count(filterOf(filter));
    });
}

QFuture<Result<std::vector<LogRow>>> LogDesk::rows(const LogFilter &filter, qint64 first, int count)
{
    return m_core.read([this, filter, first, count](OpenDesk &open) -> Result<std::vector<LogRow>> {
        if (auto allowed = m_core.require(Right::ViewConsentLog); !allowed)
            return allowed.error();
        const auto page = open.cache->log().page(filterOf(filter), first, std::min(count, mostRows));
        if (!page)
            return page.error();
        StaffNames names(open);
        std::vector<LogRow> rows;
        for (const cache::ConsentLogRow &row : *page)
            rows.push_back(rowOf(row, names));
        return rows;
    });
}

QFuture<Result<RecordView>> LogDesk::open(const EventId &event)
{
    return m_core.write([this, event](OpenDesk &open, EventRecorder &) -> Result<RecordView> {
        if (auto allowed = m_core.require(Right::ViewConsentLog); !allowed)
            return allowed.error();
        const auto row = open.cache->log().find(event);
        if (!row)
            return row.error();
        const auto stored = open.cache->events().find(event);
        if (!stored)
            return stored.error();
        const ledger::SignedEvent &record = stored->event;
        StaffNames names(open);
        RecordView view;
        view.row = rowOf(*row, names);
        view.subject = row->subject;
        view.subjectMaskedName = view.row.subjectMaskedName;
        if (const auto person = subjectcards::find(open, row->subject))
            view.maskedPhone = domain::maskedPhone(person->subject.phone);
        if (auto added = addByKind(open, row->kind, record.event, view); !added)
            return added.error();
        if (auto added = addExpired(open, {m_core.clock().now(), m_core.organisation().reconfirmMonths}, view); !added)
            return added.error();
        view.device = record.event.device.toString();
        view.sequence = record.event.seq;
        view.eventHash = QString::fromLatin1(record.hash.toHex());
        const RecordCheck check = checkRecord(open, record);
        view.verified = check.sound;
        view.verification = check.words;
        if (auto logged = open.cache->accessLog().append({m_core.clock().now(),
                                                          m_core.user().id,
                                                          m_core.profile().device(),
                                                          row->subject,
                                                          u"view.record"_s,
                                                          {}});
            !logged)
            return logged.error();
        return view;
    });
}

QFuture<Result<ReceiptDocument>> LogDesk::receipt(const EventId &event)
{
    return m_core.write([this, event](OpenDesk &open, EventRecorder &) -> Result<ReceiptDocument> {
        if (auto allowed = m_core.require(Right::ViewConsentLog); !allowed)
            return allowed.error();
        const auto stored = open.cache->events().find(event);
        if (!stored)
            return stored.error();
        if (!stored->event.event.subject)
            return Error{ErrorKind::NotFound, tr("This record has no receipt."), u"no subject"_s};
        const auto person = subjectcards::find(open, *stored->event.event.subject);
        if (!person)
            return person.error();
        if (auto free = freezeguard::require(open, *stored->event.event.subject); !free)
            return free.error();
        if (auto logged = open.cache->accessLog().append({m_core.clock().now(),
                                                          m_core.user().id,
                                                          m_core.profile().device(),
                                                          person->subject.id,
                                                          u"print.receipt"_s,
                                                          {}});
            !logged)
            return logged.error();
        return callsaving::receiptOf(open, stored->event, person->subject, m_core.organisation(), m_core.clock().now());
    });
}

QFuture<Result<LogChoices>> LogDesk::choices()
{
    return m_core.read([this](OpenDesk &open) -> Result<LogChoices> {
        if (auto allowed = m_core.require(Right::ViewConsentLog); !allowed)
            return allowed.error();
        const auto agents = open.cache->log().agents();
        if (!agents)
            return agents.error();
        const auto items = open.cache->log().items();
        if (!items)
            return items.error();
        const auto script = publishing::newestScript(open);
        StaffNames names(open);
        LogChoices choices;
        for (const UserId &agent : *agents)
            choices.agents.push_back({agent, names.of(agent)});
        for (const QString &code : *items) {
            const domain::ConsentItem *item = script ? script->item(code) : nullptr;
            choices.items.push_back({code, item != nullptr ? item->title.in(subjectcards::screenLanguage()) : code});
        }
        return choices;
    });
}

} // namespace consent::desk
