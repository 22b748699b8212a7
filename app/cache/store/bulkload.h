#pragma once

#include "base/result.h"
#include "cache/search/termbuilder.h"
#include "ledger/datakeys.h"
#include "ledger/event.h"
#include "vault/database/sqltransaction.h"

#include <QJsonObject>

#include <optional>

namespace consent::cache {

class Cache;

/// Takes many events at once: for sample data, a first pull, and benches. In transactions of thousands, with the search
/// terms made at the end, sorted. Until finish() has succeeded Projector::wasInterrupted() is true: after a crash the
/// events that were taken are whole, and rebuild() brings the rest into line.
/// Cache thread only; nothing else writes meanwhile.
class BulkLoad
{
public:
    explicit BulkLoad(Cache &cache); // outlives this
    ~BulkLoad();
    BulkLoad(const BulkLoad &) = delete;
    BulkLoad &operator=(const BulkLoad &) = delete;

    Result<void> addKey(const ledger::WrappedDataKey &key);
    /// @param own signed by this device: also moves its head and waits for the centre
    Result<void> add(const ledger::SignedEvent &event, const std::optional<QJsonObject> &personal, bool own);
    /// Makes what is left durable and writes the search terms.
    Result<void> finish(const TermBuilder::Progress &progress = {});

private:
    Result<void> ready();

    Cache &m_cache;
    std::optional<vault::SqlTransaction> m_transaction;
    int m_inTransaction = 0;
    bool m_marked = false;
};

} // namespace consent::cache
