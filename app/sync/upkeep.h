#pragma once

#include "sync/storeconnection.h"
#include "sync/upkeepsource.h"

namespace consent::sync {

/// Has the store destroy the keys of erased people, tells it what was accessed here and who left this PC, and lets
/// people leave whom nobody needs any more: one small piece a step. Knows neither threads nor timers. One thread.
class Upkeep
{
public:
    enum class Step { Moved, Idle };

    /// @param connection and source outlive this
    Upkeep(StoreConnection &connection, UpkeepSource &source);

    /// It is time to look again; for people to evict only where said so.
    void look(bool evict);
    /// Precondition: the connection is open.
    Result<Step> step();

private:
    Result<Step> makeRoom();
    Result<Step> tellAccess();
    Result<Step> tellReleased();
    Result<Step> eraseThere();

    static constexpr int entriesAtOnce = 500;
    static constexpr int peopleAtOnce = 200;

    StoreConnection &m_connection;
    UpkeepSource &m_source;
    bool m_accessDue = false;
    bool m_evictionDue = false;
    bool m_releaseDue = false;
    bool m_erasureDue = false;
};

} // namespace consent::sync
