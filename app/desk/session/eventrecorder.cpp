#include "desk/session/eventrecorder.h"

#include "ledger/eventtypes.h"

namespace consent::desk {

EventRecorder::EventRecorder(OpenDesk &open, const DeskProfile &profile, const StaffMember &user, const Clock &clock)
    : m_open(open)
    , m_profile(profile)
    , m_user(user)
    , m_clock(clock)
{
}

Result<ledger::SignedEvent> EventRecorder::record(QLatin1StringView type, const std::optional<SubjectId> &subject,
                                                  QJsonObject facts, QJsonObject personal)
{
    auto chain = this->chain();
    if (!chain)
        return chain.error();
    ledger::EventDraft draft{type.toString(), m_user.id, m_profile.branch(), subject, std::move(facts), personal};
    if (personal.isEmpty())
        return keep(chain->append(draft), {});
    const auto key = dataKeyOf(*subject);
    if (!key)
        return key.error();
    return keep(chain->append(draft, &*key), personal);
}

Result<ledger::SignedEvent> EventRecorder::enrolDevice(const QString &name)
{
    auto chain = this->chain();
    if (!chain)
        return chain.error();
    return keep(chain->enrol(m_user.id, m_profile.branch(), name), {});
}

Result<std::optional<UtcTime>> EventRecorder::latestAbout(const SubjectId &subject)
{
    return m_open.cache->events().latestTimeOf(subject);
}

Result<ledger::DeviceChain> EventRecorder::chain()
{
    // What this PC remembers of its chain, not what is left of it here: people leave a PC, their events with them.
    const auto own = m_open.cache->device().load();
    if (!own)
        return own.error();
    return ledger::DeviceChain(m_profile.device(), m_open.deviceKey, m_clock, own->head, m_open.skewMs);
}

Result<ledger::DataKey> EventRecorder::dataKeyOf(const SubjectId &subject)
{
    const auto stored = m_open.cache->dataKeys().ofSubject(subject);
    if (!stored)
        return stored.error();
    if (!stored->empty())
        return m_open.dataKeys.open(stored->back());
    auto made = m_open.dataKeys.create(subject);
    if (!made)
        return made.error();
    if (auto kept = m_open.cache->dataKeys().put(made->wrapped); !kept)
        return kept.error();
    return made->open;
}

Result<ledger::SignedEvent> EventRecorder::keep(Result<ledger::SignedEvent> event, const QJsonObject &personal)
{
    if (!event)
        return event;
    const auto opened = personal.isEmpty() ? std::nullopt : std::optional(personal);
    if (auto number = m_open.cache->record(*event, opened); !number)
        return number.error();
    ++m_count;
    m_urgent = m_urgent || ledger::eventtypes::isUrgent(QLatin1StringView(event->event.type.toLatin1()));
    return event;
}

} // namespace consent::desk
