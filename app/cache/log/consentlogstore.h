#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "cache/store/numbers.h"
#include "domain/consent.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace consent::vault {
class SqlStatement;
}

namespace consent::cache {

/// What of the log is wanted; empty fields do not filter.
struct ConsentLogFilter
{
    QDate from; ///< Korean dates, both inclusive.
    QDate to;
    std::optional<UserId> agent;
    QString item;                             ///< Item code: rows that say anything about it.
    std::optional<domain::Decision> decision; ///< Of that item; without an item, of any.
    std::optional<domain::CaptureMethod> method;

    friend bool operator==(const ConsentLogFilter &, const ConsentLogFilter &) = default;
};

enum class LogKind {
    Captured,
    Withdrawn,
    OptedOut,
    Mistaken ///< Says that an ending was a slip of the hand.
};

/// One contact or one ending of consent, for the projector to write.
struct ConsentLogEntry
{
    qint64 event = 0; ///< Number in the EventStore.
    EventId eventId;
    UtcTime at{}; ///< Order time.
    std::optional<SubjectId> subject;
    UserId agent;
    LogKind kind = LogKind::Captured;
    domain::CaptureMethod method = domain::CaptureMethod::PhoneRead;
    domain::ContactOutcome outcome = domain::ContactOutcome::Completed;
    QStringList granted; ///< Item codes.
    QStringList refused;
    QStringList ended; ///< Item codes and blanket scopes.
    bool flagged = false;
    QString receipt;
};

/// One row to show.
struct ConsentLogRow
{
    EventId event;
    UtcTime at{};
    SubjectId subject; ///< Empty when there is none.
    QString name;      ///< Of the subject, unmasked; empty when this PC can't open it.
    UserId agent;
    LogKind kind = LogKind::Captured;
    domain::CaptureMethod method = domain::CaptureMethod::PhoneRead;
    domain::ContactOutcome outcome = domain::ContactOutcome::Completed;
    int granted = 0;
    int refused = 0;
    int ended = 0;
    bool flagged = false;
    QString receipt;

    friend bool operator==(const ConsentLogRow &, const ConsentLogRow &) = default;
};

/// A receipt number as it is compared: letters and digits only, large.
QString receiptKey(const QString &receipt);

/// The consent log, newest first, by position: any stretch of a million rows at once. A projection: see Projector.
///
/// The table keeps, for each day in Korea, how many rows it has; the n-th row is found by adding days up and passing
/// only rows of its own day. A filter by more than dates counts its days once, in one pass over the log (0.1 us a row),
/// and from then on only the days that changed.
/// Cache thread only; opens no transaction.
class ConsentLogStore
{
public:
    explicit ConsentLogStore(vault::SqlConnection &connection); // outlives this

    Result<qint64> count(const ConsentLogFilter &filter);
    /// @param first from 0, the newest
    Result<std::vector<ConsentLogRow>> page(const ConsentLogFilter &filter, qint64 first, int rows);
    /// @return NotFound when the event is not in the log.
    Result<ConsentLogRow> find(const EventId &event) const;
    /// One person's rows, newest first.
    Result<std::vector<ConsentLogRow>> ofSubject(const SubjectId &subject) const;
    /// The record with this receipt number, separators and case aside.
    Result<std::optional<EventId>> eventOfReceipt(const QString &receipt) const;
    /// Item codes that the log speaks of, and everybody who recorded something: what filters can offer.
    Result<QStringList> items() const;
    Result<std::vector<UserId>> agents() const;

    Result<void> append(const ConsentLogEntry &entry);
    Result<void> remove(qint64 event);
    Result<void> clear();

private:
    struct Bound;                          // a filter as the statements take it
    using Days = std::map<qint64, qint64>; // day in Korea to rows

    /// How many rows of a filter each day has.
    struct Counted
    {
        ConsentLogFilter filter;
        Days days;
        std::set<qint64> stale;
    };

    Result<std::optional<Bound>> bound(const ConsentLogFilter &filter) const;
    Result<Days> everyDay(const ConsentLogFilter &filter) const;
    Result<Days> days(const ConsentLogFilter &filter);
    Result<Days> filteredDays(const ConsentLogFilter &filter, const Bound &bound);
    Result<qint64> countBetween(const Bound &bound, qint64 firstPlace, qint64 endPlace) const;
    Result<std::optional<qint64>> placeAt(const Bound &bound, qint64 day, qint64 rowsOfDay, qint64 offset) const;
    Result<std::vector<ConsentLogRow>> read(vault::SqlStatement query) const;
    Result<qint64> freePlace(UtcTime at, const EventId &event) const;
    Result<QString> characters(const QStringList &scopes);
    void touch(qint64 day);
    Result<void> noticeOthers();

    vault::SqlConnection &m_connection;
    mutable Numbers m_numbers;
    std::vector<Counted> m_counted; // most recently used last
    qint64 m_dataVersion = 0;
};

} // namespace consent::cache
