#include "desk/freezeguard.h"

#include "cache/requeststore.h"
#include "desk/opendesk.h"

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

} // namespace consent::desk::freezeguard
