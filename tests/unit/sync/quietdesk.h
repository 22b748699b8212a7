#pragma once

#include "sync/inboxsink.h"
#include "sync/upkeepsource.h"

#include <QStringList>

#include <mutex>

/// A desk that takes whatever comes and has nothing to tell; remembers what it was told. Thread-safe.
class QuietInbox : public consent::sync::InboxSink
{
public:
    consent::Result<consent::sync::InboxState> state() override
    {
        const std::scoped_lock lock(m_mutex);
        return m_state;
    }
    consent::Result<consent::sync::TakeReport> take(const consent::central::PullPage &page) override
    {
        const std::scoped_lock lock(m_mutex);
        consent::sync::TakeReport report;
        report.taken = static_cast<qint64>(page.events.size());
        m_taken += report.taken;
        m_state.cursor = page.cursor;
        return report;
    }
    consent::Result<void> tookAll() override
    {
        const std::scoped_lock lock(m_mutex);
        m_state.wantsAll = false;
        return {};
    }
    consent::Result<void> takeBlocks(const consent::central::BlockPage &page, bool) override
    {
        const std::scoped_lock lock(m_mutex);
        m_state.blockCursor = page.cursor;
        return {};
    }
    consent::Result<std::vector<consent::SubjectId>> partial(int) override { return std::vector<consent::SubjectId>(); }
    consent::Result<consent::sync::TakeReport> takeFile(const consent::central::SubjectFile &) override
    {
        return consent::sync::TakeReport();
    }
    consent::Result<void> notThere(const consent::SubjectId &) override { return {}; }
    consent::Result<void> greeted(const consent::central::Welcome &, qint64 skewMs) override
    {
        const std::scoped_lock lock(m_mutex);
        m_skewMs = skewMs;
        return {};
    }

    qint64 taken() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_taken;
    }
    qint64 skewMs() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_skewMs;
    }
    void wantAll()
    {
        const std::scoped_lock lock(m_mutex);
        m_state.wantsAll = true;
    }
    bool wantsAll() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_state.wantsAll;
    }

private:
    mutable std::mutex m_mutex;
    consent::sync::InboxState m_state;
    qint64 m_taken = 0;
    qint64 m_skewMs = 0;
};

class QuietUpkeep : public consent::sync::UpkeepSource
{
public:
    consent::Result<consent::sync::AccessBatch> accessEntries(int) override { return consent::sync::AccessBatch(); }
    consent::Result<void> accessLogged(qint64) override { return {}; }
    consent::Result<bool> dropErased() override { return false; }
    consent::Result<bool> evictSome() override { return false; }
    consent::Result<std::vector<consent::SubjectId>> released(int) override
    {
        return std::vector<consent::SubjectId>();
    }
    consent::Result<void> releaseTold(const std::vector<consent::SubjectId> &) override { return {}; }
    consent::Result<std::vector<consent::SubjectId>> erasuresDue(int) override
    {
        return std::vector<consent::SubjectId>();
    }
    consent::Result<void> erasureDone(const consent::SubjectId &) override { return {}; }
    void trouble(const QString &message, bool) override
    {
        const std::scoped_lock lock(m_mutex);
        m_troubles.append(message);
    }
    QStringList troubles() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_troubles;
    }

private:
    mutable std::mutex m_mutex;
    QStringList m_troubles;
};
