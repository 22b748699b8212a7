#include "domain/contactrules.h"

#include "domain/advertising.h"

#include <QDateTime>

#include <algorithm>

namespace consent::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestChain = 8; // of items that require each other

/// The beginning of the first day in Korea whose consents still count when asked at this moment.
qint64 freshFrom(UtcTime asked, int months)
{
    const QDate today = koreanDate(asked);
    QDate day = today.addMonths(-months);
    while (day.addMonths(months) > today)
        day = day.addDays(-1);
    while (day.addMonths(months) <= today)
        day = day.addDays(1);
    return QDateTime(day, QTime(0, 0), Qt::OffsetFromUTC, 9 * 60 * 60).toMSecsSinceEpoch();
}

/// The answer that a status which is not granted gives.
ContactAnswer answerOf(ConsentStatus status)
{
    switch (status) {
    case ConsentStatus::None:
        return ContactAnswer::NotAsked;
    case ConsentStatus::Granted:
        return ContactAnswer::Allowed;
    case ConsentStatus::Refused:
    case ConsentStatus::Invalidated:
        return ContactAnswer::Refused;
    case ConsentStatus::Expired:
        return ContactAnswer::Expired;
    case ConsentStatus::Withdrawn:
    case ConsentStatus::OptedOut:
        return ContactAnswer::OptedOut;
    }
    return ContactAnswer::Refused;
}

} // namespace

ContactRules::ContactRules(const std::vector<Item> &items, UtcTime asked, int reconfirmMonths)
    : m_freshFromMs(freshFrom(asked, reconfirmMonths))
{
    for (const Item &item : items) {
        if (std::ranges::none_of(m_items, [&item](const Item &other) { return other.code == item.code; }))
            m_items.push_back(item);
    }
    m_firstBlanket = int(m_items.size());
    for (int i = 0; i < m_firstBlanket; ++i) {
        const Item &item = m_items[size_t(i)];
        Slot slot;
        slot.mandatory = item.mandatory;
        slot.expires = isAdvertising(item.category, item.channel);
        slot.requires_ = item.requires_.isEmpty() ? -1 : slotOf(item.requires_);
        for (size_t channel = 0; channel < contactChannels.size(); ++channel) {
            if (contactChannels[channel] != item.channel)
                continue;
            slot.blanket = m_firstBlanket + int(channel);
            if (slot.expires)
                (item.night ? m_ways[channel].night : m_ways[channel].day).push_back(i);
        }
        m_slots.push_back(slot);
    }
}

int ContactRules::slotOf(const QString &scope) const
{
    for (size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i].code == scope)
            return int(i);
    }
    if (scope == "optional:*"_L1)
        return m_firstBlanket + int(contactChannels.size());
    for (size_t channel = 0; channel < contactChannels.size(); ++channel) {
        if (scope == u"channel:"_s + toCode(contactChannels[channel]))
            return m_firstBlanket + int(channel);
    }
    return -1;
}

ContactRules::Found ContactRules::open(std::span<const Standing> standings, int slot) const
{
    Found found;
    for (int steps = 0; slot >= 0; slot = m_slots[size_t(slot)].requires_) {
        const Slot &rule = m_slots[size_t(slot)];
        const Standing *latest = &standings[size_t(slot)];
        const auto supersede = [&latest](const Standing &other) {
            if (other.status != ConsentStatus::None &&
                (latest->status == ConsentStatus::None || other.timeMs > latest->timeMs ||
                 (other.timeMs == latest->timeMs && protectiveRank(other.status) > protectiveRank(latest->status))))
                latest = &other;
        };
        if (!rule.mandatory) {
            if (rule.blanket >= 0)
                supersede(standings[size_t(rule.blanket)]);
            supersede(standings[size_t(m_firstBlanket) + contactChannels.size()]);
        }
        if (latest->status != ConsentStatus::Granted)
            return {answerOf(latest->status), latest->timeMs, false};
        if (rule.expires && std::max(latest->timeMs, latest->keptMs) < m_freshFromMs)
            return {ContactAnswer::Expired, latest->timeMs, true};
        // Of a chain, what was said first: an opt-out behind it is behind all of it.
        found = {ContactAnswer::Allowed, steps == 0 ? latest->timeMs : std::min(found.wordMs, latest->timeMs), false};
        if (++steps > longestChain)
            return {ContactAnswer::Refused, latest->timeMs, false}; // a script that requires in a circle opens nothing
    }
    return found;
}

/// What one of several items opens is open; otherwise the latest word says why not.
ContactRules::Found ContactRules::best(std::span<const Standing> standings, const std::vector<int> &items) const
{
    Found best;
    for (const int slot : items) {
        const Found found = open(standings, slot);
        const bool better = found.answer == ContactAnswer::Allowed
                                ? best.answer != ContactAnswer::Allowed || found.wordMs > best.wordMs
                                : best.answer != ContactAnswer::Allowed &&
                                      (best.answer == ContactAnswer::NotAsked || found.wordMs > best.wordMs);
        const bool expired = best.expired || found.expired;
        if (better)
            best = found;
        best.expired = expired;
    }
    return best;
}

ContactRules::Verdict ContactRules::judge(std::span<const Standing> standings, std::size_t channel) const
{
    const Way &way = m_ways[channel];
    Found day = best(standings, way.day);
    if (day.answer == ContactAnswer::NotAsked) {
        // Never asked for, and opted out of all the same: a number that nobody is known by.
        for (const int slot : {m_firstBlanket + int(channel), m_firstBlanket + int(contactChannels.size())}) {
            const Standing &blanket = standings[size_t(slot)];
            if (blanket.status != ConsentStatus::None && blanket.timeMs >= day.wordMs)
                day = {answerOf(blanket.status), blanket.timeMs, day.expired};
        }
    }
    if (day.answer != ContactAnswer::Allowed)
        return {day.answer, day.answer, day.wordMs, day.expired};
    const bool nightIsOther = contactChannels[channel] == Channel::Phone || contactChannels[channel] == Channel::Sms;
    if (!nightIsOther)
        return {ContactAnswer::Allowed, ContactAnswer::Allowed, day.wordMs, day.expired};
    const Found night = best(standings, way.night);
    return {ContactAnswer::Allowed,
            night.answer == ContactAnswer::Allowed ? ContactAnswer::Allowed : ContactAnswer::Night, day.wordMs,
            day.expired || night.expired};
}

} // namespace consent::domain
