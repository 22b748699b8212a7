#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "desk/calls/callinprogress.h"
#include "desk/sample/samplepeople.h"
#include "desk/session/eventrecorder.h"
#include "desk/session/opendesk.h"

namespace consent::desk {

/// A clock that stands where one puts it: sample events tell of the past.
class StandingClock : public Clock
{
public:
    void set(UtcTime time) { m_time = time; }
    UtcTime now() const override { return m_time; }
    Milliseconds elapsed() const override { return m_time.time_since_epoch(); }

private:
    UtcTime m_time{};
};

/// When the call of this index takes place: all of them spread over whole days from `from` on, in order, between nine
/// and six in Korea.
/// @param index from 0, below count
UtcTime sampleMoment(UtcTime from, std::chrono::days span, int index, int count);

/// Calls with fictitious people, held by the real script and recorded like real ones. Cache thread.
class SampleCalls
{
public:
    /// Everything outlives this.
    SampleCalls(OpenDesk &open, const DeskProfile &profile, const domain::Organisation &organisation,
                const StaffMember &agent, CallDocuments documents, const SamplePeople &people)
        : m_open(open)
        , m_profile(profile)
        , m_organisation(organisation)
        , m_agent(agent)
        , m_documents(std::move(documents))
        , m_people(people)
    {
    }

    /// Registers the person of this index and holds a call with them at the moment, inside the caller's transaction.
    /// @return how many events were written
    Result<int> hold(std::uint32_t index, UtcTime at);

private:
    Result<void> walk(CallInProgress &call, std::uint32_t index) const;

    OpenDesk &m_open;
    const DeskProfile &m_profile;
    const domain::Organisation &m_organisation;
    const StaffMember &m_agent;
    CallDocuments m_documents;
    const SamplePeople &m_people;
};

} // namespace consent::desk
