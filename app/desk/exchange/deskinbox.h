#pragma once

#include "desk/session/deskcore.h"
#include "sync/inboxsink.h"

namespace consent::desk {

/// What comes from the central store, verified and kept in the cache. Called on the sync thread; the work is done on
/// the cache thread, after whatever a person waits for.
class DeskInbox : public sync::InboxSink
{
public:
    explicit DeskInbox(DeskCore &core) // outlives this
        : m_core(core)
    {
    }

    Result<sync::InboxState> state() override;
    Result<sync::TakeReport> take(const central::PullPage &page) override;
    Result<void> tookAll() override;
    Result<void> takeBlocks(const central::BlockPage &page, bool fromStart) override;
    Result<std::vector<SubjectId>> partial(int limit) override;
    Result<sync::TakeReport> takeFile(const central::SubjectFile &file) override;
    Result<void> notThere(const SubjectId &subject) override;
    Result<void> greeted(const central::Welcome &welcome, qint64 skewMs) override;

private:
    /// Runs work(OpenDesk &) in one transaction.
    template <typename Work> std::invoke_result_t<Work, OpenDesk &> inTransaction(Work work);

    DeskCore &m_core;
};

} // namespace consent::desk
