#pragma once

#include "desk/session/opendesk.h"
#include "ledger/event.h"

#include <QString>

namespace consent::desk {

/// Whether one record is what its device signed, and follows from the one before it.
struct RecordCheck
{
    bool sound = false;
    QString words; ///< What was checked, or what is wrong.
};

/// Cache thread. Checks this record alone; the whole chain is LedgerDesk's.
RecordCheck checkRecord(OpenDesk &open, const ledger::SignedEvent &record);

} // namespace consent::desk
