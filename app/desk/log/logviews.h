#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "desk/calls/callviews.h"
#include "domain/consent.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace consent::desk {

/// What of the consent log is wanted; empty fields do not filter.
struct LogFilter
{
    QDate from; ///< Korean dates, both inclusive.
    QDate to;
    std::optional<UserId> agent;
    QString item;                             ///< Item code.
    std::optional<domain::Decision> decision; ///< Of that item; without an item, of any.
    std::optional<domain::CaptureMethod> method;

    friend bool operator==(const LogFilter &, const LogFilter &) = default;
};

/// What a line of the log tells of.
enum class LogKind {
    Captured,  ///< A contact with its answers.
    Withdrawn, ///< Consent was withdrawn.
    OptedOut,  ///< Advertising was opted out of.
    Mistaken   ///< Says that an ending was a slip of the hand.
};

/// One line of the log. The person's name is masked ("홍*동").
struct LogRow
{
    EventId event;
    LogKind kind = LogKind::Captured;
    UtcTime at;
    QString subjectMaskedName;
    QString agentName;
    domain::CaptureMethod method = domain::CaptureMethod::PhoneRead;
    domain::ContactOutcome outcome = domain::ContactOutcome::Completed;
    int granted = 0;
    int refused = 0;
    int ended = 0; ///< Items and channels that a withdrawal or opt-out ended.
    QString receipt;
    bool flagged = false; ///< Read too fast, no recording, ...
};

struct LogChoices
{
    struct Agent
    {
        UserId id;
        QString name;
    };
    struct Item
    {
        QString code;
        QString title;
    };
    std::vector<Agent> agents;
    std::vector<Item> items;
};

/// One record, opened.
struct RecordView
{
    struct Clause
    {
        QString heading;
        qint64 startMs = 0;
        qint64 endMs = 0;
        bool tooFast = false;
    };
    LogRow row;
    SubjectId subject;
    QString subjectMaskedName;
    QString maskedPhone;
    std::vector<AnswerRow> answers;
    std::vector<Clause> clauses;
    std::vector<QString> flags; ///< In words.
    QString noticeLine;
    QString scriptLine;
    QString device;
    qint64 sequence = 0;
    QString eventHash; ///< Hex.
    bool verified = false;
    QString verification; ///< In words: what was checked, or what is wrong.
};

} // namespace consent::desk
