#pragma once

#include "base/result.h"
#include "cache/store/eventstore.h"
#include "cache/store/numbers.h"
#include "ledger/requestprojection.h"

#include <QJsonObject>

#include <map>
#include <optional>
#include <vector>

namespace consent::cache {

/// One request as its events make it.
struct RequestRow
{
    ledger::RequestRecord record;
    QJsonObject personal; ///< Sealed part of the opening; empty when its key is not held.
};

/// One event of a request, with what was sealed in it.
struct RequestEventRow
{
    StoredEvent stored;
    QJsonObject personal;
    ledger::RequestTrace trace;
};

/// Why the data of a person may be neither used nor provided.
struct Freeze
{
    RequestId request;
    UtcTime since{};

    friend bool operator==(const Freeze &, const Freeze &) = default;
};

/// Requests of people, and whom they freeze. A projection: see Projector. Cache thread only; opens no transaction.
class RequestStore
{
public:
    RequestStore(vault::SqlConnection &connection, EventStore &events); // outlive this

    /// @return nothing when it is not on this desk, or its opening has not arrived.
    Result<std::optional<RequestRow>> find(const RequestId &request) const;
    /// Every request that is not closed.
    Result<std::vector<RequestRow>> open() const;
    /// Closed ones, the latest received first.
    Result<std::vector<RequestRow>> closed(int limit) const;
    /// Those after this one.
    Result<std::vector<RequestRow>> closedAfter(UtcTime received, const RequestId &request, int limit) const;
    Result<std::vector<RequestRow>> ofSubject(const SubjectId &subject) const;
    /// In canonical order.
    Result<std::vector<RequestEventRow>> events(const RequestId &request) const;
    /// How many there are in each state.
    Result<std::map<domain::RequestState, int>> counts() const;

    /// The earliest freeze that stands; nothing when the person is free.
    Result<std::optional<Freeze>> frozen(const SubjectId &subject) const;
    /// Numbers (of table person) of everybody who is frozen, ascending.
    Result<std::vector<qint64>> frozenPersons() const;

private:
    Result<std::vector<RequestRow>> read(vault::SqlStatement query) const;

    vault::SqlConnection &m_connection;
    EventStore &m_events;
    mutable Numbers m_numbers;
};

} // namespace consent::cache
