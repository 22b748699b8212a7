#pragma once

#include "desk/exchange/deskinbox.h"
#include "desk/exchange/deskoutbox.h"
#include "desk/exchange/deskupkeep.h"
#include "desk/session/deskcore.h"
#include "support/sync/simstore.h"
#include "sync/syncround.h"
#include "unit/sync/faultystore.h"

#include <QString>

#include <atomic>
#include <functional>
#include <memory>

namespace consent::test {

/// One clock for all, and each desk's deviation from it. Any thread.
class SimClock : public Clock
{
public:
    SimClock(const std::atomic<qint64> &trueMs, qint64 deviationMs)
        : m_trueMs(trueMs)
        , m_deviationMs(deviationMs)
    {
    }
    UtcTime now() const override { return fromMs(m_trueMs + m_deviationMs); }
    Milliseconds elapsed() const override { return Milliseconds(m_trueMs.load()); }
    void deviate(qint64 ms) { m_deviationMs = ms; }

private:
    const std::atomic<qint64> &m_trueMs;
    std::atomic<qint64> m_deviationMs;
};

/// One desk of a simulation: the real cache, use-case core, outbox, inbox and sync round; only the password, the
/// sealing of the file and the sync thread are left out. One thread but for its own cache thread.
class SimDesk
{
public:
    struct Place
    {
        QString folder; ///< Exists; the desk's own. Outlives this.
        QString branch;
        std::function<Result<ledger::OrganisationKeys>()> organisationKeys; ///< The same for all desks.
        const std::atomic<qint64> &trueMs;
        qint64 deviationMs = 0;
        QString vfs{}; ///< SQLite's VFS for the cache by name; empty for its default, which does not seal.
        desk::Roles roles = desk::Roles(desk::Role::Agent) | desk::Role::PrivacyOfficer; ///< Of who is signed in.
    };

    /// Everything outlives this.
    SimDesk(Place place, SimStore &store);
    ~SimDesk();

    /// Runs out of power between two transactions and starts again: what sync knew is gone.
    void restart();
    /// The same, for sync alone.
    void restartSync();
    void disconnect() { m_round->connection().drop(); }

    /// Saves something about somebody, as drawn from the numbers. @return false when there was nothing to save about
    bool work(quint32 what, quint32 whom);
    /// Lets somebody leave this PC who may, and what was kept of erased people, as if 30 days had gone by.
    void evict(quint32 whom);
    Result<sync::SyncRound::Step> step() { return m_round->step(); }
    void look(bool all) { m_round->look({all, all}); }
    void tryAgain() { m_round->tryAgain(); }
    std::optional<Error> resting() const { return m_round->resting(); }

    DeviceId device() const { return m_profile.device(); }
    UserId user() const { return m_user.id; }
    const SimStore::Enrolled &enrolled() const { return m_enrolled; }
    FaultPlan &faults() { return m_faults; }
    /// For a real engine instead of step(). Don't use both.
    sync::SyncParts parts();
    SimClock &clock() { return m_clock; }
    desk::DeskCore &core() { return *m_core; }
    bool online = true;

private:
    class Link;

    static desk::DeskProfile profileOf(const Place &place);
    std::unique_ptr<desk::OpenDesk> openDesk();
    void open();
    Result<bool> workOn(desk::OpenDesk &open, desk::EventRecorder &recorder, quint32 what, quint32 whom);

    Place m_place;
    SimStore &m_store;
    SimClock m_clock;
    desk::DeskProfile m_profile;
    SimStore::Enrolled m_enrolled;
    desk::StaffMember m_user;
    FaultPlan m_faults;
    std::unique_ptr<Link> m_link;
    std::unique_ptr<desk::DeskCore> m_core;
    std::unique_ptr<desk::DeskOutbox> m_outbox;
    std::unique_ptr<desk::DeskInbox> m_inbox;
    std::unique_ptr<desk::DeskUpkeep> m_upkeep;
    std::unique_ptr<sync::SyncRound> m_round;
};

} // namespace consent::test
