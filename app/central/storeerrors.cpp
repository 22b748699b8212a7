#include "central/storeerrors_p.h"

#include <QCoreApplication>

namespace consent::central {

Error refusedCall(const QString &detail)
{
    return {ErrorKind::InvalidArgument,
            QCoreApplication::translate("Central",
                                        "The central store did not understand this PC. Nothing was lost. Update the "
                                        "program on this PC and on the server."),
            detail};
}

Error notPermitted(const QString &detail)
{
    return {ErrorKind::NotAllowed,
            QCoreApplication::translate("Central",
                                        "The central store does not permit this to you or to this PC. Nothing was "
                                        "lost. Ask the administrator."),
            detail};
}

Error damagedStore(const QString &detail)
{
    return {ErrorKind::Damaged,
            QCoreApplication::translate("Central",
                                        "The central store holds something that is not readable. Nothing on this PC "
                                        "is lost. Call the administrator."),
            detail};
}

Error noUserKeys(const UserId &user)
{
    return {ErrorKind::NotFound,
            QCoreApplication::translate("Central",
                                        "The central store has no keys for this user. Ask the administrator to "
                                        "set the user up again."),
            QStringLiteral("no keys for user %1").arg(user.toString())};
}

} // namespace consent::central
