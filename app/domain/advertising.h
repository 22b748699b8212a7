#pragma once

#include "base/clock.h"
#include "domain/codes.h"
#include "domain/consent.h"

#include <QDate>
#include <QString>
#include <QTime>

/// What the Network Act says about the time of advertising, and the words of what is recorded about it.
namespace consent::domain {

/// What came of asking again whether advertising is still wanted (Network Act 50(8), Decree 62-3).
enum class Reconfirmation {
    Kept,  ///< The person said so.
    Ended, ///< The person wants it no longer.
    Silent ///< The notice of Decree 62-3(2) was given and nothing came back.
};

/// On which way a person was told what became of their answer.
enum class ToldBy { Sms, Email, Post, Phone, InPerson };

/// Why an ending of consent was not what the person said.
enum class MistakeReason {
    WrongItem,   ///< Another item was meant.
    WrongPerson, ///< Another person was meant.
    NotSaid      ///< A slip of the hand: nothing was to end.
};

/// On what a provision to a third party rests.
enum class ProvisionBasis { Consent, Statute, Request };

template <>
inline constexpr auto codesOf<Reconfirmation> = codes<Reconfirmation>({{Reconfirmation::Kept, "kept"},
                                                                       {Reconfirmation::Ended, "ended"},
                                                                       {Reconfirmation::Silent, "silent"}});
template <>
inline constexpr auto codesOf<ToldBy> = codes<ToldBy>({{ToldBy::Sms, "sms"},
                                                       {ToldBy::Email, "email"},
                                                       {ToldBy::Post, "post"},
                                                       {ToldBy::Phone, "phone"},
                                                       {ToldBy::InPerson, "inPerson"}});
template <>
inline constexpr auto codesOf<MistakeReason> = codes<MistakeReason>({{MistakeReason::WrongItem, "wrongItem"},
                                                                     {MistakeReason::WrongPerson, "wrongPerson"},
                                                                     {MistakeReason::NotSaid, "notSaid"}});
template <>
inline constexpr auto codesOf<ProvisionBasis> = codes<ProvisionBasis>({{ProvisionBasis::Consent, "consent"},
                                                                       {ProvisionBasis::Statute, "statute"},
                                                                       {ProvisionBasis::Request, "request"}});

QString label(Reconfirmation value);
QString label(ToldBy value);
QString label(MistakeReason value);
QString label(ProvisionBasis value);

/// Whether an item is the consent to receive advertising on some way, which the Network Act has rules for.
constexpr bool isAdvertising(ItemCategory category, Channel channel)
{
    return category == ItemCategory::Marketing && channel != Channel::None;
}

/// Whether advertising at this moment needs the consent for the night (Network Act 50(3)): from `from` up to, not
/// including, `until`, by the time in Korea, whatever the zone of the PC. The hours may pass midnight.
bool isQuietTime(UtcTime at, QTime from, QTime until);

/// The first day in Korea on which a consent that was given, or kept, at this moment no longer counts, unless it was
/// confirmed before: Decree 62-3(1) of the Network Act wants it confirmed before the day that completes two years. A
/// day that the month does not have becomes the month's last (29 February: 28 February), the earlier reading.
/// @param months Organisation::reconfirmMonths
QDate reconfirmBefore(UtcTime since, int months);

/// The last day in Korea on which the outcome may be told (Network Act 50(7), Decree 62-2: within 14 days; the first
/// day is not counted, Civil Code 157).
/// @param days Organisation::resultNoticeDays
QDate tellResultBy(UtcTime answered, int days);

} // namespace consent::domain
