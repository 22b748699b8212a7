#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "domain/consent.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace consent::ledger {

/// A notice or script as it was in force: never only a name.
struct DocumentReference
{
    QString code;    ///< Notice number, or script code.
    QString version; ///< Script version; empty for a notice.
    QString sha256;  ///< 64 lower-case hex digits.

    friend bool operator==(const DocumentReference &, const DocumentReference &) = default;
};

/// One item with the answer given to it. Times are milliseconds since startedAt.
struct CapturedItem
{
    QString code;
    domain::ItemCategory category = domain::ItemCategory::CollectionAndUse;
    bool mandatory = false;
    domain::Channel channel = domain::Channel::None;
    bool night = false;
    domain::Decision decision = domain::Decision::Refused;
    QString clause; ///< The clause that asked.
    qint64 clauseStartMs = 0;
    qint64 clauseEndMs = 0;
    qint64 answerMs = 0;

    friend bool operator==(const CapturedItem &, const CapturedItem &) = default;
};

struct CapturedClause
{
    QString clause;
    qint64 startMs = 0;
    qint64 endMs = 0;
    bool tooFast = false; ///< Passed faster than it can be spoken.

    friend bool operator==(const CapturedClause &, const CapturedClause &) = default;
};

/// A yes or no that is no consent: whether this is the person, whether the guardian was verified, whether it was read
/// on the site. Times are milliseconds since startedAt.
struct CapturedQuestion
{
    QString code;
    bool yes = false;
    QString clause; ///< The clause that asked.
    qint64 answerMs = 0;

    friend bool operator==(const CapturedQuestion &, const CapturedQuestion &) = default;
};

/// The facts of `consent.captured`: one contact, whole. Nothing personal.
struct ConsentCaptured
{
    ContactId contact;
    QString receipt;     ///< Receipt number.
    QString telephonyId; ///< The telephone system's id of the call; may be empty.
    domain::CaptureMethod method = domain::CaptureMethod::PhoneRead;
    domain::Language language = domain::Language::Korean; ///< Of the text that was read.
    DocumentReference notice;
    DocumentReference script;
    UtcTime startedAt{};
    UtcTime endedAt{};
    std::vector<CapturedItem> items;
    std::vector<CapturedQuestion> questions;
    std::vector<CapturedClause> clauses;
    QStringList consequenceStated; ///< Items for which the consequence of refusing was read out.
    domain::ContactOutcome outcome = domain::ContactOutcome::Completed;
    bool joined = false;
    bool under14 = false;
    QString guardianMethod;       ///< How the guardian was verified (Organisation::guardianMethods); may be empty.
    QStringList evidence;         ///< SHA-256, hex.
    QStringList flags;            ///< "noRecording", "tooFast", ...
    std::optional<UtcTime> after; ///< See orderTime().

    QJsonObject toFacts() const;
    /// @return Damaged when a field is missing, of another type, out of range or an unknown code.
    static Result<ConsentCaptured> fromFacts(const QJsonObject &facts);

    friend bool operator==(const ConsentCaptured &, const ConsentCaptured &) = default;
};

/// The facts of `consent.withdrawn` and `consent.optedOut`.
struct ConsentEnded
{
    ContactId contact;
    QString receipt; ///< Receipt number; may be empty.
    domain::CaptureMethod method = domain::CaptureMethod::PhoneRead;
    QStringList items;                     ///< Item codes that end.
    std::vector<domain::Channel> channels; ///< Everything on these channels ends.
    bool allOptional = false;              ///< Everything optional ends.
    bool left = false;                     ///< The person leaves the service.
    std::optional<UtcTime> after;          ///< See orderTime().

    QJsonObject toFacts() const;
    /// @return Damaged as above, and when it ends nothing at all.
    static Result<ConsentEnded> fromFacts(const QJsonObject &facts);

    friend bool operator==(const ConsentEnded &, const ConsentEnded &) = default;
};

} // namespace consent::ledger
