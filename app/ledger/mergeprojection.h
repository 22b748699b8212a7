#pragma once

#include "ledger/consentprojection.h"
#include "ledger/mergefacts.h"

#include <map>
#include <vector>

/// Who is one person. Pure functions of a set of merges: the order in which they were heard of does not count.
namespace consent::ledger {

/// One merge that stands: it was told, and no separation names it.
struct Merge
{
    MergeId id;
    SubjectId into;
    SubjectId from;
    UtcTime time{};

    friend bool operator==(const Merge &, const Merge &) = default;
};

/// Two parts of a group becoming one.
struct MergeStep
{
    SubjectId into; ///< The one that stands for the group from then on.
    SubjectId from; ///< The one that stood for the other part.
    UtcTime time{};

    friend bool operator==(const MergeStep &, const MergeStep &) = default;
};

/// Registrations that are one person.
struct MergeGroup
{
    SubjectId standing;             ///< Under which the person goes on.
    std::vector<SubjectId> members; ///< At least two, the standing one first, then by id.
    std::vector<MergeStep> steps;   ///< In their order.

    friend bool operator==(const MergeGroup &, const MergeGroup &) = default;
};

/// The groups that follow from merges. They are taken in the order of (time, id); one between two that are one person
/// already changes nothing, so that of two desks that merged in opposite directions, or of a circle, the first stands.
std::vector<MergeGroup> mergeGroups(std::vector<Merge> merges);

/// What counts for a group, as the statements of its standing member; one for each scope.
///
/// A merge never turns a no into a yes: where one part has granted something before the merge, every refusal,
/// withdrawal and opt-out that the other part said before it counts as repeated at the moment of the merge. So a yes is
/// older than the no, whichever registration it was given to, and only a yes that was given after the merge counts
/// again. Where the other part granted nothing, times stay as they are.
/// @param statements of each member, as they stand for it alone
std::vector<ConsentStatement> foldMerged(const MergeGroup &group,
                                         const std::map<SubjectId, std::vector<ConsentStatement>> &statements);

} // namespace consent::ledger
