#pragma once

#include "desk/session/deskcore.h"
#include "sync/outboxsource.h"

namespace consent::desk {

/// The cache's outbox as sync sees it. Called on the sync thread; the work is done on the cache thread.
class DeskOutbox : public sync::OutboxSource
{
public:
    explicit DeskOutbox(DeskCore &core) // outlives this
        : m_core(core)
    {
    }

    Result<sync::OutboxBatch> due(std::size_t limit) override;
    Result<sync::OutboxBatch> from(const DeviceId &device, qint64 seq, std::size_t limit) override;
    Result<std::vector<sync::OutboxChain>> chains() override;
    Result<void> acknowledged(const DeviceId &device, qint64 seq) override;
    Result<void> lost(const DeviceId &device, qint64 storeSeq) override;
    Result<sync::OutboxState> state() override;

private:
    DeskCore &m_core;
};

} // namespace consent::desk
