#pragma once

#include "sync/outboxsource.h"
#include "sync/storeconnection.h"

#include <QString>

#include <optional>
#include <set>

namespace consent::sync {

/// Empties the outbox into the store, one batch a step. Knows neither threads nor timers. One thread.
///
/// What may go wrong and is put right by itself:
/// - a call fails: whether it happened is unknown, so that on the next connection the store is first asked for its head
///   and believed where its hash is ours;
/// - the store lost events (a restore from a backup): they are pushed again from its head, and alarm() says so.
class Pusher
{
public:
    /// @param connection and outbox outlive this
    Pusher(StoreConnection &connection, OutboxSource &outbox, std::size_t batch);

    enum class Step {
        Moved, ///< Something is at the store now; there may be more.
        Idle   ///< Nothing waits.
    };

    /// Precondition: the connection is open.
    /// @return Unavailable, Io, ... when it may work later; see isLasting() for the others.
    Result<Step> step();
    /// What a person must be told although it was put right; once.
    std::optional<QString> alarm();
    /// Whether the failure does not go away by waiting.
    static bool isLasting(ErrorKind kind);

private:
    Result<Step> pushNext();
    Result<void> settleAll();
    Result<void> settle(const OutboxChain &chain);
    Result<void> send(const OutboxBatch &batch);
    Result<void> refill(const DeviceId &device, qint64 storeSeq, qint64 before);
    Result<central::AppendReply> append(const OutboxBatch &batch);
    void raise(qint64 lost);
    /// Ends with the last opt-out or withdrawal, so that it is durable before what follows is sent.
    static void endWithUrgent(OutboxBatch &batch);
    static void endBeforeHole(OutboxBatch &batch, qint64 next);

    StoreConnection &m_connection;
    OutboxSource &m_outbox;
    std::size_t m_batch;
    int m_settledFor = 0; ///< The connection on which every chain was compared with the store's.
    std::optional<QString> m_alarm;
};

} // namespace consent::sync
