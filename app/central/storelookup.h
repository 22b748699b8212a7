#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "ledger/chainverifier.h"
#include "ledger/datakeys.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace consent::central {

/// By what a person is found at the store; the numbers are part of the format.
enum class TokenKind { Phone = 1, PhoneLastFour = 2, Name = 3, NameAndBirthDate = 4, DocumentNumber = 5 };

/// One blind-index token (ledger::BlindIndex) of one subject. A subject has one of a kind: the latest.
struct SubjectToken
{
    SubjectId subject;
    TokenKind kind = TokenKind::Phone;
    QByteArray token; ///< 16 bytes.
    UtcTime since{};  ///< Order time of the event that it was made from; of two, the later stays (on a tie the larger).

    friend bool operator==(const SubjectToken &, const SubjectToken &) = default;
};

/// A question for a person's data. Either one subject by id, or whoever has the token.
struct LookUp
{
    std::optional<SubjectId> subject; ///< When set, kind and token do not count.
    TokenKind kind = TokenKind::Phone;
    QByteArray token; ///< 16 bytes.
    /// A second token that must fit too, e.g. the name with the last four digits.
    std::optional<std::pair<TokenKind, QByteArray>> also;
    QString action; ///< What for, as a code: "search", "view", "request", "sync", ...; [A-Za-z.]{1,32}.
    QString reason; ///< Why, as a code; may be empty. [A-Za-z.]{0,64}. Never a note.
    int limit = 50; ///< 1-200 subjects at most.
};

enum class LookUpAnswer {
    Granted,
    OverQuota,   ///< This user asked too often; the refusal is in the access log.
    NotPermitted ///< The role does not have this action; the refusal is in the access log.
};

/// The answer to a question: by then it stands in the access log, and nothing is revealed yet.
struct Ticket
{
    LookUpAnswer answer = LookUpAnswer::Granted;
    QByteArray token;  ///< Opaque; empty unless granted.
    UtcTime expires{}; ///< By the store's clock.
};

/// All that the store has of one subject.
struct SubjectFile
{
    SubjectId subject;
    std::vector<ledger::StoredEvent> events; ///< By device, then seq; of every branch.
    std::vector<ledger::WrappedDataKey> dataKeys;
    bool erased = false; ///< Its keys are gone for good; the events are there for the chain alone.
};

enum class RedeemAnswer {
    Given,
    Used,    ///< Redeemed before: ask again.
    Expired, ///< Ask again.
    Unknown  ///< Not a ticket of this user on this device.
};

struct Redeemed
{
    RedeemAnswer answer = RedeemAnswer::Given;
    std::vector<SubjectFile> files; ///< By subject id.
};

/// What a desk's own access log holds of one access, without anything personal.
struct AccessEntry
{
    QString id; ///< UUID made at the desk; makes it idempotent.
    UtcTime at{};
    UserId actor;
    std::optional<SubjectId> subject;
    QString action; ///< As in LookUp.
    QString reason; ///< As in LookUp.
    qint64 count = 1;

    friend bool operator==(const AccessEntry &, const AccessEntry &) = default;
};

} // namespace consent::central
