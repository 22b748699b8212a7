#pragma once

#include "base/result.h"
#include "cache/store/numbers.h"
#include "ledger/chain.h"
#include "ledger/chainverifier.h"
#include "ledger/event.h"

#include <functional>
#include <optional>
#include <vector>

namespace consent::cache {

/// An event with the number under which this file keeps it.
struct StoredEvent
{
    qint64 number = 0;
    ledger::SignedEvent event;
};

/// Every event this PC has, its own and those it pulled. Appended once, never changed.
/// Cache thread only. Opens no transaction: the caller groups append() with what follows from it.
class EventStore
{
public:
    explicit EventStore(vault::SqlConnection &connection); // outlives this

    /// @return its number; AlreadyExists when this very event is stored; Conflict when another one has its id or its
    ///     place in the device's chain.
    Result<qint64> append(const ledger::SignedEvent &event);

    /// @return NotFound when it is not stored; Damaged when its text no longer is what was signed.
    Result<StoredEvent> find(const EventId &id) const;
    Result<StoredEvent> at(qint64 number) const;
    /// In canonical order: order time, device, seq.
    Result<std::vector<StoredEvent>> ofSubject(const SubjectId &subject) const;
    /// A stretch of one device's chain, in its order.
    Result<std::vector<StoredEvent>> ofDevice(const DeviceId &device, qint64 fromSeq, int limit) const;
    /// The same as bare texts with the place that the table gives them, for verifying: nothing is read or judged here.
    Result<std::vector<ledger::StoredEvent>> textsOfDevice(const DeviceId &device, qint64 fromSeq, int limit) const;
    /// Of a type, in the order of arrival.
    Result<std::vector<StoredEvent>> ofType(const QString &type) const;
    /// In the order of arrival, behind this number; empty at the end.
    Result<std::vector<StoredEvent>> after(qint64 number, int limit) const;
    /// Every event in the order of arrival, one at a time, until the visitor fails or there are no more.
    Result<void> forEach(const std::function<Result<void>(const StoredEvent &)> &visit, qint64 afterNumber = 0) const;

    /// The end of a device's chain as stored here; seq 0 when there is nothing.
    Result<ledger::ChainHead> head(const DeviceId &device) const;
    /// Every device of which there are events.
    Result<std::vector<DeviceId>> devices() const;
    Result<qint64> count() const;
    /// The order time of the latest event about a person: what a new one names as `after`.
    Result<std::optional<UtcTime>> latestTimeOf(const SubjectId &subject) const;

private:
    Result<std::vector<StoredEvent>> read(vault::SqlStatement query) const;

    vault::SqlConnection &m_connection;
    mutable Numbers m_numbers;
};

} // namespace consent::cache
