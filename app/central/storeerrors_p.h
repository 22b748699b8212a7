#pragma once

#include "base/error.h"
#include "base/id.h"

#include <QString>

namespace consent::central {

/// A call in a form that no adapter takes: a defect, or programs of two versions.
Error refusedCall(const QString &detail);
/// The user or the device may not.
Error notPermitted(const QString &detail);
/// What is stored does not read.
Error damagedStore(const QString &detail);
/// A user who was not set up yet.
Error noUserKeys(const UserId &user);

} // namespace consent::central
