#pragma once

#include "base/clock.h"
#include "domain/codes.h"
#include "domain/consent.h"

#include <QString>
#include <QTime>

#include <array>
#include <span>
#include <vector>

namespace consent::domain {

/// Whether a number may be reached for advertising on one way at one time.
enum class ContactAnswer {
    Allowed,
    Night,    ///< Consented, but not for the hours from 21:00 to 08:00 (Network Act 50(3)).
    NotAsked, ///< Known, and never asked for this way.
    Refused,
    Expired,  ///< Not confirmed within two years (Network Act 50(8)).
    OptedOut, ///< Opted out or withdrawn (Network Act 50(2)).
    Left,     ///< Left the service: consents end with it.
    Frozen,   ///< While a correction or suspension is open the data is not used.
    Unknown,  ///< Nobody is known by the number.
    NoNumber  ///< Not a telephone number.
};
template <>
inline constexpr auto codesOf<ContactAnswer> = codes<ContactAnswer>({{ContactAnswer::Allowed, "allowed"},
                                                                     {ContactAnswer::Night, "night"},
                                                                     {ContactAnswer::NotAsked, "notAsked"},
                                                                     {ContactAnswer::Refused, "refused"},
                                                                     {ContactAnswer::Expired, "expired"},
                                                                     {ContactAnswer::OptedOut, "optedOut"},
                                                                     {ContactAnswer::Left, "left"},
                                                                     {ContactAnswer::Frozen, "frozen"},
                                                                     {ContactAnswer::Unknown, "unknown"},
                                                                     {ContactAnswer::NoNumber, "noNumber"}});

/// The ways that are asked about, in this order.
inline constexpr std::array contactChannels{Channel::Phone, Channel::Sms, Channel::Email, Channel::Post};

/// The rules of advertising over the consents of one person, made for passes over millions. Immutable; thread-safe.
///
/// A way is open when its item, and every item that this one requires, is granted and not expired. At night (Network
/// Act 50(3); e-mail is exempt, Decree 61; post is no electronic transmission) the way's item for the night has to be
/// as well.
class ContactRules
{
public:
    /// A consent item as far as the rules need it.
    struct Item
    {
        QString code;
        ItemCategory category = ItemCategory::CollectionAndUse;
        bool mandatory = false;
        Channel channel = Channel::None;
        bool night = false;
        QString requires_;
    };
    /// What stands for one scope. The slots of a person are one array of these: see slotOf().
    struct Standing
    {
        ConsentStatus status = ConsentStatus::None;
        qint64 timeMs = 0; ///< Of the statement.
        qint64 keptMs = 0; ///< When it was last kept on being asked again; 0: never.
    };
    struct Verdict
    {
        ContactAnswer day = ContactAnswer::NotAsked;
        ContactAnswer night = ContactAnswer::NotAsked;
        qint64 wordMs = 0;    ///< When what decides `day` was said.
        bool expired = false; ///< Something on the way has expired, unless it was kept since.
    };

    /// @param asked when the contact would be made: a consent expires by the day in Korea
    /// @param items of every script that this desk has; of two with one code the first counts
    ContactRules(const std::vector<Item> &items, UtcTime asked, int reconfirmMonths);

    int slotCount() const { return m_firstBlanket + int(contactChannels.size()) + 1; }
    /// @return -1 for a scope that says nothing about advertising.
    int slotOf(const QString &scope) const;
    /// @param standings slotCount() of them
    /// @param channel of contactChannels, by place
    Verdict judge(std::span<const Standing> standings, std::size_t channel) const;

private:
    struct Slot
    {
        bool mandatory = false;
        int blanket = -1; ///< Of its channel.
        int requires_ = -1;
        bool expires = false;
    };
    struct Way
    {
        std::vector<int> day; ///< Slots of items; one that is open is enough.
        std::vector<int> night;
    };
    struct Found
    {
        ContactAnswer answer = ContactAnswer::NotAsked;
        qint64 wordMs = 0;
        bool expired = false;
    };

    Found open(std::span<const Standing> standings, int slot) const;
    Found best(std::span<const Standing> standings, const std::vector<int> &items) const;

    std::vector<Item> m_items;
    std::vector<Slot> m_slots;
    std::array<Way, contactChannels.size()> m_ways;
    int m_firstBlanket = 0;   ///< One for each of contactChannels, then that of everything optional.
    qint64 m_freshFromMs = 0; ///< A consent given or kept from here on has not expired.
};

} // namespace consent::domain
