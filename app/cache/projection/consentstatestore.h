#pragma once

#include "base/result.h"
#include "cache/projection/mergestore.h"
#include "cache/store/numbers.h"
#include "ledger/consentprojection.h"

#include <vector>

namespace consent::cache {

/// Where every item and blanket scope stands for every person. A projection: see Projector.
/// Cache thread only; opens no transaction.
class ConsentStateStore
{
public:
    explicit ConsentStateStore(vault::SqlConnection &connection); // outlives this

    /// Takes the statement up if it supersedes what stands there.
    /// @param eventNumber of the statement's event in the EventStore
    Result<void> apply(const ledger::ConsentStatement &statement, qint64 eventNumber);
    /// Every scope of a person that anything was ever said about, by scope. Of somebody who is one with others (see
    /// MergeStore): what counts for all of them, as statements of the standing registration.
    Result<std::vector<ledger::ConsentStatement>> ofSubject(const SubjectId &subject) const;
    /// The same of this registration alone.
    Result<std::vector<ledger::ConsentStatement>> ofRegistration(const SubjectId &subject) const;
    Result<void> clear();

private:
    vault::SqlConnection &m_connection;
    MergeStore m_merges;
    Numbers m_numbers;
};

} // namespace consent::cache
