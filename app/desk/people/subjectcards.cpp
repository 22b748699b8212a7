#include "desk/people/subjectcards.h"

#include "cache/projection/consentstatestore.h"
#include "cache/projection/contactstore.h"
#include "domain/advertising.h"
#include "domain/phone.h"
#include "ledger/consentprojection.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace consent::desk::subjectcards {

using ledger::ConsentStatement;

namespace {

bool isBlanket(const ConsentStatement &statement)
{
    return statement.scope == ledger::allOptionalScope || statement.scope.startsWith(QLatin1StringView("channel:"));
}

/// The moment of the statement that made the status what it is.
std::optional<UtcTime> sinceWhen(domain::ConsentStatus status, const ConsentStatement *own,
                                 const std::vector<ConsentStatement> &blankets)
{
    if (status == domain::ConsentStatus::None)
        return std::nullopt;
    if (own != nullptr && own->status == status)
        return own->said.value_or(own->time);
    std::optional<UtcTime> latest;
    for (const ConsentStatement &blanket : blankets) {
        if (blanket.status == status && (!latest || blanket.said.value_or(blanket.time) > *latest))
            latest = blanket.said.value_or(blanket.time);
    }
    return latest;
}

QString say(const char *text)
{
    return QCoreApplication::translate("SubjectCards", text);
}

/// Why an item does not count, or not any more.
QString whyNot(const ItemState &state, const ConsentStatement *own)
{
    const QString day = state.since ? koreanDate(*state.since).toString(Qt::ISODate) : QString();
    const bool itself = own != nullptr && own->status == state.status;
    switch (state.status) {
    case domain::ConsentStatus::None:
    case domain::ConsentStatus::Granted:
        return {};
    case domain::ConsentStatus::Refused:
        return say(QT_TRANSLATE_NOOP("SubjectCards", "Refused on %1.")).arg(day);
    case domain::ConsentStatus::Withdrawn:
        return say(QT_TRANSLATE_NOOP("SubjectCards", "Withdrawn on %1.")).arg(day);
    case domain::ConsentStatus::OptedOut:
        return itself ? say(QT_TRANSLATE_NOOP("SubjectCards", "Opted out on %1.")).arg(day)
                      : say(QT_TRANSLATE_NOOP("SubjectCards", "Opted out on %1, together with others.")).arg(day);
    case domain::ConsentStatus::Expired:
        return say(QT_TRANSLATE_NOOP("SubjectCards",
                                     "Given on %1 and not confirmed again in time: it no longer counts since %2."))
            .arg(day, state.countsUntil.toString(Qt::ISODate));
    case domain::ConsentStatus::Invalidated:
        return say(QT_TRANSLATE_NOOP("SubjectCards", "Found invalid in review on %1.")).arg(day);
    }
    return {};
}

/// What another registration of the same person tells and this one does not.
void fillIn(cache::SubjectRecord &person, const cache::SubjectRecord &other)
{
    domain::Subject &subject = person.subject;
    if (subject.name.isEmpty())
        subject.name = other.subject.name;
    if (subject.phone.isEmpty())
        subject.phone = other.subject.phone;
    if (!subject.birthDate.isValid())
        subject.birthDate = other.subject.birthDate;
    if (subject.email.isEmpty())
        subject.email = other.subject.email;
    if (!subject.guardian)
        subject.guardian = other.subject.guardian;
    subject.state = std::max(subject.state, other.subject.state); // joined, or left, under either
    if (other.lastContact && (!person.lastContact || *person.lastContact < *other.lastContact))
        person.lastContact = other.lastContact;
}

} // namespace

domain::Language screenLanguage()
{
    return QLocale().language() == QLocale::English ? domain::Language::English : domain::Language::Korean;
}

SubjectSummary summary(const domain::Subject &subject)
{
    const QString name = subject.name.isEmpty()
                             ? QCoreApplication::translate("SubjectCards", "Name not known")
                             : subject.name; // a number that opted out before anybody was known by it
    return SubjectSummary{subject.id, name, domain::maskedPhone(subject.phone), subject.birthDate, subject.state};
}

