#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "desk/people/subjectviews.h"
#include "domain/identitydocument.h"
#include "domain/request.h"
#include "domain/subject.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace consent::desk {

/// Where the statutory clock of a request stands, by the date in Korea.
struct RequestClock
{
    QDate due;
    int daysLeft = 0;      ///< 3: D-3. 0: today. Negative: so many days late.
    bool stopped = false;  ///< Paused or waiting for papers: `due` is as if it went on today.
    bool overdue = false;  ///< Undecided, running and past due.
    bool estimate = false; ///< Public holidays of that year are not known to the program: may be later in truth.
    QString text;          ///< "D-3", "D-Day", "D+2", "stopped"; empty when the request is decided.
};

/// One request in a list. Nobody's name is shown in full.
struct RequestSummary
{
    RequestId id;
    QString number; ///< What is told to the person: "R261123-7K3QX".
    SubjectId subject;
    QString subjectMaskedName;
    domain::RequestKind kind = domain::RequestKind::Access;
    domain::RequestChannel channel = domain::RequestChannel::Phone;
    domain::Requester requester = domain::Requester::Self;
    domain::RequestState state = domain::RequestState::Received;
    std::optional<domain::RequestOutcome> outcome; ///< Once closed.
    UtcTime received{};
    RequestClock clock;
    bool conflict = false; ///< Two desks moved it at once: the timeline shows it.
};

struct RequestFilter
{
    std::optional<domain::RequestState> state; ///< Nothing: every state that is not closed.
    std::optional<domain::RequestKind> kind;
    bool overdueOnly = false;
    bool withClosed = false;
};

/// Where a page of closed requests ended.
struct ClosedPlace
{
    UtcTime received{};
    RequestId request;
};

/// One page of closed requests, the latest received first.
struct ClosedRequests
{
    std::vector<RequestSummary> requests;
    std::optional<ClosedPlace> next; ///< Nothing: that was the last page.
};

/// How many there are, whatever the filter.
struct RequestCounts
{
    std::map<domain::RequestState, int> byState; ///< Every state has an entry.
    int open = 0;                                ///< Not closed.
    int overdue = 0;
    int dueToday = 0;
    int dueSoon = 0; ///< Within three days from tomorrow.
    int conflicts = 0;
};

/// A wish to change one field.
struct WantedChange
{
    domain::SubjectField field = domain::SubjectField::Name;
    QString before; ///< As it stood when the request came; masked where lists mask it.
    QString after;  ///< As wanted, or, once corrected, as it stands.
};

/// One line of what happened, oldest first.
struct RequestTimelineEntry
{
    EventId event;
    UtcTime at;
    QString actorName;
    QString what;          ///< A sentence.
    QString reason;        ///< Empty when there is none, or when its key is not held here.
    bool conflict = false; ///< Came when it could not count any more: kept, and without effect.
};

/// A paper with whether it is there.
struct PaperRow
{
    domain::RequestPaper paper = domain::RequestPaper::OwnIdentity;
    QString title;
    QString help;          ///< What counts as it.
    bool optional = false; ///< One of several ways: see PaperNeed.
    bool present = false;  ///< Ticked at the check of identity.
};

/// A button. What can't be done now says why.
struct RequestAction
{
    domain::RequestStep step = domain::RequestStep::VerifyIdentity;
    bool allowed = false;
    QString why; ///< A sentence when it is not allowed.
};

/// Who got data that was wrong, and has to be told (policy chapter 8; PIPA 36).
struct RecipientTask
{
    ProvisionId provision;
    QString recipient;
    UtcTime providedAt{};
    bool told = false;
};

struct IdentityCheckRow
{
    EventId event;
    UtcTime at;
    QString actorName;
    domain::IdentityMethod method = domain::IdentityMethod::DocumentSeen;
    std::optional<domain::DocumentKind> document;
    domain::IdentityOutcome outcome = domain::IdentityOutcome::Passed;
    QString kept; ///< The least that was kept: a masked number, a reference. May be empty.
    bool authenticityAsked = false;
};

