#pragma once

#include "base/result.h"
#include "cache/projection/consentstatestore.h"
#include "cache/store/eventstore.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace consent::ledger {
struct ConsentCaptured;
}

namespace consent::cache {

/// The Projector's part for telling results, asking again, provisions, guardians and slips of the hand. The same rule:
/// what stands here depends on which events there are and on nothing else. Cache thread only; opens no transaction.
class ContactProjection
{
public:
    /// All outlive this.
    ContactProjection(vault::SqlConnection &connection, EventStore &events, ConsentStateStore &states);

    /// Takes events of its own types; leaves others alone.
    Result<void> apply(const StoredEvent &stored, const std::optional<QJsonObject> &personal);
    /// What a captured contact leads to beside its answers.
    Result<void> captured(const StoredEvent &stored, const ledger::ConsentCaptured &facts,
                          const std::optional<QJsonObject> &personal);
    /// Whether an ending was a slip of the hand, as far as the events that are here say.
    Result<bool> isMistaken(const StoredEvent &ending);
    /// What an ending that stands leads to.
    Result<void> ended(const StoredEvent &stored);

    Result<void> drop(qint64 person);
    Result<void> clear();
    /// Everything that stands here about a person, for comparing.
    Result<QByteArray> digest(qint64 person) const;

private:
    Result<void> provisionMade(const StoredEvent &stored, qint64 person);
    Result<void> provisionCorrected(const StoredEvent &stored, qint64 person);
    Result<void> resultTold(const StoredEvent &stored, qint64 person);
    Result<void> reconfirmed(const StoredEvent &stored, qint64 person);
    Result<void> mistaken(const StoredEvent &stored, qint64 person);
    Result<void> guardian(const StoredEvent &stored, const QString &method, const std::optional<QJsonObject> &personal);
    Result<void> expectNotice(const StoredEvent &stored);
    Result<void> settleNotice(const EventId &about, qint64 person);
    Result<void> foldAgain(const SubjectId &subject, qint64 person);

    vault::SqlConnection &m_connection;
    EventStore &m_events;
    ConsentStateStore &m_states;
    Numbers m_numbers;
};

} // namespace consent::cache
