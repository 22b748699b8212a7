#include "desk/calls/calldraft.h"

namespace consent::desk::calldraft {

using namespace Qt::StringLiterals;
using domain::fromCode;
using domain::toCode;

QJsonObject toJson(const domain::Guardian &guardian)
{
    QJsonObject json{{u"name"_s, guardian.name}, {u"phone"_s, guardian.phone}, {u"relation"_s, guardian.relation}};
    if (!guardian.method.isEmpty())
        json.insert(u"method"_s, guardian.method);
    return json;
}

QJsonObject toJson(const domain::Subject &subject)
{
    QJsonObject json{
        {u"id"_s, subject.id.toString()}, {u"name"_s, subject.name},
        {u"phone"_s, subject.phone},      {u"birthDate"_s, subject.birthDate.toString(Qt::ISODate)},
        {u"email"_s, subject.email},      {u"state"_s, toCode(subject.state)},
    };
    if (subject.guardian)
        json.insert(u"guardian"_s, toJson(*subject.guardian));
    return json;
}

QJsonObject toJson(const CallOptions &options)
{
    return {
        {u"method"_s, toCode(options.method)}, {u"language"_s, toCode(options.language)},
        {u"secondCall"_s, options.secondCall}, {u"identifiers"_s, options.identifiers},
        {u"callId"_s, options.callId},
    };
}

QJsonObject toJson(const ledger::DocumentReference &reference)
{
    return {{u"code"_s, reference.code}, {u"version"_s, reference.version}, {u"sha256"_s, reference.sha256}};
}

QJsonArray toJson(const std::vector<ItemState> &items)
{
    QJsonArray json;
    for (const ItemState &item : items) {
        json.append(QJsonObject{
            {u"code"_s, item.code},
            {u"title"_s, item.title},
            {u"mandatory"_s, item.mandatory},
            {u"category"_s, toCode(item.category)},
            {u"channel"_s, toCode(item.channel)},
            {u"status"_s, toCode(item.status)},
            {u"since"_s, item.since ? QJsonValue(toMs(*item.since)) : QJsonValue()},
        });
    }
    return json;
}

std::optional<domain::Guardian> guardianFromJson(const QJsonObject &json)
{
    domain::Guardian guardian{json.value(u"name").toString(), json.value(u"phone").toString(),
                              json.value(u"relation").toString(), json.value(u"method").toString()};
    return guardian.name.isEmpty() ? std::nullopt : std::optional(guardian);
}

std::optional<domain::Subject> subjectFromJson(const QJsonObject &json)
{
    const auto id = SubjectId::fromString(json.value(u"id").toString());
    const auto state = fromCode<domain::MembershipState>(json.value(u"state").toString());
    domain::Subject subject;
    subject.name = json.value(u"name").toString();
    subject.phone = json.value(u"phone").toString();
    subject.birthDate = QDate::fromString(json.value(u"birthDate").toString(), Qt::ISODate);
    subject.email = json.value(u"email").toString();
    if (!id || !state || subject.name.isEmpty() || !subject.birthDate.isValid())
        return std::nullopt;
    subject.id = *id;
    subject.state = *state;
    if (json.contains(u"guardian")) {
        subject.guardian = guardianFromJson(json.value(u"guardian").toObject());
        if (!subject.guardian)
            return std::nullopt;
    }
    return subject;
}

std::optional<CallOptions> optionsFromJson(const QJsonObject &json)
{
    const auto method = fromCode<domain::CaptureMethod>(json.value(u"method").toString());
    const auto language = fromCode<domain::Language>(json.value(u"language").toString());
    if (!method || !language)
        return std::nullopt;
    return CallOptions{*method, *language, json.value(u"secondCall").toBool(), json.value(u"identifiers").toBool(),
                       json.value(u"callId").toString()};
}

std::optional<ledger::DocumentReference> referenceFromJson(const QJsonObject &json)
{
    ledger::DocumentReference reference{json.value(u"code").toString(), json.value(u"version").toString(),
                                        json.value(u"sha256").toString()};
    return reference.code.isEmpty() || reference.sha256.isEmpty() ? std::nullopt : std::optional(reference);
}

std::optional<std::vector<ItemState>> itemsFromJson(const QJsonArray &json)
{
    std::vector<ItemState> items;
    for (const QJsonValue &value : json) {
        const auto category = fromCode<domain::ItemCategory>(value[u"category"].toString());
        const auto channel = fromCode<domain::Channel>(value[u"channel"].toString());
        const auto status = fromCode<domain::ConsentStatus>(value[u"status"].toString());
        if (!category || !channel || !status || value[u"code"].toString().isEmpty())
            return std::nullopt;
        ItemState item{value[u"code"].toString(),
                       value[u"title"].toString(),
                       value[u"mandatory"].toBool(),
                       *category,
                       *channel,
                       *status,
                       std::nullopt};
        if (value[u"since"].isDouble())
            item.since = fromMs(value[u"since"].toInteger());
        items.push_back(std::move(item));
    }
    return items;
}

} // namespace consent::desk::calldraft
