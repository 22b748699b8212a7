#pragma once

#include "base/id.h"
#include "desk/session/rights.h"

#include <QString>

namespace consent::desk {

/// A person who works with the program.
struct StaffMember
{
    UserId id;
    QString login;
    QString name; ///< As customers hear it: "김상담".
    Roles roles;
};

} // namespace consent::desk
