#include "desk/exchange/deskoutbox.h"

#include "cache/store/datakeystore.h"
#include "cache/store/eventstore.h"
#include "cache/sync/outbox.h"
#include "desk/people/subjecttokens.h"

namespace consent::desk {

namespace {

Result<sync::OutboxBatch> batchOf(OpenDesk &open, const DeviceId &device,
                                  Result<std::vector<cache::StoredEvent>> stored)
{
    if (!stored)
        return stored.error();
    sync::OutboxBatch batch{device, {}, {}, {}};
    auto tokens = SubjectTokens::of(open, *stored);
    if (!tokens)
        return tokens.error();
    batch.tokens = *std::move(tokens);
    for (cache::StoredEvent &event : *stored) {
        if (const auto id = ledger::dataKeyOf(event.event.event)) {
            auto key = open.cache->dataKeys().find(*id);
            // A destroyed key is not pushed again: its events are, and stay sealed for good.
            if (key)
                batch.dataKeys.push_back(std::move(*key));
            else if (key.error().kind != ErrorKind::NotFound)
                return key.error();
        }
        batch.events.push_back(std::move(event.event));
    }
    return batch;
}

} // namespace

Result<sync::OutboxBatch> DeskOutbox::due(std::size_t limit)
{
    return m_core
        .read([device = m_core.profile().device(), limit](OpenDesk &open) {
            return batchOf(open, device, open.cache->outbox().due(int(limit)));
        })
        .result();
}

Result<sync::OutboxBatch> DeskOutbox::from(const DeviceId &device, qint64 seq, std::size_t limit)
{
    return m_core
        .read([device, seq, limit](OpenDesk &open) {
            return batchOf(open, device, open.cache->events().ofDevice(device, seq, int(limit)));
        })
        .result();
}

Result<std::vector<sync::OutboxChain>> DeskOutbox::chains()
{
    return m_core
        .read([](OpenDesk &open) -> Result<std::vector<sync::OutboxChain>> {
            const auto own = open.cache->device().load();
            if (!own)
                return own.error();
            const auto waiting = open.cache->outbox().firstSeq();
            if (!waiting)
                return waiting.error();
            return std::vector{sync::OutboxChain{own->id, *waiting ? **waiting - 1 : own->head.seq, own->head.seq}};
        })
        .result();
}

Result<void> DeskOutbox::acknowledged(const DeviceId &device, qint64 seq)
{
    return m_core
        .read([device, seq, now = m_core.clock().now()](OpenDesk &open) -> Result<void> {
            auto transaction = open.cache->begin();
            if (!transaction)
                return transaction.error();
            if (auto taken = open.cache->outbox().acknowledgeUpTo(device, seq, now); !taken)
                return taken;
            return transaction->commit();
        })
        .result();
}

Result<void> DeskOutbox::lost(const DeviceId &device, qint64 storeSeq)
{
    return m_core
        .read([own = device == m_core.profile().device(), device, storeSeq](OpenDesk &open) -> Result<void> {
            if (!own)
                return {};
            auto transaction = open.cache->begin();
            if (!transaction)
                return transaction.error();
            if (auto lost = open.cache->outbox().lostAfter(storeSeq); !lost)
                return lost;
            if (auto queued = open.cache->workingSet().queueErasuresAgain(device); !queued)
                return queued;
            return transaction->commit();
        })
        .result();
}

Result<sync::OutboxState> DeskOutbox::state()
{
    return m_core
        .read([](OpenDesk &open) -> Result<sync::OutboxState> {
            const auto waiting = open.cache->outbox().count();
            if (!waiting)
                return waiting.error();
            const auto oldest = open.cache->outbox().oldest();
            if (!oldest)
                return oldest.error();
            const auto urgent = open.cache->outbox().urgentCount();
            if (!urgent)
                return urgent.error();
            return sync::OutboxState{*waiting, *oldest, *urgent > 0};
        })
        .result();
}

} // namespace consent::desk
