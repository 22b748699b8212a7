#pragma once

#include <QLatin1StringView>
#include <QStringView>

/// The `type` of events, and the facts that each carries. "Sealed" is the personal part (see DeviceChain::append).
namespace consent::ledger::eventtypes {

/// Always seq 1 of a device, signed by the very key it announces. Facts: publicKey (JWK: crv, kty, x, y), name.
inline constexpr QLatin1StringView deviceEnrolled("device.enrolled");
/// Facts: user, roles[]. Sealed: none.
inline constexpr QLatin1StringView userAdded("user.added");
/// Facts: number, title, announced, effective (ISO dates), sha256 (hex), mediaType, source (base64url).
inline constexpr QLatin1StringView noticePublished("notice.published");
/// Facts: code, version, sha256 (hex), source (base64url).
inline constexpr QLatin1StringView scriptPublished("script.published");
/// Facts: none, or after. Sealed: name, phone (digits), birthDate (ISO), email, guardian{name, phone, relation}.
inline constexpr QLatin1StringView subjectRegistered("subject.registered");
/// Facts: after, fields[] (names of what changed). Sealed: the changed fields with their new values.
inline constexpr QLatin1StringView subjectCorrected("subject.corrected");
/// Facts: see ConsentCaptured (consentfacts.h). Sealed: name, guardian, note.
inline constexpr QLatin1StringView consentCaptured("consent.captured");
/// Facts: see ConsentEnded (consentfacts.h). Sealed: none, or note.
inline constexpr QLatin1StringView consentWithdrawn("consent.withdrawn");
/// Facts: see ConsentEnded (consentfacts.h). Sealed: none, or note.
inline constexpr QLatin1StringView consentOptedOut("consent.optedOut");
/// Facts: see ConsentReconfirmed (contactfacts.h). Sealed: none.
inline constexpr QLatin1StringView consentReconfirmed("consent.reconfirmed");
/// Facts: see ConsentMistaken (contactfacts.h). Sealed: none, or note.
inline constexpr QLatin1StringView consentMistaken("consent.mistaken");
/// Facts: see ResultTold (contactfacts.h). Sealed: none.
inline constexpr QLatin1StringView resultTold("result.told");
/// Facts: see ProvisionMade (contactfacts.h). Sealed: none.
inline constexpr QLatin1StringView provisionMade("provision.made");
/// Facts: see ProvisionCorrected (contactfacts.h). Sealed: none.
inline constexpr QLatin1StringView provisionCorrected("provision.corrected");
/// Facts: see GuardianLinked (contactfacts.h). Sealed: guardian{name, phone, relation, subject}.
inline constexpr QLatin1StringView guardianLinked("guardian.linked");
/// The person's data key was destroyed. Facts: subject, reason (a code). Sealed: none.
inline constexpr QLatin1StringView subjectErased("subject.erased");
/// Facts: see PaperIssued (paperfacts.h). Sealed: the words of the paper.
inline constexpr QLatin1StringView paperIssued("paper.issued");
/// Facts: see EvidenceAttached (evidencefacts.h). Sealed: see EvidenceSealed.
inline constexpr QLatin1StringView evidenceAttached("evidence.attached");
/// Facts: see SubjectMerged (mergefacts.h). Sealed: none.
inline constexpr QLatin1StringView subjectMerged("subject.merged");
/// Facts: see SubjectSeparated (mergefacts.h). Sealed: none.
inline constexpr QLatin1StringView subjectSeparated("subject.separated");
/// Facts: see SubjectDistinct (mergefacts.h). Sealed: none.
inline constexpr QLatin1StringView subjectDistinct("subject.distinct");

/// Facts: see RequestOpened (requestfacts.h). Sealed: requester{name, contact, relation}, details, before{}, wanted{}.
inline constexpr QLatin1StringView requestOpened("request.opened");
/// Facts: see RequestMoved (requestfacts.h). Sealed: reason, note.
inline constexpr QLatin1StringView requestMoved("request.moved");
/// Facts: see RequestClosed (requestfacts.h). Sealed: none, or reason, note.
inline constexpr QLatin1StringView requestClosed("request.closed");
/// Facts: see IdentityChecked (requestfacts.h). Sealed: masked, reference, questions, note.
inline constexpr QLatin1StringView identityChecked("identity.checked");
/// Facts: see SubjectFreeze (requestfacts.h). Sealed: none, or reason.
inline constexpr QLatin1StringView subjectFrozen("subject.frozen");
/// Facts: see SubjectFreeze (requestfacts.h). Sealed: none, or reason.
inline constexpr QLatin1StringView subjectUnfrozen("subject.unfrozen");

/// Whether it goes first to the central store (DESIGN.md: opt-outs and withdrawals first; a freeze protects as they do).
inline bool isUrgent(QStringView type)
{
    return type == consentWithdrawn || type == consentOptedOut || type == subjectFrozen;
}
inline bool isUrgent(QLatin1StringView type)
{
    return isUrgent(QString(type));
}

} // namespace consent::ledger::eventtypes
