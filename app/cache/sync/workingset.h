#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "cache/store/numbers.h"

#include <vector>

namespace consent::vault {
class SqlConnection;
}

namespace consent::cache {

class DataKeyStore;
class EventStore;
class Projector;

/// Whose data is on this PC, and who leaves it again: people that the branch or this PC worked with in the last
/// cacheDays stay; the others are evicted, events, projections, search terms and keys, and the centre is told so.
/// Cache thread only; opens no transaction.
class WorkingSet
{
public:
    /// All outlive this.
    WorkingSet(vault::SqlConnection &connection, EventStore &events, DataKeyStore &keys, Projector &projector);

    /// Somebody opened or looked up this person here.
    Result<void> use(const SubjectId &subject, UtcTime now);

    /// There are events of them but not the registration: sync fetches such a person whole.
    Result<void> markPartial(const SubjectId &subject);
    Result<void> markWhole(const SubjectId &subject);
    Result<bool> isPartial(const SubjectId &subject) const;
    Result<std::vector<SubjectId>> partial(int limit) const;
    /// Whether their registration is among the events on this PC.
    Result<bool> hasRegistration(const SubjectId &subject) const;

    /// People of whom nothing was recorded and whom nobody opened since `before`, oldest first, and of whom the centre
    /// has confirmed before that what this PC recorded. Never among them: whom evict() refuses, and erased people.
    Result<std::vector<SubjectId>> stale(UtcTime before, int limit) const;
    /// Takes a person's data off this PC.
    /// @return Conflict for who is needed here: who has an event or a piece of evidence that the centre does not have,
    ///     whom the end of this PC's own chain is about, who has an open request, who is named in work in progress
    ///     (drafts), and who is one with others (an opt-out of each counts for all of them).
    Result<void> evict(const SubjectId &subject);
    /// The person was erased: keys and everything shown go at once and for good. Their `subject.erased` stays, and what
    /// this PC itself recorded stays sealed until dropErased(): a centre put back to an older backup needs it.
    Result<void> erase(const SubjectId &subject);
    /// Drops the sealed events of erased people that the centre confirmed before that, at most `limit`.
    /// @return how many were dropped
    Result<int> dropErased(UtcTime confirmedBefore, int limit);
    Result<bool> isErased(const SubjectId &subject) const;
    /// The centre has to destroy this person's keys too.
    Result<void> queueErasure(const SubjectId &subject);
    /// The centre was put back to an older backup and may have the keys again of whom this device erased.
    Result<void> queueErasuresAgain(const DeviceId &device);
    Result<std::vector<SubjectId>> erasuresDue(int limit) const;
    Result<void> erasureDone(const SubjectId &subject);

    /// Who left this PC without the centre knowing it.
    Result<std::vector<SubjectId>> released(int limit) const;
    Result<void> releaseTold(const std::vector<SubjectId> &subjects);

private:
    Result<std::vector<SubjectId>> read(const QString &sql, qint64 value, int limit) const;
    Result<bool> hasUnsent(qint64 number) const;
    Result<bool> isNeeded(const SubjectId &subject, qint64 number) const;
    Result<void> forget(const SubjectId &subject, qint64 number);

    vault::SqlConnection &m_connection;
    EventStore &m_events;
    DataKeyStore &m_keys;
    Projector &m_projector;
    mutable Numbers m_numbers;
};

} // namespace consent::cache
