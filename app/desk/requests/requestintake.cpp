#include "desk/requests/requestintake.h"

#include "desk/log/publishing.h"
#include "domain/birthdate.h"
#include "domain/invalid.h"
#include "domain/phone.h"
#include "domain/values.h"

#include <QCoreApplication>

#include <algorithm>

namespace consent::desk::requestintake {

using namespace Qt::StringLiterals;
using domain::invalid;
using domain::SubjectField;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(RequestIntake)
};

constexpr auto longestWait = std::chrono::days(366);

Result<void> checkRequester(const RequestContext &context, const domain::Subject &person, const NewRequest &request)
{
    if (request.requester == domain::Requester::Self)
        return {};
    if (request.requester == domain::Requester::Guardian && !domain::isUnder14(person.birthDate, context.today()))
        return invalid(
            Text::tr("This person is 14 or older: a guardian can't ask any more. The person asks, or an agent "
                     "with a mandate."),
            "guardian of 14");
    if (const auto name = domain::PersonName::parse(request.requesterName); !name)
        return name.error();
    const bool reachable =
        domain::PhoneNumber::parse(request.requesterContact) || domain::EmailAddress::parse(request.requesterContact);
    if (!reachable)
        return invalid(Text::tr("Enter a telephone number or e-mail address at which the requester can be reached."),
                       "requester contact");
    return {};
}

Result<void> checkItems(OpenDesk &open, const NewRequest &request)
{
    if (request.items.isEmpty())
        return {};
    const auto script = publishing::newestScript(open);
    if (!script)
        return script.error();
    for (const QString &code : request.items) {
        const domain::ConsentItem *item = script->item(code);
        if (item == nullptr)
            return invalid(Text::tr("This item is not in the script. Choose it from the list."), "unknown item");
        if (item->mandatory)
            return invalid(
                Text::tr("A mandatory item can be withdrawn only by leaving. Write down a request to leave."),
                "mandatory item");
    }
    return {};
}

} // namespace

Result<QString> normalised(SubjectField field, const QString &typed, QDate today)
{
    const auto textOf = [](const auto &parsed) -> Result<QString> {
        return parsed ? Result<QString>(parsed->toString()) : parsed.error();
    };
    switch (field) {
    case SubjectField::Name:
    case SubjectField::GuardianName:
        return textOf(domain::PersonName::parse(typed));
    case SubjectField::Phone:
    case SubjectField::GuardianPhone: {
        const auto number = domain::PhoneNumber::parse(typed);
        return number ? Result<QString>(number->digits()) : number.error();
    }
    case SubjectField::BirthDate: {
        const auto date = domain::parseBirthDate(typed, today);
        return date ? Result<QString>(date->toString(Qt::ISODate)) : date.error();
    }
    case SubjectField::Email:
        if (typed.trimmed().isEmpty())
            return QString(); // no address any more
        return textOf(domain::EmailAddress::parse(typed));
    case SubjectField::GuardianRelation:
        return typed.simplified().left(20);
    }
    Q_UNREACHABLE();
}

QString current(const domain::Subject &person, SubjectField field)
{
    const domain::Guardian guardian = person.guardian.value_or(domain::Guardian());
    switch (field) {
    case SubjectField::Name:
        return person.name;
    case SubjectField::Phone:
        return person.phone;
    case SubjectField::BirthDate:
        return person.birthDate.toString(Qt::ISODate);
    case SubjectField::Email:
        return person.email;
    case SubjectField::GuardianName:
        return guardian.name;
    case SubjectField::GuardianPhone:
        return guardian.phone;
    case SubjectField::GuardianRelation:
        return guardian.relation;
    }
    Q_UNREACHABLE();
}

QJsonObject corrections(const domain::Subject &person, const QJsonObject &wanted)
{
    QJsonObject changes;
    const domain::Guardian known = person.guardian.value_or(domain::Guardian());
    QJsonObject guardian{{u"name"_s, known.name}, {u"phone"_s, known.phone}, {u"relation"_s, known.relation}};
    bool guardianChanges = false;
    for (auto at = wanted.begin(); at != wanted.end(); ++at) {
        const auto field = domain::fromCode<SubjectField>(at.key());
        if (!field)
            continue;
        switch (*field) {
        case SubjectField::Name:
        case SubjectField::Phone:
        case SubjectField::BirthDate:
        case SubjectField::Email:
            changes.insert(at.key(), at.value());
            continue;
        case SubjectField::GuardianName:
            guardian.insert(u"name"_s, at.value());
            break;
        case SubjectField::GuardianPhone:
            guardian.insert(u"phone"_s, at.value());
            break;
        case SubjectField::GuardianRelation:
            guardian.insert(u"relation"_s, at.value());
            break;
        }
        guardianChanges = true;
    }
    if (guardianChanges)
        changes.insert(u"guardian"_s, guardian);
    return changes;
}

Result<void> check(OpenDesk &open, const RequestContext &context, const domain::Subject &person,
                   const NewRequest &request)
{
    if (request.received && *request.received > context.now)
        return invalid(Text::tr("A request can't have come later than now."), "received in the future");
    if (request.received && *request.received < context.now - longestWait)
        return invalid(Text::tr("A request that came more than a year ago: check the date."), "received long ago");
    if (auto allowed = checkRequester(context, person, request); !allowed)
        return allowed;
    if (auto allowed = note(request.details); !allowed)
        return allowed.error();
    if (request.kind == domain::RequestKind::Withdrawal)
        return checkItems(open, request);
    if (request.kind != domain::RequestKind::Correction)
        return {};
    if (request.changes.empty())
        return invalid(Text::tr("Choose at least one field that is wrong, and enter how it should be."), "no change");
    for (const WantedChange &change : request.changes) {
        const auto value = normalised(change.field, change.after, context.today());
        if (!value)
            return value.error();
        if (*value == current(person, change.field))
            return invalid(Text::tr("%1 stands like that already.").arg(domain::label(change.field)), "no difference");
    }
    return {};
}

Result<QJsonObject> personal(const RequestContext &context, const domain::Subject &person, const NewRequest &request)
{
    QJsonObject sealed{{u"details"_s, request.details.trimmed()}};
    if (request.requester != domain::Requester::Self)
        sealed.insert(u"requester"_s, QJsonObject{{u"name"_s, request.requesterName.simplified()},
                                                  {u"contact"_s, request.requesterContact.trimmed()},
                                                  {u"relation"_s, request.requesterRelation.simplified().left(40)}});
    if (request.kind != domain::RequestKind::Correction)
        return sealed;
    QJsonObject before;
    QJsonObject wanted;
    for (const WantedChange &change : request.changes) {
        const auto value = normalised(change.field, change.after, context.today());
        if (!value)
            return value.error();
        before.insert(domain::toCode(change.field), current(person, change.field));
        wanted.insert(domain::toCode(change.field), *value);
    }
    sealed.insert(u"before"_s, before);
    sealed.insert(u"wanted"_s, wanted);
    return sealed;
}

Result<QString> reason(const QString &typed)
{
    if (typed.trimmed().isEmpty())
        return invalid(Text::tr("Enter the reason. The person is told it, and it is kept."), "no reason");
    return note(typed);
}

Result<QString> note(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.size() > longestText)
        return invalid(Text::tr("The text is longer than %1 characters. Shorten it.").arg(longestText),
                       "text too long");
    return text;
}

} // namespace consent::desk::requestintake
