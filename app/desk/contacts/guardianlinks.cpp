#include "desk/contacts/guardianlinks.h"

#include "cache/projection/contactstore.h"
#include "domain/phone.h"

#include <algorithm>

namespace consent::desk::guardianlinks {

using namespace Qt::StringLiterals;

Result<bool> isLinked(OpenDesk &open, const SubjectId &subject, const QJsonObject &requester)
{
    const QString name = requester.value("name"_L1).toString().simplified();
    if (name.isEmpty())
        return false;
    const auto phone = domain::PhoneNumber::parse(requester.value("contact"_L1).toString());
    const auto members = open.cache->merges().members(subject);
    if (!members)
        return members.error();
    for (const SubjectId &member : *members) {
        const auto links = open.cache->contacts().guardiansOf(member);
        if (!links)
            return links.error();
        const bool found = std::ranges::any_of(*links, [&](const cache::GuardianLink &link) {
            return !link.method.isEmpty() && link.name.simplified() == name &&
                   (!phone || link.phone == phone->digits());
        });
        if (found)
            return true;
    }
    return false;
}

} // namespace consent::desk::guardianlinks
