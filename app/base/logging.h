#pragma once

#include <QLoggingCategory>

/// Every logging category of the program. Log ids and counts; never a name, a number, a key or SQL values.
namespace consent::logging {

Q_DECLARE_LOGGING_CATEGORY(crypto)
Q_DECLARE_LOGGING_CATEGORY(vault)
Q_DECLARE_LOGGING_CATEGORY(cache)
Q_DECLARE_LOGGING_CATEGORY(ledger)
Q_DECLARE_LOGGING_CATEGORY(central)
Q_DECLARE_LOGGING_CATEGORY(sync)
Q_DECLARE_LOGGING_CATEGORY(desk)
Q_DECLARE_LOGGING_CATEGORY(ui)

} // namespace consent::logging
