#pragma once

#include "base/clock.h"
#include "crypto/secretbuffer.h"
#include "desk/session/cachethread.h"
#include "desk/session/deskprofile.h"
#include "desk/session/eventrecorder.h"
#include "desk/session/opendesk.h"
#include "desk/session/staff.h"
#include "domain/organisation.h"
#include "vault/database/sqltransaction.h"

#include <functional>
#include <memory>

namespace consent::desk {

/// What all use cases of a signed-in desk share. The facts are fixed; the open desk is reached by jobs on the cache
/// thread only. Thread-safe.
class DeskCore
{
public:
    struct Facts
    {
        DeskProfile profile;
        domain::Organisation organisation;
        StaffMember user;
        std::shared_ptr<const crypto::SecretBuffer> databaseKey; ///< 32 bytes, of every sealed database of the desk.
    };
    using Urgency = CacheThread::Urgency;

    /// @param open made on `thread`; destroyed there
    /// @param clock outlives this
    DeskCore(Facts facts, const Clock &clock, std::unique_ptr<CacheThread> thread, std::unique_ptr<OpenDesk> open);
    ~DeskCore();
    DeskCore(const DeskCore &) = delete;
    DeskCore &operator=(const DeskCore &) = delete;

    const DeskProfile &profile() const { return m_facts.profile; }
    const domain::Organisation &organisation() const { return m_facts.organisation; }
    const StaffMember &user() const { return m_facts.user; }
    const std::shared_ptr<const crypto::SecretBuffer> &databaseKey() const { return m_facts.databaseKey; }
    const Clock &clock() const { return m_clock; }
    /// @return NotAllowed with a sentence when the user lacks the right.
    Result<void> require(Right right) const;

    /// Runs job(OpenDesk &) on the cache thread.
    template <typename Job> auto read(Job job, Urgency urgency = Urgency::Interactive)
    {
        return m_thread->run([this, work = std::move(job)]() mutable { return work(*m_open); }, urgency);
    }

    /// Runs job(OpenDesk &, EventRecorder &) in one transaction on the cache thread. The job's value is given only when
    /// all of it is on disk; when the job or the commit fails, nothing of it is.
    template <typename Job> auto write(Job job, Urgency urgency = Urgency::Interactive)
    {
        using Outcome = std::invoke_result_t<Job, OpenDesk &, EventRecorder &>;
        return m_thread->run(
            [this, work = std::move(job)]() mutable -> Outcome {
                auto transaction = vault::SqlTransaction::begin(m_open->cache->connection());
                if (!transaction)
                    return transaction.error();
                EventRecorder recorder(*m_open, m_facts.profile, m_facts.user, m_clock);
                Outcome outcome = work(*m_open, recorder);
                if (!outcome)
                    return outcome;
                if (auto committed = transaction->commit(); !committed)
                    return committed.error();
                if (recorder.recordedAny() && m_recorded)
                    m_recorded(recorder.urgent());
                return outcome;
            },
            urgency);
    }

    /// @param recorded called on the cache thread after every commit that added events; urgent: an opt-out or
    /// withdrawal is among them. Set before the first write.
    void onRecorded(std::function<void(bool urgent)> recorded) { m_recorded = std::move(recorded); }

    /// Waits until everything that was handed over is done. Not on the cache thread.
    void drain();

private:
    Facts m_facts;
    const Clock &m_clock;
    std::unique_ptr<CacheThread> m_thread;
    std::unique_ptr<OpenDesk> m_open;
    std::function<void(bool)> m_recorded;
};

} // namespace consent::desk
