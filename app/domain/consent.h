#pragma once

#include <QString>
#include <QStringView>

#include <optional>

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

/// The stable code under which a value is stored in events, scripts and databases; never shown, never translated.
QString toCode(Decision value);
QString toCode(ConsentStatus value);
QString toCode(ItemCategory value);
QString toCode(Channel value);
QString toCode(CaptureMethod value);
QString toCode(MembershipState value);
QString toCode(Language value); ///< BCP 47: "ko", "en".
QString toCode(ContactOutcome value);

/// The value of a stable code; nothing for a code that does not exist. Defined for every enum above.
template <typename E> std::optional<E> fromCode(QStringView code);
template <> std::optional<Decision> fromCode<Decision>(QStringView code);
template <> std::optional<ConsentStatus> fromCode<ConsentStatus>(QStringView code);
template <> std::optional<ItemCategory> fromCode<ItemCategory>(QStringView code);
template <> std::optional<Channel> fromCode<Channel>(QStringView code);
template <> std::optional<CaptureMethod> fromCode<CaptureMethod>(QStringView code);
template <> std::optional<MembershipState> fromCode<MembershipState>(QStringView code);
template <> std::optional<Language> fromCode<Language>(QStringView code);
template <> std::optional<ContactOutcome> fromCode<ContactOutcome>(QStringView code);

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
