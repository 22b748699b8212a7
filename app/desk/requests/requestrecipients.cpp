#include "desk/requests/requestrecipients.h"

#include "desk/session/opendesk.h"

#include <QHash>

#include <algorithm>

namespace consent::desk::requestrecipients {

using namespace Qt::StringLiterals;

namespace {

/// Whether a third party's item may hold what was wrong. An item that is not known here counts: better told once too
/// often than never.
bool mayHold(const QString &item, const QStringList &fields)
{
    static const QHash<QString, QStringList> holds{
        {u"name"_s, {u"name"_s}},
        {u"documentContent"_s, {u"name"_s, u"birthDate"_s}},
        {u"residentNumber"_s, {u"birthDate"_s}},
        {u"birthDate"_s, {u"birthDate"_s}},
        {u"passportNumber"_s, {}},
        {u"phone"_s, {u"phone"_s}},
        {u"email"_s, {u"email"_s}},
    };
    const auto known = holds.find(item);
    return known == holds.end() ||
           std::ranges::any_of(*known, [&fields](const QString &field) { return fields.contains(field); });
}

} // namespace

Result<std::vector<ProvisionId>> of(OpenDesk &open, const SubjectId &subject, const QStringList &fields)
{
    const auto provisions = open.cache->contacts().provisionsOf(subject);
    if (!provisions)
        return provisions.error();
    std::vector<ProvisionId> concerned;
    for (const cache::Provision &provision : *provisions) {
        if (std::ranges::any_of(provision.items, [&fields](const QString &item) { return mayHold(item, fields); }))
            concerned.push_back(provision.id);
    }
    return concerned;
}

} // namespace consent::desk::requestrecipients
