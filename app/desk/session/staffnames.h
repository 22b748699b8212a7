#pragma once

#include "base/id.h"
#include "desk/session/opendesk.h"

#include <QHash>
#include <QString>

namespace consent::desk {

/// The names of the people who recorded something, read once each. Cache thread; short-lived.
class StaffNames
{
public:
    explicit StaffNames(OpenDesk &open) // outlives this
        : m_open(open)
    {
    }

    /// The first letters of the id for somebody whom this desk does not know by name.
    QString of(const UserId &user);

private:
    OpenDesk &m_open;
    QHash<UserId, QString> m_names;
};

} // namespace consent::desk
