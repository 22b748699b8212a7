#include "domain/advertising.h"

#include <QCoreApplication>

#include <chrono>

namespace consent::domain {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Advertising", text);
}

constexpr std::chrono::hours koreaOffset{9};

/// The time of day in Korea, to the millisecond.
QTime koreanTime(UtcTime at)
{
    const auto local = at.time_since_epoch() + koreaOffset;
    const auto sinceMidnight = local - std::chrono::floor<std::chrono::days>(local);
    return QTime::fromMSecsSinceStartOfDay(int(std::chrono::duration_cast<Milliseconds>(sinceMidnight).count()));
}

} // namespace

QString label(Reconfirmation value)
{
    switch (value) {
    case Reconfirmation::Kept:
        return say(QT_TRANSLATE_NOOP("Advertising", "Keeps it"));
    case Reconfirmation::Ended:
        return say(QT_TRANSLATE_NOOP("Advertising", "Ends it"));
    case Reconfirmation::Silent:
        return say(QT_TRANSLATE_NOOP("Advertising", "No answer"));
    }
    Q_UNREACHABLE();
}

QString label(ToldBy value)
{
    switch (value) {
    case ToldBy::Sms:
        return say(QT_TRANSLATE_NOOP("Advertising", "By text message"));
    case ToldBy::Email:
        return say(QT_TRANSLATE_NOOP("Advertising", "By e-mail"));
    case ToldBy::Post:
        return say(QT_TRANSLATE_NOOP("Advertising", "By post"));
    case ToldBy::Phone:
        return say(QT_TRANSLATE_NOOP("Advertising", "By phone"));
    case ToldBy::InPerson:
        return say(QT_TRANSLATE_NOOP("Advertising", "In person"));
    }
    Q_UNREACHABLE();
}

QString label(MistakeReason value)
{
    switch (value) {
    case MistakeReason::WrongItem:
        return say(QT_TRANSLATE_NOOP("Advertising", "Another item was meant"));
    case MistakeReason::WrongPerson:
        return say(QT_TRANSLATE_NOOP("Advertising", "Another person was meant"));
    case MistakeReason::NotSaid:
        return say(QT_TRANSLATE_NOOP("Advertising", "The person said no such thing"));
    }
    Q_UNREACHABLE();
}

QString label(ProvisionBasis value)
{
    switch (value) {
    case ProvisionBasis::Consent:
        return say(QT_TRANSLATE_NOOP("Advertising", "Consent"));
    case ProvisionBasis::Statute:
        return say(QT_TRANSLATE_NOOP("Advertising", "Statute"));
    case ProvisionBasis::Request:
        return say(QT_TRANSLATE_NOOP("Advertising", "The person's request"));
    }
    Q_UNREACHABLE();
}

bool isQuietTime(UtcTime at, QTime from, QTime until)
{
    const QTime time = koreanTime(at);
    if (from <= until)
        return time >= from && time < until;
    return time >= from || time < until;
}

QDate reconfirmBefore(UtcTime since, int months)
{
    return koreanDate(since).addMonths(months);
}

QDate tellResultBy(UtcTime answered, int days)
{
    return koreanDate(answered).addDays(days);
}

} // namespace consent::domain
