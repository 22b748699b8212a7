#include "domain/consent.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace consent::domain {

namespace {

template <typename E, std::size_t N> using Codes = std::array<std::pair<E, const char *>, N>;

constexpr Codes<Decision, 2> decisions{{{Decision::Granted, "granted"}, {Decision::Refused, "refused"}}};
constexpr Codes<ConsentStatus, 7> statuses{{{ConsentStatus::None, "none"},
                                            {ConsentStatus::Granted, "granted"},
                                            {ConsentStatus::Refused, "refused"},
                                            {ConsentStatus::Withdrawn, "withdrawn"},
                                            {ConsentStatus::OptedOut, "optedOut"},
                                            {ConsentStatus::Expired, "expired"},
                                            {ConsentStatus::Invalidated, "invalidated"}}};
constexpr Codes<ItemCategory, 5> categories{{{ItemCategory::CollectionAndUse, "collectionAndUse"},
                                             {ItemCategory::ThirdPartyProvision, "thirdPartyProvision"},
                                             {ItemCategory::Marketing, "marketing"},
                                             {ItemCategory::UniqueIdentifier, "uniqueIdentifier"},
                                             {ItemCategory::SensitiveData, "sensitiveData"}}};
constexpr Codes<Channel, 5> channels{{{Channel::None, "none"},
                                      {Channel::Phone, "phone"},
                                      {Channel::Sms, "sms"},
                                      {Channel::Email, "email"},
                                      {Channel::Post, "post"}}};
constexpr Codes<CaptureMethod, 5> methods{{{CaptureMethod::PhoneRead, "phoneRead"},
                                           {CaptureMethod::PhoneWeb, "phoneWeb"},
                                           {CaptureMethod::Counter, "counter"},
                                           {CaptureMethod::WebReturn, "webReturn"},
                                           {CaptureMethod::PostReturn, "postReturn"}}};
constexpr Codes<MembershipState, 3> memberships{
    {{MembershipState::Prospect, "prospect"}, {MembershipState::Joined, "joined"}, {MembershipState::Left, "left"}}};
constexpr Codes<Language, 2> languages{{{Language::Korean, "ko"}, {Language::English, "en"}}};
constexpr Codes<ContactOutcome, 4> outcomes{{{ContactOutcome::Completed, "completed"},
                                             {ContactOutcome::MandatoryRefused, "mandatoryRefused"},
                                             {ContactOutcome::EndedEarly, "endedEarly"},
                                             {ContactOutcome::SecondCallDue, "secondCallDue"}}};

template <typename E, std::size_t N> QString codeOf(const Codes<E, N> &codes, E value)
{
    for (const auto &[candidate, code] : codes) {
        if (candidate == value)
            return QString::fromLatin1(code);
    }
    Q_UNREACHABLE();
}

template <typename E, std::size_t N> std::optional<E> valueOf(const Codes<E, N> &codes, QStringView text)
{
    for (const auto &[candidate, code] : codes) {
        if (text == QLatin1String(code))
            return candidate;
    }
    return std::nullopt;
}

QString say(const char *text)
{
    return QCoreApplication::translate("Consent", text);
}

} // namespace

QString toCode(Decision value)
{
    return codeOf(decisions, value);
}
QString toCode(ConsentStatus value)
{
    return codeOf(statuses, value);
}
QString toCode(ItemCategory value)
{
    return codeOf(categories, value);
}
QString toCode(Channel value)
{
    return codeOf(channels, value);
}
QString toCode(CaptureMethod value)
{
    return codeOf(methods, value);
}
QString toCode(MembershipState value)
{
    return codeOf(memberships, value);
}
QString toCode(Language value)
{
    return codeOf(languages, value);
}
QString toCode(ContactOutcome value)
{
    return codeOf(outcomes, value);
}

template <> std::optional<Decision> fromCode<Decision>(QStringView code)
{
    return valueOf(decisions, code);
}
template <> std::optional<ConsentStatus> fromCode<ConsentStatus>(QStringView code)
{
    return valueOf(statuses, code);
}
template <> std::optional<ItemCategory> fromCode<ItemCategory>(QStringView code)
{
    return valueOf(categories, code);
}
template <> std::optional<Channel> fromCode<Channel>(QStringView code)
{
    return valueOf(channels, code);
}
template <> std::optional<CaptureMethod> fromCode<CaptureMethod>(QStringView code)
{
    return valueOf(methods, code);
}
template <> std::optional<MembershipState> fromCode<MembershipState>(QStringView code)
{
    return valueOf(memberships, code);
}
template <> std::optional<Language> fromCode<Language>(QStringView code)
{
    return valueOf(languages, code);
}
template <> std::optional<ContactOutcome> fromCode<ContactOutcome>(QStringView code)
{
    return valueOf(outcomes, code);
}

