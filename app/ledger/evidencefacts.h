#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "domain/evidence.h"
#include "domain/request.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <variant>

namespace consent::ledger {

/// What a piece of evidence belongs to: an event, a request, a contact, or the person alone.
using EvidenceSubject = std::variant<std::monostate, EventId, RequestId, ContactId>;

/// The facts of `evidence.attached`. Nothing personal: the address is a hash of sealed bytes.
struct EvidenceAttached
{
    QString sha256; ///< The address: of the sealed bytes, 64 lower-case hex digits.
    domain::EvidenceKind kind = domain::EvidenceKind::Other;
    domain::EvidenceMedia mediaType = domain::EvidenceMedia::Pdf;
    qint64 bytes = 0; ///< Sealed.
    EvidenceSubject about;
    bool interrupted = false;     ///< It was cut short by a crash: all up to there is whole.
    std::optional<UtcTime> after; ///< See orderTime().

    static constexpr qint64 mostBytes = 1024LL * 1024 * 1024;

    QJsonObject toFacts() const;
    /// @return Damaged when a field is missing, of another type, out of range or an unknown code.
    static Result<EvidenceAttached> fromFacts(const QJsonObject &facts);

    friend bool operator==(const EvidenceAttached &, const EvidenceAttached &) = default;
};

/// The sealed part of `evidence.attached`.
struct EvidenceSealed
{
    QString sha256; ///< Of the plain bytes, as they were received: 64 lower-case hex digits.
    qint64 bytes = 0;
    QString name; ///< As the file was called; may be empty.

    QJsonObject toJson() const;
    /// @return Damaged
    static Result<EvidenceSealed> fromJson(const QJsonObject &personal);

    friend bool operator==(const EvidenceSealed &, const EvidenceSealed &) = default;
};

} // namespace consent::ledger
