#include "desk/requests/freezeguard.h"

#include "cache/projection/requeststore.h"
#include "desk/session/opendesk.h"

#include <QCoreApplication>

namespace consent::desk::freezeguard {

Result<bool> isFrozen(OpenDesk &open, const SubjectId &subject)
{
    const auto freeze = open.cache->requests().frozen(subject);
    return freeze ? Result<bool>(freeze->has_value()) : freeze.error();
}

Result<void> require(OpenDesk &open, const SubjectId &subject)
{
    const auto frozen = isFrozen(open, subject);
    if (!frozen)
        return frozen.error();
    if (!*frozen)
        return {};
    return Error{ErrorKind::NotAllowed,
                 QCoreApplication::translate("FreezeGuard",
                                             "This person's data is frozen by an open request: it may be neither used "
                                             "nor given to anybody until the request is done. Opt-outs and withdrawals "
                                             "can be taken as always."),
                 QStringLiteral("frozen")};
}

Result<void> requireUnlessHandling(OpenDesk &open, const SubjectId &subject, Roles roles)
{
    return roles.testFlag(Role::PrivacyOfficer) ? Result<void>() : require(open, subject);
}

Result<void> requireNobody(OpenDesk &open)
{
    const auto frozen = open.cache->requests().frozenPersons();
    if (!frozen)
        return frozen.error();
    if (frozen->empty())
        return {};
    return Error{
        ErrorKind::NotAllowed,
        QCoreApplication::translate("FreezeGuard",
                                    "Data of %n person(s) is frozen by open requests and may not be given out, "
                                    "and a copy can't leave them out. Nothing was written. Close those "
                                    "requests first.",
                                    nullptr, int(frozen->size())),
        QStringLiteral("frozen")};
}

} // namespace consent::desk::freezeguard