QString label(Decision value)
{
    switch (value) {
    case Decision::Granted:
        return say(QT_TRANSLATE_NOOP("Consent", "Granted"));
    case Decision::Refused:
        return say(QT_TRANSLATE_NOOP("Consent", "Refused"));
    }
    Q_UNREACHABLE();
}

QString label(ConsentStatus value)
{
    switch (value) {
    case ConsentStatus::None:
        return say(QT_TRANSLATE_NOOP("Consent", "Not asked"));
    case ConsentStatus::Granted:
        return say(QT_TRANSLATE_NOOP("Consent", "Granted"));
    case ConsentStatus::Refused:
        return say(QT_TRANSLATE_NOOP("Consent", "Refused"));
    case ConsentStatus::Withdrawn:
        return say(QT_TRANSLATE_NOOP("Consent", "Withdrawn"));
    case ConsentStatus::OptedOut:
        return say(QT_TRANSLATE_NOOP("Consent", "Opted out"));
    case ConsentStatus::Expired:
        return say(QT_TRANSLATE_NOOP("Consent", "Expired"));
    case ConsentStatus::Invalidated:
        return say(QT_TRANSLATE_NOOP("Consent", "Invalid"));
    }
    Q_UNREACHABLE();
}

QString label(ItemCategory value)
{
    switch (value) {
    case ItemCategory::CollectionAndUse:
        return say(QT_TRANSLATE_NOOP("Consent", "Collection and use"));
    case ItemCategory::ThirdPartyProvision:
        return say(QT_TRANSLATE_NOOP("Consent", "Third-party provision"));
    case ItemCategory::Marketing:
        return say(QT_TRANSLATE_NOOP("Consent", "Marketing"));
    case ItemCategory::UniqueIdentifier:
        return say(QT_TRANSLATE_NOOP("Consent", "Unique identifiers"));
    case ItemCategory::SensitiveData:
        return say(QT_TRANSLATE_NOOP("Consent", "Sensitive data"));
    }
    Q_UNREACHABLE();
}

QString label(Channel value)
{
    switch (value) {
    case Channel::None:
        return say(QT_TRANSLATE_NOOP("Consent", "No channel"));
    case Channel::Phone:
        return say(QT_TRANSLATE_NOOP("Consent", "Phone"));
    case Channel::Sms:
        return say(QT_TRANSLATE_NOOP("Consent", "Text message"));
    case Channel::Email:
        return say(QT_TRANSLATE_NOOP("Consent", "E-mail"));
    case Channel::Post:
        return say(QT_TRANSLATE_NOOP("Consent", "Post"));
    }
    Q_UNREACHABLE();
}

QString label(CaptureMethod value)
{
    switch (value) {
    case CaptureMethod::PhoneRead:
        return say(QT_TRANSLATE_NOOP("Consent", "Phone, read by the agent"));
    case CaptureMethod::PhoneWeb:
        return say(QT_TRANSLATE_NOOP("Consent", "Phone, read on the site"));
    case CaptureMethod::Counter:
        return say(QT_TRANSLATE_NOOP("Consent", "Counter"));
    case CaptureMethod::WebReturn:
        return say(QT_TRANSLATE_NOOP("Consent", "Site"));
    case CaptureMethod::PostReturn:
        return say(QT_TRANSLATE_NOOP("Consent", "Returned form"));
    }
    Q_UNREACHABLE();
}

QString label(MembershipState value)
{
    switch (value) {
    case MembershipState::Prospect:
        return say(QT_TRANSLATE_NOOP("Consent", "Not yet joined"));
    case MembershipState::Joined:
        return say(QT_TRANSLATE_NOOP("Consent", "Joined"));
    case MembershipState::Left:
        return say(QT_TRANSLATE_NOOP("Consent", "Left"));
    }
    Q_UNREACHABLE();
}

QString label(Language value)
{
    switch (value) {
    case Language::Korean:
        return say(QT_TRANSLATE_NOOP("Consent", "Korean"));
    case Language::English:
        return say(QT_TRANSLATE_NOOP("Consent", "English"));
    }
    Q_UNREACHABLE();
}

QString label(ContactOutcome value)
{
    switch (value) {
    case ContactOutcome::Completed:
        return say(QT_TRANSLATE_NOOP("Consent", "Completed"));
    case ContactOutcome::MandatoryRefused:
        return say(QT_TRANSLATE_NOOP("Consent", "Mandatory item refused"));
    case ContactOutcome::EndedEarly:
        return say(QT_TRANSLATE_NOOP("Consent", "Ended early"));
    case ContactOutcome::SecondCallDue:
        return say(QT_TRANSLATE_NOOP("Consent", "Second call due"));
    }
    Q_UNREACHABLE();
}

} // namespace consent::domain
