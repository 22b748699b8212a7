#pragma once

#include "base/clock.h"
#include "desk/people/subjectviews.h"
#include "domain/advertising.h"
#include "domain/consent.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace consent::desk {

/// Somebody whose consent can be ended from any page.
struct StopTarget
{
    SubjectSummary person;
    std::vector<ItemState> items; ///< Mandatory ones too: those explain that they end by leaving.
};

/// Who has a number.
struct StopTargets
{
    QString number; ///< Digits; empty when a person was asked for.
    QString maskedNumber;
    std::vector<StopTarget> people; ///< Empty: the number is not known, and can be opted out all the same.
};

/// What is to end. At least one of the three.
struct Ending
{
    QStringList items; ///< Codes of optional items.
    std::vector<domain::Channel> channels;
    bool allOptional = false;
    domain::CaptureMethod method = domain::CaptureMethod::PhoneRead; ///< How the person said it.
};

/// What was ended, on disk.
struct RecordedEnding
{
    std::vector<EventId> events; ///< One, or two where advertising and another optional item ended together.
    SubjectId subject;
    UtcTime at{};
    QDate tellBy;               ///< Last day on which the outcome may be told.
    UtcTime correctableUntil{}; ///< Until then a slip of the hand can be taken back (ledger::undoes()).
};

/// An answer about advertising whose outcome waits to be told.
struct ResultNoticeRow
{
    EventId about;
    SubjectSummary person;
    UtcTime answered{};
    QString what;         ///< "Opted out", "Withdrawn", "Answered: 2 yes, 1 no".
    QDate tellBy;         ///< Last day.
    int daysLeft = 0;     ///< Negative when the day has passed.
    bool byEmail = false; ///< Whether the person can be written to by e-mail.
    std::optional<UtcTime> told;
};

/// Somebody whose consent to advertising is to be asked about again.
struct ReconfirmationRow
{
    SubjectSummary person;
    QStringList items;  ///< Codes.
    QStringList titles; ///< In the language of the program.
    UtcTime since{};    ///< The oldest of them: when it was given or last kept.
    QDate before;       ///< The first day on which it no longer counts.
    int daysLeft = 0;   ///< Zero or less: it counts no longer.
};

struct ReconfirmationList
{
    std::vector<ReconfirmationRow> people; ///< Soonest first.
    bool more = false;
};

} // namespace consent::desk
