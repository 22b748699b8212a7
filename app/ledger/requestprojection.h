#pragma once

#include "domain/requestmachine.h"
#include "ledger/event.h"
#include "ledger/requestfacts.h"

#include <optional>
#include <vector>

namespace consent::ledger {

/// A third party that had got wrong data.
struct RequestRecipient
{
    ProvisionId provision;
    bool told = false;

    friend bool operator==(const RequestRecipient &, const RequestRecipient &) = default;
};

/// Where one request stands: what its events come to.
struct RequestRecord
{
    SubjectId subject;
    RequestOpened opened;
    EventId openedBy; ///< The event.
    domain::RequestState state = domain::RequestState::Received;
    std::optional<domain::RequestOutcome> outcome;
    std::vector<domain::ClockStop> stops;
    int extraDays = 0;
    std::vector<RequestRecipient> recipients;
    std::optional<domain::RefusalGround> ground;
    std::optional<UtcTime> objected; ///< When a refusal was last objected to: the clock runs from here.
    std::optional<UtcTime> decided;  ///< When it was done or refused.
    std::optional<UtcTime> closed;
    QString document;
    QString sha256;
    int conflicts = 0; ///< Events that came when they could not count any more.

    int recipientsToTell() const;
    /// What the rules on the next step need to know.
    domain::RequestStanding standing() const;
    /// When the statutory clock began: receipt, or the latest objection.
    UtcTime clockFrom() const;

    friend bool operator==(const RequestRecord &, const RequestRecord &) = default;
};

/// What one event of a request did.
struct RequestTrace
{
    EventId event;
    bool conflict = false; ///< Not possible in the state reached: kept, shown, without effect.
    domain::RequestState state = domain::RequestState::Received; ///< After it.

    friend bool operator==(const RequestTrace &, const RequestTrace &) = default;
};

struct RequestFold
{
    std::optional<RequestRecord> record; ///< Nothing while the opening has not arrived.
    std::vector<RequestTrace> traces;    ///< In canonical order.
    /// Since when the request freezes the person; nothing when it does not. A correction does from its receipt until it
    /// is decided; a freezing event does until a later unfreezing one, and on a tie it stands.
    std::optional<UtcTime> frozen;

    friend bool operator==(const RequestFold &, const RequestFold &) = default;
};

/// The request that an event belongs to; nothing for other types, a newer `v`, an event without subject, or facts that
/// are not as this program writes them.
std::optional<RequestId> requestOf(const Event &event);

/// The state of one request of one person. The result depends on which events there are and not on their order: they
/// are put into canonical order first. Of two openings the first counts.
/// @param events of one requestOf() and one subject
RequestFold foldRequest(std::vector<Event> events);

} // namespace consent::ledger
