#pragma once

#include "base/result.h"
#include "cache/projection/subjectstore.h"
#include "cache/store/numbers.h"

#include <vector>

namespace consent::cache {

/// Why two registrations may be one person.
enum class Likeness { PhoneAndName = 1, NameAndBirthDate = 2, All = 3 };

struct MergeCandidate
{
    SubjectId one;
    SubjectId other;
    Likeness likeness = Likeness::PhoneAndName;

    friend bool operator==(const MergeCandidate &, const MergeCandidate &) = default;
};

/// Registrations that look like one person: with the same telephone number and name, or the same name and birth date
/// (spaces and case aside), as two desks make them that can't see each other. A projection of the people as they stand:
/// see Projector. Cache thread only; opens no transaction.
class MergeCandidates
{
public:
    explicit MergeCandidates(vault::SqlConnection &connection); // outlives this

    /// Pairs that nobody has decided on: neither merged nor found to be two people. The likeliest first.
    Result<std::vector<MergeCandidate>> open(int limit) const;
    Result<qint64> openCount() const;
    /// The same for one person.
    Result<std::vector<MergeCandidate>> openOf(const SubjectId &subject) const;

    /// The projector's: after a person's row and search terms were written.
    Result<void> refresh(const SubjectRecord &record);
    /// After a bulk load: all of them at once. Takes some 100 bytes of memory a person while it works.
    Result<void> refreshAll();
    Result<void> drop(qint64 person);
    Result<void> clear();

private:
    Result<void> add(qint64 one, qint64 other, Likeness likeness);
    Result<std::vector<MergeCandidate>> read(vault::SqlStatement query) const;

    vault::SqlConnection &m_connection;
};

} // namespace consent::cache
