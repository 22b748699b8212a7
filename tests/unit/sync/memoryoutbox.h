#pragma once

#include "unit/ledger/testdesk.h"

#include "ledger/eventtypes.h"
#include "sync/outboxsource.h"

#include <map>
#include <mutex>
#include <optional>
#include <set>

/// The events of test desks as an outbox. Thread-safe.
class MemoryOutbox : public consent::sync::OutboxSource
{
public:
    void save(const consent::ledger::SignedEvent &event, const consent::ledger::WrappedDataKey &key)
    {
        const std::lock_guard lock(m_mutex);
        m_chains[event.event.device].push_back(event);
        m_keys.insert_or_assign(event.event.device, key);
    }
    /// What a desk no longer keeps in the middle of its chain: of an erased person, acknowledged long ago.
    void drop(const consent::DeviceId &device, qint64 seq)
    {
        const std::lock_guard lock(m_mutex);
        m_dropped[device].insert(seq);
    }
    /// What a desk no longer keeps, because it was acknowledged long ago.
    void forgetUpTo(const consent::DeviceId &device, qint64 seq)
    {
        const std::lock_guard lock(m_mutex);
        m_forgotten[device] = seq;
    }

    consent::Result<consent::sync::OutboxBatch> due(std::size_t limit) override
    {
        const std::lock_guard lock(m_mutex);
        const consent::DeviceId *next = nullptr;
        bool nextIsUrgent = false;
        for (const auto &[device, chain] : m_chains) {
            const qint64 done = m_acknowledged[device];
            if (done == static_cast<qint64>(chain.size()))
                continue;
            const bool urgent = hasUrgent(chain, done);
            if (next == nullptr || (urgent && !nextIsUrgent)) {
                next = &device;
                nextIsUrgent = urgent;
            }
        }
        return next == nullptr ? consent::sync::OutboxBatch() : batchFrom(*next, m_acknowledged[*next] + 1, limit);
    }
    consent::Result<consent::sync::OutboxBatch> from(const consent::DeviceId &device, qint64 seq,
                                                     std::size_t limit) override
    {
        const std::lock_guard lock(m_mutex);
        return batchFrom(device, std::max(seq, m_forgotten[device] + 1), limit);
    }
    consent::Result<std::vector<consent::sync::OutboxChain>> chains() override
    {
        const std::lock_guard lock(m_mutex);
        std::vector<consent::sync::OutboxChain> chains;
        for (const auto &[device, chain] : m_chains)
            chains.push_back({device, m_acknowledged[device], static_cast<qint64>(chain.size())});
        return chains;
    }
    consent::Result<void> acknowledged(const consent::DeviceId &device, qint64 seq) override
    {
        const std::lock_guard lock(m_mutex);
        m_acknowledged[device] = std::max(m_acknowledged[device], seq);
        return {};
    }
    consent::Result<void> lost(const consent::DeviceId &device, qint64 storeSeq) override
    {
        const std::lock_guard lock(m_mutex);
        m_lost[device] = storeSeq;
        return {};
    }
    consent::Result<consent::sync::OutboxState> state() override
    {
        const std::lock_guard lock(m_mutex);
        consent::sync::OutboxState state;
        for (const auto &[device, chain] : m_chains) {
            const qint64 done = m_acknowledged[device];
            state.waiting += static_cast<qint64>(chain.size()) - done;
            state.urgent = state.urgent || hasUrgent(chain, done);
            if (done < static_cast<qint64>(chain.size()))
                state.oldest = chain[static_cast<std::size_t>(done)].event.at;
        }
        return state;
    }
    qint64 waiting() { return state()->waiting; }
    /// What the store was last found to have after it had lost some; nothing when it never had.
    std::optional<qint64> lostSeq(const consent::DeviceId &device)
    {
        const std::lock_guard lock(m_mutex);
        return m_lost.contains(device) ? std::optional(m_lost.at(device)) : std::nullopt;
    }
    qint64 acknowledgedSeq(const consent::DeviceId &device)
    {
        const std::lock_guard lock(m_mutex);
        return m_acknowledged[device];
    }

private:
    using Chain = std::vector<consent::ledger::SignedEvent>;

    static bool hasUrgent(const Chain &chain, qint64 done)
    {
        return std::any_of(chain.begin() + done, chain.end(), [](const consent::ledger::SignedEvent &event) {
            return consent::ledger::eventtypes::isUrgent(event.event.type);
        });
    }
    consent::sync::OutboxBatch batchFrom(const consent::DeviceId &device, qint64 seq, std::size_t limit)
    {
        consent::sync::OutboxBatch batch{device, {}, {}, {}};
        for (const auto &event : m_chains[device]) {
            if (event.event.seq >= seq && batch.events.size() < limit && !m_dropped[device].contains(event.event.seq))
                batch.events.push_back(event);
        }
        if (m_keys.contains(device))
            batch.dataKeys.push_back(m_keys.at(device));
        return batch;
    }

    std::mutex m_mutex;
    std::map<consent::DeviceId, Chain> m_chains;
    std::map<consent::DeviceId, consent::ledger::WrappedDataKey> m_keys;
    std::map<consent::DeviceId, qint64> m_acknowledged;
    std::map<consent::DeviceId, qint64> m_forgotten;
    std::map<consent::DeviceId, std::set<qint64>> m_dropped;
    std::map<consent::DeviceId, qint64> m_lost;
};
