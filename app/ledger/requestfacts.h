#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/identitydocument.h"
#include "domain/request.h"
#include "domain/statutoryclock.h"

#include <QDate>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace consent::ledger {

/// The facts of `request.opened`. Nothing personal: who asks, in what words and for which values is sealed:
/// {requester{name, contact, relation}, details, before{field: value}, wanted{field: value}}.
struct RequestOpened
{
    RequestId request;
    domain::RequestKind kind = domain::RequestKind::Access;
    domain::RequestChannel channel = domain::RequestChannel::Phone;
    domain::Requester requester = domain::Requester::Self;
    UtcTime received{};
    QDate dueDate;                 ///< As counted when it was written down; what counts is counted anew.
    domain::CountingRule counting; ///< Of this request, whatever the organisation file says later.
    QStringList items;             ///< Withdrawal: item codes; empty for everything optional.
    QStringList fields;            ///< Correction: names of subject fields.
    std::optional<UtcTime> after;  ///< See orderTime().

    QJsonObject toFacts() const;
    static Result<RequestOpened> fromFacts(const QJsonObject &facts); ///< @return Damaged.

    friend bool operator==(const RequestOpened &, const RequestOpened &) = default;
};

/// The facts of `request.moved`: every step but those that check identity or close. Sealed: {reason, note}.
struct RequestMoved
{
    static constexpr int mostDays = 60;

    RequestId request;
    domain::RequestStep step = domain::RequestStep::AskPapers;
    std::vector<domain::RequestPaper> papers;    ///< AskPapers: the missing ones.
    int days = 0;                                ///< Extend: 1 to mostDays.
    std::optional<domain::RefusalGround> ground; ///< Refuse.
    std::vector<ProvisionId> recipients;         ///< Complete: provisions whose recipient has to be told.
    std::optional<ProvisionId> provision;        ///< RecipientTold.
    std::optional<UtcTime> after;

    QJsonObject toFacts() const;
    /// @return Damaged, also when what the step needs is missing, or the step is none of these.
    static Result<RequestMoved> fromFacts(const QJsonObject &facts);

    friend bool operator==(const RequestMoved &, const RequestMoved &) = default;
};

/// The facts of `request.closed`. Sealed: none, or note.
struct RequestClosed
{
    RequestId request;
    domain::RequestOutcome outcome = domain::RequestOutcome::Done;
    std::optional<domain::RequestChannel> told; ///< How the person was told: done and refused only.
    QString document;                           ///< Number of the paper that went out; may be empty.
    QString sha256;                             ///< Of its bytes; empty without a number.
    std::optional<UtcTime> after;

    QJsonObject toFacts() const;
    static Result<RequestClosed> fromFacts(const QJsonObject &facts); ///< @return Damaged.

    friend bool operator==(const RequestClosed &, const RequestClosed &) = default;
};

/// The facts of `identity.checked`: that somebody was looked at, how, and with what outcome. Sealed: the least that
/// must be kept: {masked, reference, questions, note}.
struct IdentityChecked
{
    std::optional<RequestId> request; ///< Either this or contact.
    std::optional<ContactId> contact;
    domain::IdentityMethod method = domain::IdentityMethod::DocumentSeen;
    std::optional<domain::DocumentKind> document;
    std::vector<domain::RequestPaper> papers; ///< Seen and in order.
    domain::IdentityOutcome outcome = domain::IdentityOutcome::Passed;
    std::optional<ProvisionId> provision; ///< To whoever told whether the document is genuine.
    std::optional<UtcTime> after;

    QJsonObject toFacts() const;
    static Result<IdentityChecked> fromFacts(const QJsonObject &facts); ///< @return Damaged.

    friend bool operator==(const IdentityChecked &, const IdentityChecked &) = default;
};

/// The facts of `subject.frozen` and `subject.unfrozen`: the person's data is neither used nor provided (policy
/// chapter 8: correction; PIPA 37: suspension; 36: erasure, until it is carried out).
struct SubjectFreeze
{
    RequestId request;
    domain::RequestKind kind = domain::RequestKind::Correction; ///< Correction, Suspension or Erasure.
    std::optional<UtcTime> after;

    QJsonObject toFacts() const;
    static Result<SubjectFreeze> fromFacts(const QJsonObject &facts); ///< @return Damaged.

    friend bool operator==(const SubjectFreeze &, const SubjectFreeze &) = default;
};

} // namespace consent::ledger
