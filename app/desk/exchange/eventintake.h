#pragma once

#include "base/clock.h"
#include "cache/sync/setasidestore.h"
#include "desk/session/opendesk.h"
#include "ledger/eventcheck.h"
#include "sync/inboxsink.h"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace consent::desk {

/// Takes a page of events from the central store into the cache: each signature against the key that its device
/// announced, each link where the neighbour is here, then stored and projected. What does not verify is set aside.
/// Lives within one transaction of the caller. Cache thread.
class EventIntake
{
public:
    EventIntake(OpenDesk &open, UtcTime now);

    /// @return an Error only when this PC can't read or write: then nothing of the transaction may stay
    Result<sync::TakeReport> take(const std::vector<ledger::StoredEvent> &events,
                                  const std::vector<ledger::WrappedDataKey> &dataKeys);

private:
    Result<void> takeKey(const ledger::WrappedDataKey &key);
    Result<void> takeEvent(const ledger::StoredEvent &stored);
    Result<void> keep(const ledger::SignedEvent &event);
    Result<void> setAside(const ledger::StoredEvent &stored, const ledger::BrokenEvent &broken);
    Result<void> retryWaiting(const DeviceId &device);
    Result<void> judgeWhole(const ledger::Event &event);
    /// Whether the event contradicts the one before or after it, or what this PC knows of its own chain.
    Result<std::optional<ledger::BrokenEvent>> linkFault(const ledger::SignedEvent &event);
    Result<const ledger::DeviceKey *> keyOf(const ledger::StoredEvent &stored);
    Result<bool> isErased(const SubjectId &subject);

    OpenDesk &m_open;
    UtcTime m_now;
    sync::TakeReport m_report;
    std::optional<cache::DeviceStore::OwnDevice> m_own;
    std::map<DeviceId, ledger::DeviceKey> m_keys;
    std::map<DeviceId, ledger::ChainHead> m_last; ///< The last one taken of each device.
    std::set<SubjectId> m_opened;                 ///< Whose key came now: their earlier events can be read.
    std::set<SubjectId> m_whole;                  ///< Whose registration is here.
};

} // namespace consent::desk
