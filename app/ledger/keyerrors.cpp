#include "ledger/keyerrors_p.h"

#include <QCoreApplication>

namespace consent::ledger {

Error noSecureMemory()
{
    return {ErrorKind::Unavailable,
            QCoreApplication::translate("Ledger",
                                        "There is no protected memory left for keys. Nothing was lost. Sign out and "
                                        "in again."),
            QStringLiteral("secure heap full")};
}

Error unreadableKey(const QString &detail)
{
    return {ErrorKind::Damaged,
            QCoreApplication::translate("Ledger",
                                        "A stored key does not open. What it protects can't be read on this PC now; "
                                        "it is not changed. Call the administrator."),
            detail};
}

} // namespace consent::ledger
