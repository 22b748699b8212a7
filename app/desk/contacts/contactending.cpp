#include "desk/contacts/contactending.h"

#include "cache/projection/contactstore.h"
#include "desk/log/publishing.h"
#include "domain/phone.h"
#include "ledger/consentfacts.h"
#include "ledger/contactfacts.h"
#include "ledger/eventtypes.h"
#include "ledger/mistakes.h"

#include <QCoreApplication>

namespace consent::desk::contactending {

using namespace Qt::StringLiterals;

namespace {

namespace types = ledger::eventtypes;

QString say(const char *text)
{
    return QCoreApplication::translate("ContactEnding", text);
}

Error endsByLeaving(const QString &code)
{
    return {ErrorKind::InvalidArgument,
            say(QT_TRANSLATE_NOOP("ContactEnding",
                                  "What the service can't do without ends only by leaving the service (policy chapter "
                                  "8). Nothing was ended. If that is what the person wants, take a request to leave.")),
            u"mandatory item "_s + code};
}

Error notTakenBack()
{
    return {ErrorKind::NotAllowed,
            say(QT_TRANSLATE_NOOP("ContactEnding",
                                  "Only the user who keyed it can correct it, on the same desk and within ten minutes. "
                                  "The opt-out stands; a new consent of the person brings the consent back.")),
            u"slip not accepted"_s};
}

/// What the ending says, by the type of event that says it.
struct Split
{
    ledger::ConsentEnded optOut;
    ledger::ConsentEnded withdrawal;
};

Result<Split> split(const Ending &ending, const domain::Script *script)
{
    Split parts;
    parts.optOut.contact = ContactId::create();
    parts.optOut.method = ending.method;
    parts.withdrawal.contact = parts.optOut.contact;
    parts.withdrawal.method = ending.method;
    for (const QString &code : ending.items) {
        const domain::ConsentItem *item = script != nullptr ? script->item(code) : nullptr;
        if (item == nullptr)
            return Error{ErrorKind::InvalidArgument,
                         say(QT_TRANSLATE_NOOP("ContactEnding", "This item is not in the script of this desk. Choose "
                                                                "everything optional instead; nothing was ended.")),
                         u"unknown item "_s + code};
        if (item->mandatory)
            return endsByLeaving(code);
        (item->category == domain::ItemCategory::Marketing ? parts.optOut : parts.withdrawal).items.append(code);
    }
    parts.optOut.channels = ending.channels;
    parts.optOut.allOptional = ending.allOptional;
    return parts;
}

bool saysSomething(const ledger::ConsentEnded &facts)
{
    return facts.allOptional || !facts.items.isEmpty() || !facts.channels.empty();
}

} // namespace

Result<StopTarget> targetOf(OpenDesk &open, const cache::SubjectRecord &person, const subjectcards::Asking &asking)
{
    StopTarget target{subjectcards::summary(person.subject), {}};
    const auto script = publishing::newestScript(open);
    if (!script)
        return script.error().kind == ErrorKind::NotFound ? Result<StopTarget>(target) : script.error();
    auto items = subjectcards::itemStates(open, person.subject.id, *script, asking);
    if (!items)
        return items.error();
    target.items = std::move(*items);
    return target;
}

Result<StopTargets> targetsOf(OpenDesk &open, const QString &digits, const subjectcards::Asking &asking)
{
    const auto people = open.cache->subjects().withPhone(digits);
    if (!people)
        return people.error();
    StopTargets targets{digits, domain::maskedPhone(digits), {}};
    for (const cache::SubjectRecord &person : *people) {
        auto target = targetOf(open, person, asking);
        if (!target)
            return target.error();
        targets.people.push_back(std::move(*target));
    }
    return targets;
}

Result<SubjectId> personOfNumber(OpenDesk &open, EventRecorder &recorder, const QString &digits)
{
    const auto people = open.cache->subjects().withPhone(digits);
    if (!people)
        return people.error();
    for (const cache::SubjectRecord &person : *people) {
        if (person.subject.name.isEmpty())
            return person.subject.id;
    }
    const SubjectId subject = SubjectId::create();
    if (auto event = recorder.record(types::subjectRegistered, subject, {}, {{u"phone"_s, digits}}); !event)
        return event.error();
    return subject;
}

Result<RecordedEnding> end(OpenDesk &open, EventRecorder &recorder, const SubjectId &subject, const Ending &ending,
                           int resultNoticeDays)
{
    if (const auto person = subjectcards::find(open, subject); !person)
        return person.error();
    const auto script = publishing::newestScript(open);
    if (!script && script.error().kind != ErrorKind::NotFound)
        return script.error();
    const auto parts = split(ending, script ? &*script : nullptr);
    if (!parts)
        return parts.error();
    RecordedEnding recorded;
    recorded.subject = subject;
    for (const auto &[type, said] :
         {std::pair(types::consentOptedOut, &parts->optOut), std::pair(types::consentWithdrawn, &parts->withdrawal)}) {
        if (!saysSomething(*said))
            continue;
        ledger::ConsentEnded facts = *said;
        const auto after = recorder.latestAbout(subject);
        if (!after)
            return after.error();
        facts.after = *after;
        const auto event = recorder.record(type, subject, facts.toFacts());
        if (!event)
            return event.error();
        recorded.events.push_back(event->event.id);
        recorded.at = ledger::orderTime(event->event);
    }
    if (recorded.events.empty())
        return Error{ErrorKind::InvalidArgument, say(QT_TRANSLATE_NOOP("ContactEnding", "Choose what is to end.")),
                     u"nothing to end"_s};
    recorded.tellBy = domain::tellResultBy(recorded.at, resultNoticeDays);
    recorded.correctableUntil = recorded.at + Milliseconds(ledger::ConsentMistaken::withinMs);
    return recorded;
}

Result<void> takeBack(OpenDesk &open, EventRecorder &recorder, const RecordedEnding &ending,
                      domain::MistakeReason reason)
{
    for (const EventId &id : ending.events) {
        const auto stored = open.cache->events().find(id);
        if (!stored)
            return stored.error();
        const ledger::Event &mistaken = stored->event.event;
        const auto after = recorder.latestAbout(ending.subject);
        if (!after)
            return after.error();
        const ledger::ConsentMistaken facts{id, reason, *after};
        const auto slip = recorder.record(types::consentMistaken, ending.subject, facts.toFacts());
        if (!slip)
            return slip.error();
        // Judged by the rule that every desk judges by; when it does not count, the transaction takes it back.
        if (!ledger::undoes(slip->event, mistaken))
            return notTakenBack();
    }
    return {};
}

} // namespace consent::desk::contactending
