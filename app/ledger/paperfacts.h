#pragma once

#include "base/id.h"
#include "base/result.h"
#include "domain/request.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace consent::ledger {

/// The facts of `paper.issued`: what the company gave a person in writing. Nothing personal; the words of the paper are
/// the event's sealed part.
struct PaperIssued
{
    QString number;                   ///< Document number.
    QString kind;                     ///< Stable code of what it is.
    QString sha256;                   ///< Of the file that was given out, 64 lower-case hex digits.
    std::optional<RequestId> request; ///< That it answers.
    std::optional<EventId> about;     ///< The event whose outcome it tells, where there is no request.

    QJsonObject toFacts() const;
    /// @return Damaged when a field is missing, of another type or malformed.
    static Result<PaperIssued> fromFacts(const QJsonObject &facts);

    friend bool operator==(const PaperIssued &, const PaperIssued &) = default;
};

} // namespace consent::ledger
