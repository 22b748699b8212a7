#pragma once

#include "base/result.h"
#include "central/centralstore.h"

#include <QString>

#include <vector>

namespace consent::sync {

struct InboxState
{
    QByteArray cursor;      ///< Of CentralStore::pull; empty: from the beginning.
    QByteArray blockCursor; ///< Of CentralStore::pullContactBlocks.
    bool wantsAll = false;  ///< Events that were here are missing: everything is pulled, whoever wrote it.
};

/// What became of events that were handed over.
struct TakeReport
{
    qint64 taken = 0;    ///< New here.
    qint64 known = 0;    ///< Were here already.
    qint64 setAside = 0; ///< Did not verify: kept apart and reported.
    QString firstFault;  ///< A sentence about the first of these.
};

/// Port: where what comes from the central store is verified and kept. Called on the sync thread, may block on the
/// cache thread; whoever implements it must not wait for the sync thread there.
class InboxSink
{
public:
    virtual ~InboxSink() = default;
    InboxSink(const InboxSink &) = delete;
    InboxSink &operator=(const InboxSink &) = delete;

    virtual Result<InboxState> state() = 0;
    /// Events, keys and the cursor behind them in one transaction: all of it or nothing. An event that does not verify
    /// is set aside and stops no other.
    virtual Result<TakeReport> take(const central::PullPage &page) = 0;
    /// Everything there is was pulled: what wantsAll asked for is done.
    virtual Result<void> tookAll() = 0;
    /// @param fromStart the list is begun anew: what is there goes first
    virtual Result<void> takeBlocks(const central::BlockPage &page, bool fromStart) = 0;

    /// People of whom only later events are here.
    virtual Result<std::vector<SubjectId>> partial(int limit) = 0;
    /// All of one person, looked up or fetched to be whole: as take(), without a cursor.
    virtual Result<TakeReport> takeFile(const central::SubjectFile &file) = 0;
    /// The store has nothing of this person for us: stop asking.
    virtual Result<void> notThere(const SubjectId &subject) = 0;

    /// The store answered. @param skewMs this PC's clock minus the store's
    virtual Result<void> greeted(const central::Welcome &welcome, qint64 skewMs) = 0;

protected:
    InboxSink() = default;
};

} // namespace consent::sync
