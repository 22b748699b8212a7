#pragma once

#include "base/id.h"
#include "domain/codes.h"

#include <QFlags>
#include <QString>
#include <QStringView>

#include <optional>

namespace consent {

using RequestId = Id<struct RequestTag>;     ///< One request of one person.
using ProvisionId = Id<struct ProvisionTag>; ///< One giving of data to a third party.

} // namespace consent

namespace consent::domain {

/// What a person asks for (policy chapter 8; PIPA 35, 36, 37, 39-7).
enum class RequestKind { Access, ProofOfAccess, Correction, Erasure, Suspension, Withdrawal, Leaving };

/// The way on which it came. Never harder than the way on which the data was collected (PIPA 38(4)).
enum class RequestChannel { Phone, Visit, Email };

/// Who asks: the person, a guardian of a child under 14 (either parent), or somebody with a mandate.
enum class Requester { Self, Guardian, Agent };

/// Where a request stands. Nothing of what was asked is done before Verified.
enum class RequestState {
    Received,       ///< Written down; who asks is not established yet.
    AwaitingPapers, ///< As before, and missing papers were asked for: the clock stands still.
    Verified,       ///< Who asks is established: in work.
    Paused,         ///< Deferred with a reason: the clock stands still.
    Fulfilled,      ///< Done; the person has not been told yet.
    Refused,        ///< Refused with a reason; the person has not been told yet.
    Closed          ///< Told, cancelled or expired: over.
};

/// What can happen to a request.
enum class RequestStep {
    VerifyIdentity, ///< The check of the requester passed.
    AskPapers,
    PapersCame,
    Pause,
    Resume,
    Extend,
    Complete,
    Refuse,
    RecipientTold, ///< A third party that had got wrong data was told of the correction.
    TellResult,    ///< The person knows the outcome: closes.
    Cancel,        ///< The requester took it back: closes.
    Expire,        ///< The papers never came: closes.
    Object         ///< The person objects to a refusal they were told (PIPA 38(5)): looked at again from the start.
};

/// How a closed request ended.
enum class RequestOutcome { Done, Refused, Cancelled, Expired };

/// Who moves a request: the roles of the desk, for the rules on requests.
enum class RequestActor : unsigned {
    Agent = 1U,
    Counter = 2U,
    Supervisor = 4U,
    PrivacyOfficer = 8U,
    Administrator = 16U
};
Q_DECLARE_FLAGS(RequestActors, RequestActor)
Q_DECLARE_OPERATORS_FOR_FLAGS(RequestActors)

/// A paper or proof that a requester has to show.
enum class RequestPaper {
    OwnIdentity,     ///< Resident card, passport or driving licence of who asks, or a copy of it.
    CallerQuestions, ///< On the phone: questions that only the person can answer.
    FamilyProof,     ///< That the guardian is the child's: family relation certificate or a verified link.
    GuardianIdentity,
    Mandate,         ///< 위임장
    SealCertificate, ///< 인감증명서 of the person who gave the mandate.
    AgentIdentity
};

/// How the identity of a requester was looked at.
enum class IdentityMethod {
    DocumentSeen,   ///< The original on the counter.
    DocumentCopy,   ///< A copy by e-mail or fax.
    PhoneQuestions, ///< Answers compared with what is kept.
    LinkedGuardian  ///< A guardian whom this company verified before.
};

enum class IdentityOutcome { Passed, Failed, Inconclusive };

/// On what ground a request may be refused or deferred (PIPA 35(4), 36(1), 37(2)).
enum class RefusalGround {
    ForbiddenByLaw,     ///< A statute forbids or restricts it.
    HarmsOthers,        ///< Life, body, property or interests of somebody else.
    LegalObligation,    ///< A statute obliges the company to keep or process it.
    ContractImpossible, ///< The contract can't be carried out otherwise, and the person has not ended it.
    NotIdentified,      ///< Who asks could not be established.
    PapersMissing,      ///< Papers that were asked for did not come.
    NothingHeld,        ///< There is no such data.
    Other
};

// Their stable codes, for toCode() and fromCode().
template <>
inline constexpr auto codesOf<RequestKind> = codes<RequestKind>({{RequestKind::Access, "access"},
                                                                 {RequestKind::ProofOfAccess, "proofOfAccess"},
                                                                 {RequestKind::Correction, "correction"},
                                                                 {RequestKind::Erasure, "erasure"},
                                                                 {RequestKind::Suspension, "suspension"},
                                                                 {RequestKind::Withdrawal, "withdrawal"},
                                                                 {RequestKind::Leaving, "leaving"}});
template <>
inline constexpr auto codesOf<RequestChannel> = codes<RequestChannel>({{RequestChannel::Phone, "phone"},
                                                                       {RequestChannel::Visit, "visit"},
                                                                       {RequestChannel::Email, "email"}});
template <>
inline constexpr auto codesOf<Requester> =
    codes<Requester>({{Requester::Self, "self"}, {Requester::Guardian, "guardian"}, {Requester::Agent, "agent"}});
template <>
inline constexpr auto codesOf<RequestState> = codes<RequestState>({{RequestState::Received, "received"},
                                                                   {RequestState::AwaitingPapers, "awaitingPapers"},
                                                                   {RequestState::Verified, "verified"},
                                                                   {RequestState::Paused, "paused"},
                                                                   {RequestState::Fulfilled, "fulfilled"},
                                                                   {RequestState::Refused, "refused"},
                                                                   {RequestState::Closed, "closed"}});
template <>
inline constexpr auto codesOf<RequestStep> = codes<RequestStep>({{RequestStep::VerifyIdentity, "verifyIdentity"},
                                                                 {RequestStep::AskPapers, "askPapers"},
                                                                 {RequestStep::PapersCame, "papersCame"},
                                                                 {RequestStep::Pause, "pause"},
                                                                 {RequestStep::Resume, "resume"},
                                                                 {RequestStep::Extend, "extend"},
                                                                 {RequestStep::Complete, "complete"},
                                                                 {RequestStep::Refuse, "refuse"},
                                                                 {RequestStep::RecipientTold, "recipientTold"},
                                                                 {RequestStep::TellResult, "tellResult"},
                                                                 {RequestStep::Cancel, "cancel"},
                                                                 {RequestStep::Expire, "expire"},
                                                                 {RequestStep::Object, "object"}});
template <>
inline constexpr auto codesOf<RequestOutcome> = codes<RequestOutcome>({{RequestOutcome::Done, "done"},
                                                                       {RequestOutcome::Refused, "refused"},
                                                                       {RequestOutcome::Cancelled, "cancelled"},
                                                                       {RequestOutcome::Expired, "expired"}});
template <>
inline constexpr auto codesOf<RequestPaper> = codes<RequestPaper>({{RequestPaper::OwnIdentity, "ownIdentity"},
                                                                   {RequestPaper::CallerQuestions, "callerQuestions"},
                                                                   {RequestPaper::FamilyProof, "familyProof"},
                                                                   {RequestPaper::GuardianIdentity, "guardianIdentity"},
                                                                   {RequestPaper::Mandate, "mandate"},
                                                                   {RequestPaper::SealCertificate, "sealCertificate"},
                                                                   {RequestPaper::AgentIdentity, "agentIdentity"}});
template <>
inline constexpr auto
    codesOf<IdentityMethod> = codes<IdentityMethod>({{IdentityMethod::DocumentSeen, "documentSeen"},
                                                     {IdentityMethod::DocumentCopy, "documentCopy"},
                                                     {IdentityMethod::PhoneQuestions, "phoneQuestions"},
                                                     {IdentityMethod::LinkedGuardian, "linkedGuardian"}});
template <>
inline constexpr auto
    codesOf<IdentityOutcome> = codes<IdentityOutcome>({{IdentityOutcome::Passed, "passed"},
                                                       {IdentityOutcome::Failed, "failed"},
                                                       {IdentityOutcome::Inconclusive, "inconclusive"}});
template <>
inline constexpr auto
    codesOf<RefusalGround> = codes<RefusalGround>({{RefusalGround::ForbiddenByLaw, "forbiddenByLaw"},
                                                   {RefusalGround::HarmsOthers, "harmsOthers"},
                                                   {RefusalGround::LegalObligation, "legalObligation"},
                                                   {RefusalGround::ContractImpossible, "contractImpossible"},
                                                   {RefusalGround::NotIdentified, "notIdentified"},
                                                   {RefusalGround::PapersMissing, "papersMissing"},
                                                   {RefusalGround::NothingHeld, "nothingHeld"},
                                                   {RefusalGround::Other, "other"}});

/// The word for people, in the language of the program.
QString label(RequestKind value);
QString label(RequestChannel value);
QString label(Requester value);
QString label(RequestState value);
QString label(RequestStep value); ///< As a thing to do: "Refuse".
QString label(RequestOutcome value);
QString label(RequestPaper value);
QString label(IdentityMethod value);
QString label(IdentityOutcome value);
QString label(RefusalGround value);

/// Whether it has to be done without delay and can't be deferred (PIPA 37(1), 39-7(1); policy chapter 8).
bool isWithoutDelay(RequestKind kind);
/// Whether something is still to be done: neither fulfilled nor refused nor closed.
bool isUndecided(RequestState state);

} // namespace consent::domain
