#include "desk/session/staffnames.h"

#include "desk/entrance/deskopening.h"

namespace consent::desk {

QString StaffNames::of(const UserId &user)
{
    auto known = m_names.find(user);
    if (known == m_names.end()) {
        const auto member = deskopening::staff(*m_open.cache, user);
        known = m_names.insert(user, member ? member->name : user.toString().left(8));
    }
    return *known;
}

} // namespace consent::desk
