#pragma once

#include "base/result.h"
#include "cache/store/eventstore.h"
#include "cache/store/numbers.h"
#include "ledger/mergeprojection.h"

#include <optional>
#include <vector>

namespace consent::cache {

/// Which registrations are one person. A projection: see Projector. Cache thread only; opens no transaction.
class MergeStore
{
public:
    explicit MergeStore(vault::SqlConnection &connection); // outlives this

    /// Under which registration a person goes on; the same one for everybody who was never merged.
    Result<SubjectId> standing(const SubjectId &subject) const;
    Result<qint64> standing(qint64 person) const;
    /// Everybody that is this person, the standing registration first; the one alone when there are no others.
    Result<std::vector<SubjectId>> members(const SubjectId &subject) const;
    /// @return nothing for who was never merged, or was separated again
    Result<std::optional<ledger::MergeGroup>> group(const SubjectId &subject) const;
    /// The merges that stand between the members of a group.
    Result<std::vector<ledger::Merge>> merges(const SubjectId &subject) const;
    /// Whether somebody looked and found that these are two people.
    Result<bool> areDistinct(const SubjectId &one, const SubjectId &other) const;

    /// The projector's: applied twice they change nothing; facts that can't be read show nothing.
    Result<void> merged(const StoredEvent &stored);
    Result<void> separated(const StoredEvent &stored);
    Result<void> distinct(const StoredEvent &stored);
    /// Forgets what the events of one person told.
    Result<void> drop(qint64 person);
    Result<void> clear();

private:
    /// Everybody that a merge, standing or not, ties to these people.
    Result<std::vector<qint64>> tiedTo(std::vector<qint64> people) const;
    Result<std::vector<ledger::Merge>> standingMerges(const std::vector<qint64> &people) const;
    Result<void> regroup(const std::vector<qint64> &people);

    vault::SqlConnection &m_connection;
    mutable Numbers m_numbers;
};

} // namespace consent::cache
