#pragma once

#include "domain/codes.h"

#include <QString>

namespace consent::domain {

/// What a person answered to one item.
enum class Decision { Granted, Refused };

/// What an item stands at after all that happened to it.
enum class ConsentStatus { None, Granted, Refused, Withdrawn, OptedOut, Expired, Invalidated };

/// What has to be asked separately (PIPA 22(1)).
enum class ItemCategory { CollectionAndUse, ThirdPartyProvision, Marketing, UniqueIdentifier, SensitiveData };

/// The way on which advertising would reach the person (Network Act 50).
enum class Channel { None, Phone, Sms, Email, Post };

/// How the consent was obtained (Enforcement Decree of PIPA 17(1)).
enum class CaptureMethod {
    PhoneRead, ///< Method 2: the agent reads, the person agrees in the same call.
    PhoneWeb,  ///< Method 3: the person reads on the site and agrees on a second call.
    Counter,
    WebReturn,
    PostReturn
};

enum class MembershipState { Prospect, Joined, Left };

enum class Language { Korean, English };

/// How a contact ended.
enum class ContactOutcome {
    Completed,
    MandatoryRefused, ///< A mandatory item was refused: no joining.
    EndedEarly,       ///< Broken off, or the person could not be identified.
    SecondCallDue     ///< Method 3: the address was told, the answers come on a second call.
};

// Their stable codes, for toCode() and fromCode(). A language is BCP 47.
template <>
inline constexpr auto codesOf<Decision> = codes<Decision>({{Decision::Granted, "granted"},
                                                           {Decision::Refused, "refused"}});
template <>
inline constexpr auto codesOf<ConsentStatus> = codes<ConsentStatus>({{ConsentStatus::None, "none"},
                                                                     {ConsentStatus::Granted, "granted"},
                                                                     {ConsentStatus::Refused, "refused"},
                                                                     {ConsentStatus::Withdrawn, "withdrawn"},
                                                                     {ConsentStatus::OptedOut, "optedOut"},
                                                                     {ConsentStatus::Expired, "expired"},
                                                                     {ConsentStatus::Invalidated, "invalidated"}});
template <>
inline constexpr auto
    codesOf<ItemCategory> = codes<ItemCategory>({{ItemCategory::CollectionAndUse, "collectionAndUse"},
                                                 {ItemCategory::ThirdPartyProvision, "thirdPartyProvision"},
                                                 {ItemCategory::Marketing, "marketing"},
                                                 {ItemCategory::UniqueIdentifier, "uniqueIdentifier"},
                                                 {ItemCategory::SensitiveData, "sensitiveData"}});
template <>
inline constexpr auto codesOf<Channel> = codes<Channel>({{Channel::None, "none"},
                                                         {Channel::Phone, "phone"},
                                                         {Channel::Sms, "sms"},
                                                         {Channel::Email, "email"},
                                                         {Channel::Post, "post"}});
template <>
inline constexpr auto codesOf<CaptureMethod> = codes<CaptureMethod>({{CaptureMethod::PhoneRead, "phoneRead"},
                                                                     {CaptureMethod::PhoneWeb, "phoneWeb"},
                                                                     {CaptureMethod::Counter, "counter"},
                                                                     {CaptureMethod::WebReturn, "webReturn"},
                                                                     {CaptureMethod::PostReturn, "postReturn"}});
template <>
inline constexpr auto codesOf<MembershipState> = codes<MembershipState>({{MembershipState::Prospect, "prospect"},
                                                                         {MembershipState::Joined, "joined"},
                                                                         {MembershipState::Left, "left"}});
template <>
inline constexpr auto codesOf<Language> = codes<Language>({{Language::Korean, "ko"}, {Language::English, "en"}});
template <>
inline constexpr auto
    codesOf<ContactOutcome> = codes<ContactOutcome>({{ContactOutcome::Completed, "completed"},
                                                     {ContactOutcome::MandatoryRefused, "mandatoryRefused"},
                                                     {ContactOutcome::EndedEarly, "endedEarly"},
                                                     {ContactOutcome::SecondCallDue, "secondCallDue"}});

/// At the same moment the higher one counts: what restricts the use of a person's data more.
int protectiveRank(ConsentStatus status);

/// The word for people, in the language of the program.
QString label(Decision value);
QString label(ConsentStatus value);
QString label(ItemCategory value);
QString label(Channel value);
QString label(CaptureMethod value);
QString label(MembershipState value);
QString label(Language value);
QString label(ContactOutcome value);

} // namespace consent::domain
