#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "domain/advertising.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace consent {

using ProvisionId = Id<struct ProvisionTag>; ///< One handing-over of data to a third party.

}

namespace consent::ledger {

/// The facts of `provision.made`: data of the person went to a third party (PIPA 17, 35; policy chapter 6).
struct ProvisionMade
{
    ProvisionId provision;
    QString recipient; ///< Code of Organisation::thirdParties.
    QString purpose;   ///< Code of one of the recipient's purposes.
    QStringList items; ///< Codes of the recipient's items, at least one.
    domain::ProvisionBasis basis = domain::ProvisionBasis::Consent;
    std::optional<UtcTime> after;

    QJsonObject toFacts() const;
    static Result<ProvisionMade> fromFacts(const QJsonObject &facts); ///< @return Damaged.

    friend bool operator==(const ProvisionMade &, const ProvisionMade &) = default;
};

/// The facts of `provision.corrected`: the recipient was told of a correction (Decree of PIPA 43, policy chapter 8).
struct ProvisionCorrected
{
    ProvisionId provision;
    QString request; ///< Id of the request that corrected the data.
    std::optional<UtcTime> after;

    QJsonObject toFacts() const;
    static Result<ProvisionCorrected> fromFacts(const QJsonObject &facts); ///< @return Damaged.

    friend bool operator==(const ProvisionCorrected &, const ProvisionCorrected &) = default;
};

/// The facts of `result.told`: the person was told what became of a consent, refusal or withdrawal of advertising
/// (Network Act 50(7): sender, fact and date, outcome; within 14 days).
struct ResultTold
{
    EventId about; ///< The event whose outcome was told.
    domain::ToldBy channel = domain::ToldBy::Sms;
    UtcTime told{};
    std::optional<UtcTime> after;

    QJsonObject toFacts() const;
    static Result<ResultTold> fromFacts(const QJsonObject &facts); ///< @return Damaged.

    friend bool operator==(const ResultTold &, const ResultTold &) = default;
};

/// The facts of `consent.reconfirmed`. An outcome Ended is recorded together with the `consent.optedOut` that ends the
/// items: this event alone ends nothing.
struct ConsentReconfirmed
{
    QStringList items; ///< Item codes that were asked about, at least one.
    domain::Reconfirmation outcome = domain::Reconfirmation::Kept;
    /// Whether the consents count on, as the organisation's rule was on that day: true for Kept, false for Ended, and
    /// for Silent what the organisation file says. A later change of the rule changes no record.
    bool keeps = true;
    QString batch; ///< Of which batch; may be empty.
    std::optional<UtcTime> after;

    QJsonObject toFacts() const;
    static Result<ConsentReconfirmed> fromFacts(const QJsonObject &facts); ///< @return Damaged.

    friend bool operator==(const ConsentReconfirmed &, const ConsentReconfirmed &) = default;
};

/// The facts of `consent.mistaken`: an opt-out or withdrawal was keyed by mistake; the person never said it. The word
/// of a person is never undone; this undoes the slip of a hand. It counts only from the same user on the same device
/// within `withinMs` of the mistaken event, and only for endings; otherwise it stays in the ledger and has no effect.
struct ConsentMistaken
{
    static constexpr qint64 withinMs = 10 * 60 * 1000;

    EventId mistaken;
    domain::MistakeReason reason = domain::MistakeReason::NotSaid;
    std::optional<UtcTime> after;

    QJsonObject toFacts() const;
    static Result<ConsentMistaken> fromFacts(const QJsonObject &facts); ///< @return Damaged.

    friend bool operator==(const ConsentMistaken &, const ConsentMistaken &) = default;
};

/// The facts of `guardian.linked`. Sealed: guardian{name, phone, relation}, and guardian.subject when the guardian is a
/// person of this desk.
struct GuardianLinked
{
    QString method; ///< Code of Organisation::guardianMethods.
    std::optional<UtcTime> after;

    QJsonObject toFacts() const;
    static Result<GuardianLinked> fromFacts(const QJsonObject &facts); ///< @return Damaged.

    friend bool operator==(const GuardianLinked &, const GuardianLinked &) = default;
};

} // namespace consent::ledger
