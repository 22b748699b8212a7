#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "domain/consent.h"
#include "ledger/event.h"

#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace consent::ledger {

/// What one event says about one scope of one subject's consent.
///
/// A scope is an item code ("marketing.sms"), "channel:sms" (everything on that channel), or "optional:*" (everything
/// optional). Blanket scopes come from opt-outs and withdrawals only, and are stored like items.
struct ConsentStatement
{
    SubjectId subject;
    QString scope;
    domain::ConsentStatus status = domain::ConsentStatus::None;
    UtcTime time{}; ///< Order time of the event.
    DeviceId device;
    qint64 seq = 0;
    EventId event;
    std::optional<UtcTime> said = {}; ///< When it was said, where merging lets it count as later: see foldMerged().

    friend bool operator==(const ConsentStatement &, const ConsentStatement &) = default;
};

inline constexpr QLatin1StringView allOptionalScope("optional:*");
QString channelScope(domain::Channel channel);

/// The statements of an event, one a scope; none for other types, a newer `v`, or an event without subject.
std::vector<ConsentStatement> consentStatements(const Event &event);

/// Whether `a` takes the place of `b` (same subject and scope). A strict total order over distinct statements:
/// later order time; at the same time what protects the person more (opted out > withdrawn > refused > granted); then
/// device and seq. So the state of a scope is a maximum, whatever the order of arrival, and applying twice changes
/// nothing.
bool supersedes(const ConsentStatement &a, const ConsentStatement &b);

/// What an item needs to be known for a blanket statement to reach it.
struct ItemTraits
{
    bool mandatory = false;
    domain::Channel channel = domain::Channel::None;
};

/// The state of an item under the blanket statements of its subject: the one that supersedes the others counts.
/// Mandatory items are reached by no blanket statement (they end by leaving only).
/// @param item the item's own statement, or null when it was never asked
/// @param blankets the subject's statements of blanket scopes
domain::ConsentStatus effectiveStatus(const ConsentStatement *item, const ItemTraits &traits,
                                      const std::vector<ConsentStatement> &blankets);

/// The states of many subjects, folded in memory: what a stored projection must equal. An ending that was a slip of the
/// hand (see undoes()) counts as never said, whichever of the two events comes first.
class ConsentProjection
{
public:
    using Key = std::pair<SubjectId, QString>;

    void apply(const Event &event);
    void apply(const ConsentStatement &statement);
    const ConsentStatement *find(const SubjectId &subject, const QString &scope) const;
    const std::map<Key, ConsentStatement> &states() const noexcept { return m_states; }

    friend bool operator==(const ConsentProjection &a, const ConsentProjection &b) { return a.m_states == b.m_states; }

private:
    bool isSlip(const Event &ending) const;
    void foldAgain(const SubjectId &subject);

    std::map<Key, ConsentStatement> m_states;
    std::map<SubjectId, std::vector<Event>> m_said; ///< What spoke of a subject's consent, to fold it again.
};

} // namespace consent::ledger