/// One request opened. Reading it was written to the access log.
struct RequestView
{
    RequestSummary summary;
    SubjectSummary subject;
    QString requesterName;    ///< Of a guardian or agent; empty when the person asks.
    QString requesterContact; ///< Masked.
    QString requesterRelation;
    QString details;   ///< In the words of who wrote it down.
    QStringList items; ///< Withdrawal: item codes; empty means everything optional.
    std::vector<WantedChange> changes;
    std::vector<PaperRow> papers;
    QStringList missingPapers; ///< Their titles.
    std::vector<IdentityCheckRow> checks;
    std::vector<RecipientTask> recipients;
    std::vector<RequestTimelineEntry> timeline;
    std::vector<RequestAction> actions; ///< Every step, in the order of RequestStep.
    QString countingLine;               ///< "10 calendar days, the first day not counted, ..."
    bool personFrozen = false;
    std::optional<domain::RefusalGround> refusalGround;
    QString refusalReason;
    QString deferralReason; ///< Of the latest pause or extension that stands; empty when there is none.
    QString objectionRoute; ///< How to object to a refusal or deferral; empty when there is none.
    QString documentNumber; ///< Of the paper that went out; empty before.
    QString documentSha256;
};

/// As typed when a request is written down.
struct NewRequest
{
    SubjectId subject;
    domain::RequestKind kind = domain::RequestKind::Access;
    domain::RequestChannel channel = domain::RequestChannel::Phone;
    domain::Requester requester = domain::Requester::Self;
    QString requesterName;    ///< Guardian and agent.
    QString requesterContact; ///< Telephone or e-mail; guardian and agent.
    QString requesterRelation;
    QString details;
    QStringList items;                 ///< Withdrawal: codes; empty for everything optional.
    std::vector<WantedChange> changes; ///< Correction: field and after; before is filled in by the desk.
    std::optional<UtcTime> received;   ///< When it came, if earlier than now (an e-mail of yesterday).
};

/// As typed when the requester was checked.
struct IdentityInput
{
    domain::IdentityMethod method = domain::IdentityMethod::DocumentSeen;
    std::optional<domain::DocumentKind> document; ///< With a document.
    QString documentNumber;                       ///< As typed; may be empty: nothing of it need be kept.
    std::vector<domain::RequestPaper> papers;     ///< Seen and in order.
    QString answers;                              ///< With questions: which were asked, never the answers themselves.
    domain::IdentityOutcome outcome = domain::IdentityOutcome::Passed;
    QString note;
};

/// Live help beside the field of a document number. Never blocks a genuine card.
struct DocumentHelp
{
    domain::DocumentCheck check;
    QString sentence;             ///< To show; empty when all is well.
    bool numberMayBeKept = false; ///< Otherwise only the fact that it was seen is recorded (PIPA 24-2).
};

/// The question to whoever can tell a genuine document.
struct AuthenticityInput
{
    domain::DocumentKind document = domain::DocumentKind::ResidentRegistration;
    QString name;
    QString number;
    QDate issued;
    QString manualReference; ///< Where the agent asked by other means: the reference that was given.
    bool manualGenuine = false;
};

struct AuthenticityOutcome
{
    enum class Verdict { Genuine, NotGenuine, Unknown };
    Verdict verdict = Verdict::Unknown;
    QString reference;
    QString sentence; ///< For the screen.
    ProvisionId provision;
};

struct RefusalInput
{
    domain::RefusalGround ground = domain::RefusalGround::Other;
    QString reason;
};

/// How the person was told the outcome.
struct ResultTold
{
    domain::RequestChannel channel = domain::RequestChannel::Email;
    QString documentNumber; ///< Of the paper, if one was made out.
    QString documentSha256; ///< Of its bytes, 64 hex digits; together with the number.
    QString note;
};

/// What the paper of an answer is made from (PIPA 35, Decree 41: what is held, why, how long, to whom it went, and the
/// fact and content of consent). Given out once the requester is verified, and never while the person is frozen.
struct RequestAnswer
{
    QString documentNumber; ///< "R261123-7K3QX-1"
    UtcTime madeAt{};
    RequestSummary request;
    QString subjectName;
    QString requesterName; ///< Whoever gets the paper.
    struct Held
    {
        QString title;
        QString value;
    };
    std::vector<Held> held;
    struct Purpose
    {
        QString title;
        QString purpose;
        QString items;
        QString period;
        domain::ConsentStatus status = domain::ConsentStatus::None;
        std::optional<UtcTime> since;
    };
    std::vector<Purpose> purposes;
    struct Provision
    {
        QString recipient;
        QString purpose;
        QString items;
        UtcTime at{};
    };
    std::vector<Provision> provisions;
    struct Contact
    {
        UtcTime at{};
        QString method;
        QString receipt;
        QString outcome;
    };
    std::vector<Contact> contacts; ///< Newest first.
};

} // namespace consent::desk