Result<cache::SubjectRecord> find(OpenDesk &open, const SubjectId &subject)
{
    const auto members = open.cache->merges().members(subject);
    if (!members)
        return members.error();
    std::optional<cache::SubjectRecord> person;
    for (const SubjectId &member : *members) {
        auto record = open.cache->subjects().find(member);
        if (!record)
            return record.error();
        if (!*record)
            continue;
        if (!person)
            person = **std::move(record);
        else
            fillIn(*person, **record);
    }
    if (!person)
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("SubjectCards",
                                                 "This person is not on this desk. Search again by number or "
                                                 "name."),
                     QStringLiteral("no such subject")};
    return *std::move(person);
}

Result<std::vector<cache::SubjectRecord>> people(OpenDesk &open, const std::vector<cache::SubjectRecord> &found)
{
    std::vector<cache::SubjectRecord> people;
    for (const cache::SubjectRecord &record : found) {
        auto person = find(open, record.subject.id);
        if (!person)
            return person.error();
        if (std::ranges::none_of(people, [&person](const auto &other) { return other.number == person->number; }))
            people.push_back(*std::move(person));
    }
    return people;
}

std::vector<ItemState> freshItemStates(const domain::Script &script)
{
    std::vector<ItemState> states;
    for (const domain::ConsentItem &item : script.items()) {
        ItemState state;
        state.code = item.code;
        state.title = item.title.in(screenLanguage());
        state.mandatory = item.mandatory;
        state.category = item.category;
        state.channel = item.channel;
        state.night = item.night;
        states.push_back(std::move(state));
    }
    return states;
}

std::vector<ItemState> itemStates(const std::vector<ConsentStatement> &statements,
                                  const std::map<QString, UtcTime> &kept, const domain::Script &script,
                                  const Asking &asking)
{
    std::vector<ConsentStatement> blankets;
    std::ranges::copy_if(statements, std::back_inserter(blankets), isBlanket);
    std::vector<ItemState> states = freshItemStates(script);
    for (ItemState &state : states) {
        const auto own = std::ranges::find(statements, state.code, &ConsentStatement::scope);
        const ConsentStatement *statement = own == statements.end() ? nullptr : &*own;
        state.status = ledger::effectiveStatus(statement, {state.mandatory, state.channel}, blankets);
        state.since = sinceWhen(state.status, statement, blankets);
        if (state.status == domain::ConsentStatus::Granted && domain::isAdvertising(state.category, state.channel)) {
            const auto again = kept.find(state.code);
            state.counted = again == kept.end() ? *state.since : std::max(*state.since, again->second);
            state.countsUntil = domain::reconfirmBefore(*state.counted, asking.reconfirmMonths);
            if (koreanDate(asking.now) >= state.countsUntil)
                state.status = domain::ConsentStatus::Expired;
        }
        state.why = whyNot(state, statement);
    }
    return states;
}

Result<std::map<QString, UtcTime>> keptOf(OpenDesk &open, const SubjectId &subject)
{
    const auto members = open.cache->merges().members(subject);
    if (!members)
        return members.error();
    std::map<QString, UtcTime> latest;
    for (const SubjectId &member : *members) {
        const auto kept = open.cache->contacts().keptOf(member);
        if (!kept)
            return kept.error();
        for (const auto &[item, at] : *kept) {
            const auto [place, fresh] = latest.emplace(item, at);
            if (!fresh)
                place->second = std::max(place->second, at);
        }
    }
    return latest;
}

Result<std::vector<ItemState>> itemStates(OpenDesk &open, const SubjectId &subject, const domain::Script &script,
                                          const Asking &asking)
{
    const auto statements = open.cache->states().ofSubject(subject);
    if (!statements)
        return statements.error();
    const auto kept = keptOf(open, subject);
    if (!kept)
        return kept.error();
    return itemStates(*statements, *kept, script, asking);
}

} // namespace consent::desk::subjectcards
