#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"

#include <tuple>

namespace consent::ledger {
struct Event;
}
namespace consent::vault {
class SqlConnection;
}

namespace consent::cache {

/// The place of an event in the canonical order: order time, device, seq.
struct EventOrder
{
    UtcTime time{};
    DeviceId device;
    qint64 seq = 0;

    static EventOrder of(const ledger::Event &event);
    /// Of a stored event. @return NotFound.
    static Result<EventOrder> of(vault::SqlConnection &connection, qint64 eventNumber);

    friend bool operator<(const EventOrder &a, const EventOrder &b)
    {
        return std::tie(a.time, a.device, a.seq) < std::tie(b.time, b.device, b.seq);
    }
};

} // namespace consent::cache
