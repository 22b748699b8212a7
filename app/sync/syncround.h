#pragma once

#include "sync/evidencecarrier.h"
#include "sync/puller.h"
#include "sync/pusher.h"
#include "sync/upkeep.h"

#include <array>
#include <optional>
#include <vector>

namespace consent::sync {

/// What the engine works between; all outlive it.
struct SyncParts
{
    StoreLink &link;
    OutboxSource &outbox;
    InboxSink &inbox;
    UpkeepSource &upkeep;
    EvidenceSource *evidence = nullptr;
};

/// All that is to be done between desk and store, one small step at a time: what was saved here goes first, whatever
/// else there is to do. A part that fails for good rests and stops no other. Knows neither threads nor timers. One
/// thread.
class SyncRound
{
public:
    enum class Step {
        Moved, ///< Something was done; there may be more.
        Idle   ///< Nothing to do until something is saved or look() is called.
    };
    struct Look
    {
        bool blocks = false; ///< For opt-outs of others too.
        bool evict = false;  ///< For people to let go too.
    };

    SyncRound(const SyncParts &parts, const Clock &clock, std::size_t pushBatch, Puller::Limits limits);

    /// It is time to look for what others wrote.
    void look(Look what);
    /// Parts that rest after a lasting failure try again.
    void tryAgain();
    /// @return the failure that ends this round: the store can't be reached, or this PC can't write
    Result<Step> step();
    /// The failure of a part that rests; nothing when none does.
    std::optional<Error> resting() const;
    /// What a person must be told although the round goes on; once each.
    std::vector<QString> alarms();
    /// A look-up that somebody waits for.
    Result<Puller::Fetched> fetch(const central::LookUp &question);

    StoreConnection &connection() { return m_connection; }
    const StoreConnection &connection() const { return m_connection; }
    bool isCatchingUp() const { return m_puller.isCatchingUp(); }

private:
    enum Part { Push, Reach, Pull, Evidence, Keep, PartCount };

    Result<Step> stepOf(Part part);
    Result<Step> reach();

    OutboxSource &m_outbox;
    std::optional<Error> m_greetingFailed; ///< What this PC could not keep of a greeting.
    StoreConnection m_connection;
    Pusher m_pusher;
    Puller m_puller;
    EvidenceCarrier m_evidence;
    Upkeep m_upkeep;
    bool m_reachDue = false;
    std::array<std::optional<Error>, PartCount> m_resting;
};

} // namespace consent::sync
