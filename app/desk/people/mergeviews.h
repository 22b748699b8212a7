#pragma once

#include "cache/projection/mergecandidates.h"
#include "desk/people/subjectviews.h"
#include "ledger/mergefacts.h"

#include <optional>
#include <vector>

namespace consent::desk {

/// Two registrations that look like one person. The newer one second.
struct MergeOffer
{
    SubjectSummary one;
    SubjectSummary other;
    cache::Likeness likeness = cache::Likeness::PhoneAndName;
};

struct MergeOffers
{
    std::vector<MergeOffer> offers; ///< The likeliest first.
    qint64 total = 0;               ///< There may be more than are listed.
};

/// One registration, as it stands for itself.
struct MergeSide
{
    SubjectSummary summary;
    std::optional<UtcTime> registered;
    std::optional<UtcTime> lastContact;
    int contacts = 0;
    bool hasEmail = false;
    bool hasGuardian = false;
    std::vector<ItemState> items;
};

/// Two registrations beside each other, and what would count for the person if they were one.
struct MergeComparison
{
    MergeSide one;
    MergeSide other;
    std::vector<ItemState> together; ///< The items of the current script, in the same order as in the sides.
    bool samePhone = false;
    bool sameName = false;
    bool sameBirthDate = false;
};

/// A merge that stands.
struct MergeView
{
    MergeId id;
    SubjectSummary into;
    SubjectSummary from;
    UtcTime at{};
};

} // namespace consent::desk
