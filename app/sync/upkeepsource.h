#pragma once

#include "base/result.h"
#include "central/storelookup.h"

#include <vector>

namespace consent::sync {

struct AccessBatch
{
    std::vector<central::AccessEntry> entries;
    qint64 upTo = 0; ///< What to say to accessLogged().
};

/// Port: what the desk has to tell the store besides events, and what it does by itself while there is time. Called on
/// the sync thread, may block on the cache thread; whoever implements it must not wait for the sync thread there.
class UpkeepSource
{
public:
    virtual ~UpkeepSource() = default;
    UpkeepSource(const UpkeepSource &) = delete;
    UpkeepSource &operator=(const UpkeepSource &) = delete;

    /// The oldest entries of the desk's access log that the store does not have.
    virtual Result<AccessBatch> accessEntries(int limit) = 0;
    virtual Result<void> accessLogged(qint64 upTo) = 0;

    /// Drops some of what was kept of erased people for a store that loses records. @return whether there is more
    virtual Result<bool> dropErased() = 0;
    /// Takes some of the people off this PC whom nobody here needs any more. @return whether there are more
    virtual Result<bool> evictSome() = 0;
    virtual Result<std::vector<SubjectId>> released(int limit) = 0;
    virtual Result<void> releaseTold(const std::vector<SubjectId> &subjects) = 0;

    /// Erased people whose keys the store has yet to destroy.
    virtual Result<std::vector<SubjectId>> erasuresDue(int limit) = 0;
    virtual Result<void> erasureDone(const SubjectId &subject) = 0;

    /// Something went wrong, in words: to be shown later too.
    virtual void trouble(const QString &message, bool lasting) = 0;

protected:
    UpkeepSource() = default;
};

} // namespace consent::sync
