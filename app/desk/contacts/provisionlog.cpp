#include "desk/contacts/provisionlog.h"

#include "cache/projection/contactstore.h"
#include "cache/projection/requeststore.h"
#include "desk/people/subjectcards.h"
#include "domain/invalid.h"
#include "ledger/eventtypes.h"

#include <QCoreApplication>

#include <algorithm>

namespace consent::desk::provisionlog {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("ProvisionLog", text);
}

Result<void> requireRegistered(const domain::Organisation &organisation, const ProvisionFacts &facts)
{
    if (facts.items.isEmpty())
        return domain::invalid(
            say(QT_TRANSLATE_NOOP("ProvisionLog", "Choose at least one item. Nothing was recorded.")), "no item");
    const domain::Organisation::ThirdParty *recipient = organisation.thirdParty(facts.recipient);
    const bool known =
        recipient != nullptr && recipient->purpose(facts.purpose) != nullptr &&
        std::ranges::all_of(facts.items, [&](const QString &item) { return recipient->item(item) != nullptr; });
    if (known)
        return {};
    return Error{ErrorKind::InvalidArgument,
                 say(QT_TRANSLATE_NOOP("ProvisionLog",
                                       "This recipient, purpose or item is not in the organisation's register of third "
                                       "parties. Nothing was provided. Ask your privacy officer.")),
                 u"not registered: %1/%2/%3"_s.arg(facts.recipient, facts.purpose, facts.items.join(u','))};
}

} // namespace

Result<ProvisionId> made(OpenDesk &open, EventRecorder &recorder, const domain::Organisation &organisation,
                         const SubjectId &subject, const ProvisionFacts &facts)
{
    if (auto registered = requireRegistered(organisation, facts); !registered)
        return registered.error();
    if (const auto person = subjectcards::find(open, subject); !person)
        return person.error();
    const auto frozen = open.cache->requests().frozen(subject);
    if (!frozen)
        return frozen.error();
    if (*frozen)
        return Error{ErrorKind::NotAllowed,
                     say(QT_TRANSLATE_NOOP("ProvisionLog",
                                           "This person's data is frozen while a request is open, so it is not given "
                                           "to anybody (policy chapter 8). Nothing was provided.")),
                     u"frozen"_s};
    const auto after = recorder.latestAbout(subject);
    if (!after)
        return after.error();
    const ledger::ProvisionMade made{ProvisionId::create(), facts.recipient, facts.purpose,
                                     facts.items,           facts.basis,     *after};
    if (auto event = recorder.record(ledger::eventtypes::provisionMade, subject, made.toFacts()); !event)
        return event.error();
    return made.provision;
}

Result<void> corrected(OpenDesk &open, EventRecorder &recorder, const SubjectId &subject, const ProvisionId &provision,
                       const QString &request)
{
    const auto known = open.cache->contacts().provision(provision);
    if (!known)
        return known.error();
    if (!*known || (*known)->subject != subject)
        return Error{ErrorKind::NotFound,
                     say(QT_TRANSLATE_NOOP("ProvisionLog", "This provision is not in the person's log on this desk.")),
                     u"no such provision"_s};
    const auto after = recorder.latestAbout(subject);
    if (!after)
        return after.error();
    const ledger::ProvisionCorrected facts{provision, request, *after};
    if (auto event = recorder.record(ledger::eventtypes::provisionCorrected, subject, facts.toFacts()); !event)
        return event.error();
    return {};
}

Result<std::vector<ProvisionRow>> ofSubject(OpenDesk &open, const domain::Organisation &organisation,
                                            const SubjectId &subject)
{
    const auto provisions = open.cache->contacts().provisionsOf(subject);
    if (!provisions)
        return provisions.error();
    const domain::Language language = subjectcards::screenLanguage();
    const auto word = [language](const domain::Organisation::Named *named, const QString &code) {
        return named != nullptr ? named->name.in(language) : code;
    };
    std::vector<ProvisionRow> rows;
    for (const cache::Provision &provision : *provisions) {
        const domain::Organisation::ThirdParty *recipient = organisation.thirdParty(provision.recipient);
        ProvisionRow row;
        row.id = provision.id;
        row.at = provision.at;
        row.recipientCode = provision.recipient;
        row.recipient = recipient != nullptr ? recipient->name.in(language) : provision.recipient;
        row.purpose = word(recipient != nullptr ? recipient->purpose(provision.purpose) : nullptr, provision.purpose);
        for (const QString &item : provision.items)
            row.items.append(word(recipient != nullptr ? recipient->item(item) : nullptr, item));
        row.period = recipient != nullptr ? recipient->period.in(language) : QString();
        row.basis = provision.basis;
        row.corrected = provision.corrected;
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace consent::desk::provisionlog
