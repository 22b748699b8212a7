#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "central/storelookup.h"
#include "ledger/datakeys.h"
#include "ledger/event.h"

#include <optional>
#include <vector>

namespace consent::sync {

/// Events of one device to push, with the data keys that their sealed parts need.
struct OutboxBatch
{
    DeviceId device;
    std::vector<ledger::SignedEvent> events;      ///< seq ascending without a gap; empty: nothing waits.
    std::vector<ledger::WrappedDataKey> dataKeys; ///< Of every dataKeyOf(event); pushed first, may repeat.
    std::vector<central::SubjectToken> tokens;    ///< By which the events' people are found; pushed second.
};

/// What the desk remembers of a chain that it writes.
struct OutboxChain
{
    DeviceId device;
    qint64 acknowledged = 0; ///< The store said that it has everything up to this seq.
    qint64 last = 0;         ///< The newest event.
};

struct OutboxState
{
    qint64 waiting = 0;            ///< Events not yet acknowledged.
    std::optional<UtcTime> oldest; ///< When the oldest of them was saved.
    bool urgent = false;           ///< An opt-out or withdrawal is among them.
};

/// Port: the desk's events that wait for the central store. Called on the sync thread, may block on the cache thread;
/// whoever implements it must not wait for the sync thread there.
class OutboxSource
{
public:
    virtual ~OutboxSource() = default;
    OutboxSource(const OutboxSource &) = delete;
    OutboxSource &operator=(const OutboxSource &) = delete;

    /// The oldest waiting events of one device; of a device with an opt-out or withdrawal before those without.
    virtual Result<OutboxBatch> due(std::size_t limit) = 0;
    /// Events of a device from a seq on, acknowledged ones too: for a store that lost some. They are kept for at least
    /// 30 days after their acknowledgement.
    virtual Result<OutboxBatch> from(const DeviceId &device, qint64 seq, std::size_t limit) = 0;
    /// The chains that this outbox writes.
    virtual Result<std::vector<OutboxChain>> chains() = 0;
    /// The store has all events of the device up to and including this seq, durably.
    virtual Result<void> acknowledged(const DeviceId &device, qint64 seq) = 0;
    /// The store has no more than this seq of the device any more, whatever it had confirmed; it is sent again.
    virtual Result<void> lost(const DeviceId &device, qint64 storeSeq) = 0;
    virtual Result<OutboxState> state() = 0;

protected:
    OutboxSource() = default;
};

} // namespace consent::sync
