#include "domain/consent.h"

#include <QCoreApplication>

namespace consent::domain {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Consent", text);
}

} // namespace

int protectiveRank(ConsentStatus status)
{
    switch (status) {
    case ConsentStatus::None:
        return 0;
    case ConsentStatus::Granted:
        return 1;
    case ConsentStatus::Expired:
        return 2;
    case ConsentStatus::Refused:
        return 3;
    case ConsentStatus::Invalidated:
        return 4;
    case ConsentStatus::Withdrawn:
        return 5;
    case ConsentStatus::OptedOut:
        return 6;
    }
    return 0;
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
