#pragma once

#include "central/centralstore.h"
#include "sync/outboxsource.h"

#include <functional>
#include <memory>
#include <set>

namespace consent::sync {

/// Opens a connection of its own on the thread that calls it.
using StoreFactory = std::function<Result<std::unique_ptr<central::CentralStore>>()>;

/// Empties the outbox into the store, one batch a step. Knows neither threads nor timers. One thread.
///
/// What may go wrong and is put right by itself:
/// - a call fails: the connection is dropped and opened anew; whether the call happened is unknown, so that the next
/// step
///   first asks the store for its head and believes it where its hash is ours;
/// - the store lost events (`gap`, e.g. after a restore): they are pushed again from its head.
class Pusher
{
public:
    /// @param outbox outlives this
    Pusher(StoreFactory openStore, OutboxSource &outbox, std::size_t batch);

    enum class Step {
        Pushed, ///< Something is at the store now; there may be more.
        Idle    ///< Nothing waits, and the store answers.
    };

    /// @return Unavailable, Io, ... when it may work later; Conflict, Damaged or Internal when it will not by itself.
    Result<Step> step();
    bool isConnected() const noexcept { return m_store != nullptr; }
    void disconnect() { m_store.reset(); }
    /// Whether the failure does not go away by waiting.
    static bool isLasting(ErrorKind kind);

private:
    Result<void> connect();
    Result<Step> pushNext();
    Result<void> settle(const DeviceId &device, qint64 firstWaiting);
    Result<void> send(const OutboxBatch &batch);
    Result<void> refill(const DeviceId &device, const ledger::ChainHead &storeHead, qint64 before);
    Result<central::AppendReply> append(const OutboxBatch &batch);
    /// Ends with the last opt-out or withdrawal, so that it is durable before what follows is sent.
    static void endWithUrgent(OutboxBatch &batch);

    StoreFactory m_openStore;
    OutboxSource &m_outbox;
    std::size_t m_batch;
    std::unique_ptr<central::CentralStore> m_store;
    std::set<DeviceId> m_unknown; ///< Devices with a call of unknown outcome.
};

} // namespace consent::sync
