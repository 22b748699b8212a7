#pragma once

#include "cache/store/eventstore.h"

namespace consent::cache {

/// Events waiting for the central store, in the order of this device's chain: the centre refuses a gap, so an opt-out
/// can't overtake what its device recorded before it. Urgent ones (opt-outs, withdrawals) are counted apart, so that
/// sync sends everything up to them at once instead of waiting for its next turn.
/// Cache thread only. Opens no transaction: the caller groups append() with the event it announces.
class Outbox
{
public:
    explicit Outbox(vault::SqlConnection &connection); // outlives this

    /// @param number of the event in the EventStore
    /// @param since when it was made: what "waiting since" shows
    Result<void> append(qint64 number, bool urgent, UtcTime since);
    /// The next events to send, at most `limit`.
    Result<std::vector<StoredEvent>> due(int limit) const;
    /// The centre has it. Forgotten numbers are ignored.
    Result<void> acknowledge(const std::vector<qint64> &numbers);
    /// The centre has everything of this device up to and including this seq, and said so now.
    Result<void> acknowledgeUpTo(const DeviceId &device, qint64 seq, UtcTime now);
    /// The centre lost what it had of this PC behind this seq: its confirmations count no more.
    Result<void> lostAfter(qint64 seq);
    /// Days since 1970-01-01 in UTC, by which confirmations are remembered.
    static qint64 dayOf(UtcTime time);
    /// The seq of the first event that waits; nothing when none does.
    Result<std::optional<qint64>> firstSeq() const;
    Result<qint64> count() const;
    Result<qint64> urgentCount() const;
    Result<std::optional<UtcTime>> oldest() const;

private:
    vault::SqlConnection &m_connection;
};

} // namespace consent::cache
