#include "desk/exchange/deskinbox.h"

#include "desk/exchange/eventintake.h"

namespace consent::desk {

template <typename Work> std::invoke_result_t<Work, OpenDesk &> DeskInbox::inTransaction(Work work)
{
    return m_core
        .read(
            [job = std::move(work)](OpenDesk &open) -> std::invoke_result_t<Work, OpenDesk &> {
                auto transaction = open.cache->begin();
                if (!transaction)
                    return transaction.error();
                auto outcome = job(open);
                if (!outcome)
                    return outcome;
                if (auto committed = transaction->commit(); !committed)
                    return committed.error();
                return outcome;
            },
            DeskCore::Urgency::Bulk)
        .result();
}

Result<sync::InboxState> DeskInbox::state()
{
    return m_core
        .read([](OpenDesk &open) -> Result<sync::InboxState> {
            const cache::SyncMemory &memory = open.cache->syncMemory();
            const auto cursor = memory.pullCursor();
            if (!cursor)
                return cursor.error();
            const auto blocks = memory.blockCursor();
            if (!blocks)
                return blocks.error();
            const auto wantsAll = memory.wantsAll();
            if (!wantsAll)
                return wantsAll.error();
            return sync::InboxState{*cursor, *blocks, *wantsAll};
        })
        .result();
}

Result<sync::TakeReport> DeskInbox::take(const central::PullPage &page)
{
    return inTransaction([this, &page](OpenDesk &open) -> Result<sync::TakeReport> {
        EventIntake intake(open, m_core.clock().now());
        auto report = intake.take(page.events, page.dataKeys);
        if (!report)
            return report;
        if (auto kept = open.cache->syncMemory().setPullCursor(page.cursor); !kept)
            return kept.error();
        return report;
    });
}

Result<void> DeskInbox::tookAll()
{
    return inTransaction([](OpenDesk &open) { return open.cache->syncMemory().setWantsAll(false); });
}

Result<void> DeskInbox::takeBlocks(const central::BlockPage &page, bool fromStart)
{
    return inTransaction([&page, fromStart](OpenDesk &open) -> Result<void> {
        cache::ContactBlockStore &blocks = open.cache->contactBlocks();
        if (fromStart) {
            if (auto cleared = blocks.clear(); !cleared)
                return cleared;
        }
        std::vector<cache::ContactBlockStore::Entry> entries;
        entries.reserve(page.entries.size());
        for (const central::BlockEntry &entry : page.entries) {
            const QByteArray prefix(reinterpret_cast<const char *>(entry.prefix.data()),
                                    static_cast<qsizetype>(entry.prefix.size()));
            entries.push_back({prefix, {entry.channels, entry.allOptional}});
        }
        if (auto put = blocks.put(entries); !put)
            return put;
        return open.cache->syncMemory().setBlockCursor(page.cursor);
    });
}

Result<std::vector<SubjectId>> DeskInbox::partial(int limit)
{
    return m_core.read([limit](OpenDesk &open) { return open.cache->workingSet().partial(limit); }).result();
}

Result<sync::TakeReport> DeskInbox::takeFile(const central::SubjectFile &file)
{
    return inTransaction([this, &file](OpenDesk &open) -> Result<sync::TakeReport> {
        EventIntake intake(open, m_core.clock().now());
        auto report = intake.take(file.events, file.dataKeys);
        if (!report)
            return report;
        if (file.erased) {
            if (auto erased = open.cache->workingSet().erase(file.subject); !erased)
                return erased.error();
        }
        // All that the store has came. Should the registration still be missing, the next event asks again.
        if (auto whole = open.cache->workingSet().markWhole(file.subject); !whole)
            return whole.error();
        return report;
    });
}

Result<void> DeskInbox::notThere(const SubjectId &subject)
{
    return inTransaction([&subject](OpenDesk &open) { return open.cache->workingSet().markWhole(subject); });
}

Result<void> DeskInbox::greeted(const central::Welcome &welcome, qint64 skewMs)
{
    return inTransaction([this, skewMs, &welcome](OpenDesk &open) -> Result<void> {
        if (auto noted = open.cache->syncMemory().setSharedStore(welcome.storeId); !noted)
            return noted;
        if (auto set = open.cache->device().setSkew(skewMs); !set)
            return set;
        open.skewMs = skewMs;
        return open.cache->syncMemory().setLastContact(m_core.clock().now());
    });
}

} // namespace consent::desk
