#pragma once

#include "cache/store/eventstore.h"
#include "cache/store/numbers.h"
#include "ledger/requestprojection.h"

#include <QJsonObject>

#include <optional>

namespace consent::cache {

/// The Projector's part for requests and freezes. With every event of a request its state is worked out anew from all
/// of them, so the order of arrival plays no part. Cache thread only; opens no transaction.
class RequestProjection
{
public:
    RequestProjection(vault::SqlConnection &connection, EventStore &events); // outlive this

    /// Takes events of its own types; leaves others alone.
    Result<void> apply(const StoredEvent &stored, const std::optional<QJsonObject> &personal);
    Result<void> drop(qint64 person);
    Result<void> clear();
    /// Everything that stands here about a person, for comparing.
    Result<QByteArray> digest(qint64 person) const;

private:
    Result<void> refold(qint64 person, const RequestId &request);
    Result<void> put(qint64 person, const RequestId &request, const ledger::RequestFold &fold);

    vault::SqlConnection &m_connection;
    EventStore &m_events;
    Numbers m_numbers;
};

} // namespace consent::cache
