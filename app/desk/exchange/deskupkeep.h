#pragma once

#include "desk/session/deskcore.h"
#include "sync/upkeepsource.h"

#include <chrono>

namespace consent::desk {

/// What the desk tells the central store besides events, and who leaves this PC. Called on the sync thread; the work is
/// done on the cache thread.
class DeskUpkeep : public sync::UpkeepSource
{
public:
    /// Events stay this long whatever cacheDays says, an erased person's own ones (sealed, without a key) too: for a
    /// store that lost what it had acknowledged.
    static constexpr std::chrono::days leastDays{30};

    explicit DeskUpkeep(DeskCore &core) // outlives this
        : m_core(core)
    {
    }

    Result<sync::AccessBatch> accessEntries(int limit) override;
    Result<void> accessLogged(qint64 upTo) override;
    Result<bool> dropErased() override;
    Result<bool> evictSome() override;
    Result<std::vector<SubjectId>> released(int limit) override;
    Result<void> releaseTold(const std::vector<SubjectId> &subjects) override;
    Result<std::vector<SubjectId>> erasuresDue(int limit) override;
    Result<void> erasureDone(const SubjectId &subject) override;
    void trouble(const QString &message, bool lasting) override;

private:
    DeskCore &m_core;
};

} // namespace consent::desk
