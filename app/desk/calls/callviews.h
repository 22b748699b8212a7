#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "desk/people/subjectviews.h"
#include "domain/consent.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace consent::desk {

/// Who may be calling.
struct CallerMatches
{
    QString number; ///< Digits.
    std::vector<SubjectSummary> people;
};

struct CallOptions
{
    domain::CaptureMethod method = domain::CaptureMethod::PhoneRead;
    domain::Language language = domain::Language::Korean;
    bool secondCall = false;  ///< Method 3: the person has read the content on the site and calls again.
    bool identifiers = false; ///< A passport, licence or alien number will be taken in this contact.
    QString callId;           ///< The telephone system's id of the call; may be empty.
};

/// A call that was broken off by a crash.
struct InterruptedCall
{
    QString subjectName;
    UtcTime startedAt;
    QString clauseHeading; ///< Where it stood.
};

/// A line of the clause list.
struct ClauseRow
{
    enum class Position { Done, Current, Ahead, Skipped };
    QString id;
    QString heading;
    Position position = Position::Ahead;
    std::optional<domain::Decision> answer;
    bool tooFast = false;
};

/// A stretch of clause text: what must be said as it stands, or what the agent may adapt.
struct ClauseSegment
{
    QString text;
    bool adaptable = false;
};

struct CurrentClause
{
    QString id;
    QString heading;
    std::vector<ClauseSegment> text;
    bool asks = false; ///< Y/N answers it; otherwise Space goes on.
    bool mandatory = false;
    QString itemTitle;                      ///< Of the item asked; empty otherwise.
    std::optional<domain::Decision> answer; ///< When one came back to it.
    bool needsGuardian = false;             ///< The guardian's name and contact must be entered before going on.
};

/// One answer in the summary.
struct AnswerRow
{
    QString itemCode;
    QString itemTitle;
    bool mandatory = false;
    domain::Decision decision = domain::Decision::Refused;
    qint64 answeredMs = 0; ///< From the start of the call.
};

/// All that the call page shows. A value.
struct CallState
{
    enum class Stage { Idle, Script, Summary, Saving };

    Stage stage = Stage::Idle;
    SubjectSummary subject;
    bool newSubject = false;
    bool under14 = false;
    QString requestsLine; ///< "1 request D-3"; empty when the person has no open request.
    domain::CaptureMethod method = domain::CaptureMethod::PhoneRead;
    domain::Language language = domain::Language::Korean;
    UtcTime startedAt;
    std::vector<ClauseRow> clauses;
    CurrentClause current;
    std::vector<ItemState> items;   ///< What stands now, with this call's answers over what was known before.
    std::vector<AnswerRow> answers; ///< For the summary.
    std::vector<QString> warnings;  ///< Sentences about what just happened ("read too fast"), newest last.
    domain::ContactOutcome outcome = domain::ContactOutcome::Completed; ///< What saving would record.
    std::vector<QString> optedOut; ///< Titles of what was opted out of in this call (on disk).
    QString guardianName;
    QString note;
};

/// What the person can take home.
struct ReceiptDocument
{
    QString number;
    UtcTime at;
    QString organisation;
    QString centre; ///< Telephone of the customer centre.
    QString site;
    QString subjectName;
    QString maskedPhone;
    QString method;     ///< In words.
    QString noticeLine; ///< Title, number and effective date of the notice.
    QString scriptLine;
    QString noticeSha256;
    QString eventHash;
    struct Item
    {
        QString title;
        bool mandatory = false;
        domain::Decision decision = domain::Decision::Refused;
        QString purpose;
        QString items;
        QString period;
        QString recipient; ///< Empty unless it is provision.
    };
    std::vector<Item> items;
    QString withdrawalLine; ///< How consent can be withdrawn.
    QByteArray jws;         ///< The same as a signed record (ISO/IEC TS 27560).
};

struct SavedCall
{
    EventId event;
    SubjectId subject;
    ReceiptDocument receipt;
};

} // namespace consent::desk
