#pragma once

#include "base/error.h"

namespace consent::ledger {

Error noSecureMemory();
Error unreadableKey(const QString &detail);

} // namespace consent::ledger
