#include "desk/contacts/provisionlog.h"
#include "desk/log/publishing.h"
#include "desk/people/subjectcards.h"
#include "desk/requests/requestviewing.h"
#include "desk/session/staffnames.h"
#include "domain/phone.h"

#include <QCoreApplication>

#include <algorithm>

// The data of the answer to an access request.
namespace consent::desk::requestviewing {

using namespace Qt::StringLiterals;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(RequestAnswering)
};

void addHeld(RequestAnswer &answer, const domain::Subject &person)
{
    const auto add = [&answer](domain::SubjectField field, const QString &value) {
        if (!value.isEmpty())
            answer.held.push_back({domain::label(field), value});
    };
    add(domain::SubjectField::Name, person.name);
    add(domain::SubjectField::BirthDate, person.birthDate.toString(Qt::ISODate));
    add(domain::SubjectField::Phone, domain::groupedPhone(person.phone));
    add(domain::SubjectField::Email, person.email);
    if (person.guardian) {
        add(domain::SubjectField::GuardianName, person.guardian->name);
        add(domain::SubjectField::GuardianPhone, domain::groupedPhone(person.guardian->phone));
        add(domain::SubjectField::GuardianRelation, person.guardian->relation);
    }
    answer.held.push_back({Text::tr("Membership"), domain::label(person.state)});
}

Result<void> addPurposes(RequestAnswer &answer, OpenDesk &open, const RequestContext &context, const SubjectId &subject)
{
    const auto script = publishing::newestScript(open);
    if (!script)
        return script.error().kind == ErrorKind::NotFound ? Result<void>() : script.error();
    const auto states =
        subjectcards::itemStates(open, subject, *script, {context.now, context.organisation.reconfirmMonths});
    if (!states)
        return states.error();
    const domain::Language language = subjectcards::screenLanguage();
    for (const ItemState &state : *states) {
        const domain::ConsentItem *item = script->item(state.code);
        if (item == nullptr || state.status == domain::ConsentStatus::None)
            continue;
        answer.purposes.push_back({state.title, item->purpose.in(language), item->data.in(language),
                                   item->period.in(language), state.status, state.since});
    }
    return {};
}

} // namespace

Result<RequestAnswer> answer(OpenDesk &open, const RequestContext &context, const cache::RequestRow &row)
{
    const SubjectId &subject = row.record.subject;
    const auto person = subjectcards::find(open, subject);
    if (!person)
        return person.error();
    const auto made = summary(open, context, row);
    if (!made)
        return made.error();
    RequestAnswer answer;
    answer.documentNumber = made->number + u"-1"_s;
    answer.madeAt = context.now;
    answer.request = *made;
    answer.subjectName = person->subject.name;
    const QString requester = row.personal.value("requester"_L1).toObject().value("name"_L1).toString();
    answer.requesterName = requester.isEmpty() ? person->subject.name : requester;
    addHeld(answer, person->subject);
    if (auto added = addPurposes(answer, open, context, subject); !added)
        return added.error();
    const auto provisions = provisionlog::ofSubject(open, context.organisation, subject);
    if (!provisions)
        return provisions.error();
    for (const ProvisionRow &provision : *provisions)
        answer.provisions.push_back(
            {provision.recipient, provision.purpose, provision.items.join(u", "_s), provision.at});
    const auto contacts = open.cache->log().ofSubject(subject);
    if (!contacts)
        return contacts.error();
    for (const cache::ConsentLogRow &contact : *contacts)
        answer.contacts.push_back(
            {contact.at, domain::label(contact.method), contact.receipt, domain::label(contact.outcome)});
    return answer;
}

} // namespace consent::desk::requestviewing
