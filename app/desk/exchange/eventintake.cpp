#include "desk/exchange/eventintake.h"

#include "desk/session/personalopener.h"
#include "ledger/eventtypes.h"

using namespace Qt::StringLiterals;

namespace consent::desk {

namespace types = ledger::eventtypes;

EventIntake::EventIntake(OpenDesk &open, UtcTime now)
    : m_open(open)
    , m_now(now)
{
}

Result<sync::TakeReport> EventIntake::take(const std::vector<ledger::StoredEvent> &events,
                                           const std::vector<ledger::WrappedDataKey> &dataKeys)
{
    auto own = m_open.cache->device().load();
    if (!own)
        return own.error();
    m_own = *std::move(own);
    m_keys.insert_or_assign(m_own->id,
                            ledger::DeviceKey{m_open.deviceKey.publicKey(), m_open.deviceKey.publicKey().thumbprint()});
    for (const ledger::WrappedDataKey &key : dataKeys) {
        if (auto taken = takeKey(key); !taken)
            return taken.error();
    }
    for (const ledger::StoredEvent &stored : events) {
        if (auto taken = takeEvent(stored); !taken)
            return taken.error();
    }
    for (const SubjectId &subject : m_opened) {
        if (auto shown = m_open.cache->projector().reproject(subject, personalOpener(m_open)); !shown)
            return shown.error();
    }
    return m_report;
}

Result<void> EventIntake::takeKey(const ledger::WrappedDataKey &key)
{
    const auto erased = isErased(key.subject);
    if (!erased)
        return erased.error();
    if (*erased)
        return {};
    const auto known = m_open.cache->dataKeys().find(key.id);
    if (!known && known.error().kind != ErrorKind::NotFound)
        return known.error();
    if (!known)
        m_opened.insert(key.subject);
    return m_open.cache->dataKeys().put(key);
}

Result<void> EventIntake::takeEvent(const ledger::StoredEvent &stored)
{
    const auto key = keyOf(stored);
    if (!key)
        return key.error();
    ledger::CheckedEvent checked = ledger::checkEvent(stored, *key);
    if (checked.broken) {
        if (stored.seq == 1)
            m_keys.erase(stored.device); // announced by an event that is none
        return setAside(stored, *checked.broken);
    }
    const auto fault = linkFault(*checked.event);
    if (!fault)
        return fault.error();
    if (*fault)
        return setAside(stored, **fault);
    return keep(*checked.event);
}

Result<void> EventIntake::keep(const ledger::SignedEvent &event)
{
    const ledger::StoredEvent stored{event.event.device, event.event.seq, event.jws, event.hash};
    const auto personal = personalOpener(m_open)(event);
    if (!personal && personal.error().kind == ErrorKind::Damaged)
        return setAside(stored, {stored.device, stored.seq, ledger::ChainFault::BadContent,
                                 u"the sealed part does not open: "_s + personal.error().detail});
    if (!personal)
        return personal.error();
    const auto before = m_open.cache->events().find(event.event.id);
    if (before && before->event.hash == event.hash) {
        ++m_report.known;
        m_last.insert_or_assign(stored.device, ledger::ChainHead{stored.seq, stored.hash});
        return {};
    }
    if (auto imported = m_open.cache->import(event, *personal); !imported) {
        if (imported.error().kind == ErrorKind::Conflict)
            return setAside(stored, {stored.device, stored.seq, ledger::ChainFault::Fork, imported.error().detail});
        return imported.error();
    }
    ++m_report.taken;
    m_last.insert_or_assign(stored.device, ledger::ChainHead{stored.seq, stored.hash});
    if (event.event.subject)
        return judgeWhole(event.event);
    if (event.event.type == types::deviceEnrolled)
        return retryWaiting(stored.device);
    return {};
}

/// An event about somebody whose registration is not here: sync has to fetch the rest.
Result<void> EventIntake::judgeWhole(const ledger::Event &event)
{
    const SubjectId &subject = *event.subject;
    if (m_whole.contains(subject))
        return {};
    const auto erased = isErased(subject);
    if (!erased)
        return erased.error();
    const auto registered = m_open.cache->workingSet().hasRegistration(subject);
    if (!registered)
        return registered.error();
    if (!*registered && !*erased)
        return m_open.cache->workingSet().markPartial(subject);
    m_whole.insert(subject);
    return m_open.cache->workingSet().markWhole(subject);
}

Result<void> EventIntake::setAside(const ledger::StoredEvent &stored, const ledger::BrokenEvent &broken)
{
    if (m_report.setAside++ == 0)
        m_report.firstFault = ledger::describe(broken);
    return m_open.cache->setAside().put({stored, broken.fault, broken.detail, m_now});
}

Result<void> EventIntake::retryWaiting(const DeviceId &device)
{
    const auto waiting = m_open.cache->setAside().withoutKey(device);
    if (!waiting)
        return waiting.error();
    for (const cache::SetAsideEvent &event : *waiting) {
        if (auto removed = m_open.cache->setAside().remove(event.text.hash); !removed)
            return removed;
        if (auto taken = takeEvent(event.text); !taken)
            return taken;
    }
    return {};
}

Result<std::optional<ledger::BrokenEvent>> EventIntake::linkFault(const ledger::SignedEvent &event)
{
    using Fault = std::optional<ledger::BrokenEvent>;
    const DeviceId &device = event.event.device;
    const qint64 seq = event.event.seq;
    const auto broken = [&](ledger::ChainFault fault, const QString &detail) {
        return Fault(ledger::BrokenEvent{device, seq, fault, detail});
    };
    if (device == m_own->id && (seq > m_own->head.seq || (seq == m_own->head.seq && event.hash != m_own->head.hash)))
        return broken(ledger::ChainFault::Rewritten, u"this PC's own chain ends at seq %1"_s.arg(m_own->head.seq));
    if (const auto last = m_last.find(device); last != m_last.end() && last->second.seq == seq - 1) {
        if (last->second.hash != event.event.prev)
            return broken(ledger::ChainFault::WrongPrev, u"prev is not the hash of seq %1"_s.arg(seq - 1));
    } else if (seq > 1) {
        const auto before = m_open.cache->events().textsOfDevice(device, seq - 1, 1);
        if (!before)
            return before.error();
        if (!before->empty() && before->front().seq == seq - 1 && before->front().hash != event.event.prev)
            return broken(ledger::ChainFault::WrongPrev, u"prev is not the hash of seq %1"_s.arg(seq - 1));
    }
    const auto behind = m_open.cache->events().textsOfDevice(device, seq + 1, 1);
    if (!behind)
        return behind.error();
    if (behind->empty() || behind->front().seq != seq + 1)
        return Fault();
    const auto next = ledger::parseEvent(behind->front().jws);
    if (next && next->event.prev != event.hash)
        return broken(ledger::ChainFault::WrongPrev, u"seq %1 names another event before it"_s.arg(seq + 1));
    return Fault();
}

Result<const ledger::DeviceKey *> EventIntake::keyOf(const ledger::StoredEvent &stored)
{
    using Key = const ledger::DeviceKey *;
    if (const auto known = m_keys.find(stored.device); known != m_keys.end())
        return Key(&known->second);
    const auto document = m_open.cache->documents().find(cache::documentkinds::device, stored.device.toString());
    if (!document)
        return document.error();
    std::optional<ledger::DeviceKey> key;
    if (*document) {
        if (auto announced = crypto::P256PublicKey::fromJwk((*document)->facts.value(u"publicKey").toObject()))
            key = ledger::DeviceKey{*announced, announced->thumbprint()};
    } else if (stored.seq == 1) {
        if (const auto read = ledger::parseEvent(stored.jws); read && read->event.device == stored.device)
            key = ledger::announcedKey(read->event);
    }
    return key ? Key(&m_keys.emplace(stored.device, *std::move(key)).first->second) : Key(nullptr);
}

Result<bool> EventIntake::isErased(const SubjectId &subject)
{
    return m_open.cache->workingSet().isErased(subject);
}

} // namespace consent::desk
