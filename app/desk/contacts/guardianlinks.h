#pragma once

#include "base/result.h"
#include "desk/session/opendesk.h"

#include <QJsonObject>

/// Guardians that this company verified before (`guardian.linked`). Cache thread.
namespace consent::desk::guardianlinks {

/// Whether who asks is a guardian of this person, under any of their registrations, whose link was verified by a method
/// of the organisation file. Such a guardian need not prove the family relation again; who they are, they do.
/// @param requester {name, contact} as sealed in `request.opened`. The name has to be the linked one; a telephone
/// number,
///     where one was given, as well: two people may have one name.
Result<bool> isLinked(OpenDesk &open, const SubjectId &subject, const QJsonObject &requester);

} // namespace consent::desk::guardianlinks
