#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"

#include <QJsonObject>

#include <optional>

namespace consent {

using MergeId = Id<struct MergeTag>; ///< One merging of two registrations of one person.

}

namespace consent::ledger {

/// The facts of `subject.merged`: two registrations are one person. `into` goes on; `from` is from now on shown as part
/// of it. Nothing of either is changed: histories and keys stay apart below, so that it can be undone. One merge is
/// told by two events with the same facts, one about each registration: whoever has events of either learns of it.
struct SubjectMerged
{
    MergeId merge;
    SubjectId into;
    SubjectId from;
    UtcTime time{};               ///< The moment of the merge, the same in both events: later than all that was known.
    std::optional<UtcTime> after; ///< See orderTime().

    QJsonObject toFacts() const;
    /// @return Damaged when a field is missing or no id, or when it merges somebody with himself.
    static Result<SubjectMerged> fromFacts(const QJsonObject &facts);

    friend bool operator==(const SubjectMerged &, const SubjectMerged &) = default;
};

/// The facts of `subject.separated`: that merge was a mistake. It ends the one merge that it names, for ever; merging
/// the two again is another merge. Told by two events as well.
struct SubjectSeparated
{
    MergeId merge;
    std::optional<UtcTime> after; ///< See orderTime().

    QJsonObject toFacts() const;
    /// @return Damaged
    static Result<SubjectSeparated> fromFacts(const QJsonObject &facts);

    friend bool operator==(const SubjectSeparated &, const SubjectSeparated &) = default;
};

/// The facts of `subject.distinct`: somebody looked, and the two are two people. Told by two events as well.
struct SubjectDistinct
{
    SubjectId one;
    SubjectId other;
    std::optional<UtcTime> after; ///< See orderTime().

    QJsonObject toFacts() const;
    /// @return Damaged
    static Result<SubjectDistinct> fromFacts(const QJsonObject &facts);

    friend bool operator==(const SubjectDistinct &, const SubjectDistinct &) = default;
};

} // namespace consent::ledger
