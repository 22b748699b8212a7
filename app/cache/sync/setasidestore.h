#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "ledger/chainverifier.h"

#include <vector>

namespace consent::vault {
class SqlConnection;
class SqlStatement;
} // namespace consent::vault

namespace consent::cache {

/// An event from the centre that was not taken, and why.
struct SetAsideEvent
{
    ledger::StoredEvent text;
    ledger::ChainFault fault = ledger::ChainFault::Unreadable;
    QString detail; ///< For the log; nothing personal.
    UtcTime at{};   ///< When it arrived.
};

/// Events that came from the centre and do not verify: kept as they came, reported, and tried again when the key they
/// wanted arrives. Cache thread only; opens no transaction.
class SetAsideStore
{
public:
    explicit SetAsideStore(vault::SqlConnection &connection); // outlives this

    /// The same text again changes only its reason.
    Result<void> put(const SetAsideEvent &event);
    Result<void> remove(const QByteArray &hash);
    /// Those of one device that waited for its key, in the order of seq.
    Result<std::vector<SetAsideEvent>> withoutKey(const DeviceId &device) const;
    /// Newest first.
    Result<std::vector<SetAsideEvent>> latest(int limit) const;
    Result<qint64> count() const;

private:
    Result<std::vector<SetAsideEvent>> read(vault::SqlStatement query) const;

    vault::SqlConnection &m_connection;
};

} // namespace consent::cache
