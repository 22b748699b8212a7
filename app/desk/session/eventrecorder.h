#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "desk/session/deskprofile.h"
#include "desk/session/opendesk.h"
#include "desk/session/staff.h"
#include "ledger/chain.h"

namespace consent::desk {

/// Writes events inside the caller's transaction: seals, signs, stores, queues for the centre and brings the
/// projections up to date. Lives as long as the transaction. Cache thread.
class EventRecorder
{
public:
    /// Everything outlives this.
    EventRecorder(OpenDesk &open, const DeskProfile &profile, const StaffMember &user, const Clock &clock);

    /// @param personal sealed under the subject's data key, which is made with the first event about the subject
    Result<ledger::SignedEvent> record(QLatin1StringView type, const std::optional<SubjectId> &subject,
                                       QJsonObject facts, QJsonObject personal = {});
    /// The first event of this device, with the public half of its key.
    Result<ledger::SignedEvent> enrolDevice(const QString &name);

    /// The order time of the latest event about the subject that this desk knows: the fact `after` of the next one.
    Result<std::optional<UtcTime>> latestAbout(const SubjectId &subject);

    bool recordedAny() const { return m_count > 0; }
    bool urgent() const { return m_urgent; }

    /// The person's key that is in use, made first where there is none.
    Result<ledger::DataKey> dataKeyOf(const SubjectId &subject);

private:
    Result<ledger::DeviceChain> chain();
    Result<ledger::SignedEvent> keep(Result<ledger::SignedEvent> event, const QJsonObject &personal);

    OpenDesk &m_open;
    const DeskProfile &m_profile;
    const StaffMember &m_user;
    const Clock &m_clock;
    int m_count = 0;
    bool m_urgent = false;
};

} // namespace consent::desk
