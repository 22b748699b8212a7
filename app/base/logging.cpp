#include "base/logging.h"

namespace consent::logging {

Q_LOGGING_CATEGORY(crypto, "consent.crypto", QtInfoMsg)
Q_LOGGING_CATEGORY(vault, "consent.vault", QtInfoMsg)
Q_LOGGING_CATEGORY(cache, "consent.cache", QtInfoMsg)
Q_LOGGING_CATEGORY(ledger, "consent.ledger", QtInfoMsg)
Q_LOGGING_CATEGORY(central, "consent.central", QtInfoMsg)
Q_LOGGING_CATEGORY(sync, "consent.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(desk, "consent.desk", QtInfoMsg)
Q_LOGGING_CATEGORY(ui, "consent.ui", QtInfoMsg)

} // namespace consent::logging
