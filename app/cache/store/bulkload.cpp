#include "cache/store/bulkload.h"

#include "cache/store/cache.h"

namespace consent::cache {

namespace {

constexpr int entriesPerTransaction = 5000;

} // namespace

BulkLoad::BulkLoad(Cache &cache)
    : m_cache(cache)
{
    m_cache.subjects().deferTerms(true);
}

BulkLoad::~BulkLoad()
{
    m_cache.subjects().deferTerms(false);
}

/// Begins the next transaction where that is due.
Result<void> BulkLoad::ready()
{
    if (m_transaction && m_inTransaction >= entriesPerTransaction) {
        auto committed = m_transaction->commit();
        m_transaction.reset();
        if (!committed)
            return committed;
    }
    if (!m_transaction) {
        auto begun = m_cache.begin();
        if (!begun)
            return begun.error();
        m_transaction.emplace(*std::move(begun));
        m_inTransaction = 0;
        if (!m_marked) {
            if (auto marked = m_cache.projector().markIncomplete(true); !marked)
                return marked;
            m_marked = true;
        }
    }
    ++m_inTransaction;
    return {};
}

Result<void> BulkLoad::addKey(const ledger::WrappedDataKey &key)
{
    auto begun = ready();
    return begun ? m_cache.dataKeys().put(key) : begun;
}

Result<void> BulkLoad::add(const ledger::SignedEvent &event, const std::optional<QJsonObject> &personal, bool own)
{
    if (auto begun = ready(); !begun)
        return begun;
    if (!own)
        return m_cache.import(event, personal);
    const auto recorded = m_cache.record(event, personal);
    return recorded ? Result<void>() : recorded.error();
}

Result<void> BulkLoad::finish(const TermBuilder::Progress &progress)
{
    if (m_transaction) {
        auto committed = m_transaction->commit();
        m_transaction.reset();
        if (!committed)
            return committed;
    }
    if (!m_marked)
        return {};
    if (auto built = TermBuilder(m_cache.connection()).build(progress); !built)
        return built;
    auto transaction = m_cache.begin();
    if (!transaction)
        return transaction.error();
    if (auto paired = m_cache.candidates().refreshAll(); !paired)
        return paired;
    if (auto committed = transaction->commit(); !committed)
        return committed;
    return m_cache.projector().markIncomplete(false);
}

} // namespace consent::cache
