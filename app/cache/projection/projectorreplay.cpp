#include "cache/log/consentlogstore.h"
#include "cache/projection/consentstatestore.h"
#include "cache/projection/projector.h"
#include "cache/store/cachewords_p.h"
#include "cache/store/documentstore.h"
#include "vault/database/sqlconnection.h"
#include "vault/database/sqltransaction.h"

#include <algorithm>
#include <array>
#include <map>

using namespace Qt::StringLiterals;

// Replaying what the Projector did: for one person, for all, and for proof.
namespace consent::cache {

namespace {

constexpr int eventsPerTransaction = 2000;
constexpr size_t peoplePerTransaction = 64;
constexpr qint64 reportEvery = 1000;
constexpr QLatin1StringView rebuilding("rebuilding");

bool isCancelled(const std::atomic_bool *cancelled)
{
    return cancelled != nullptr && cancelled->load();
}

/// Every row of a statement as one text, for comparing.
Result<QByteArray> rowsAsText(vault::SqlStatement query, int columns)
{
    QByteArray text;
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return text;
        for (int column = 0; column < columns; ++column) {
            const QByteArray value = query.isNull(column) ? QByteArray("\0", 1) : query.blob(column);
            text += QByteArray::number(value.size()) + ':' + value;
        }
        text += '\n';
    }
}

} // namespace

Result<void> Projector::dropPerson(const SubjectId &subject, qint64 number)
{
    if (auto removed = m_connection.run(u"DELETE FROM consent_state WHERE person=?"_s, number); !removed)
        return removed;
    if (auto dropped = m_requests.drop(number); !dropped)
        return dropped;
    if (auto dropped = m_contacts.drop(number); !dropped)
        return dropped;
    const auto rows = m_log.ofSubject(subject);
    if (!rows)
        return rows.error();
    for (const ConsentLogRow &row : *rows) {
        const auto event = m_connection.number(u"SELECT number FROM event WHERE id=?"_s, idBytes(row.event));
        if (!event)
            return event.error();
        if (auto removed = m_log.remove(*event); !removed)
            return removed;
    }
    for (auto dropped : {m_evidence.drop(number), m_merges.drop(number), m_candidates.drop(number)}) {
        if (!dropped)
            return dropped;
    }
    return m_subjects.remove(number);
}

Result<void> Projector::forget(const SubjectId &subject)
{
    const auto number = m_numbers.find(subject);
    if (!number)
        return number.error();
    return *number ? dropPerson(subject, **number) : Result<void>();
}

Result<void> Projector::reproject(const SubjectId &subject, const Opener &open)
{
    const auto number = m_numbers.find(subject);
    if (!number)
        return number.error();
    if (!*number)
        return {};
    if (auto dropped = dropPerson(subject, **number); !dropped)
        return dropped;
    const auto events = m_events.ofSubject(subject);
    if (!events)
        return events.error();
    for (const StoredEvent &stored : *events) {
        const auto personal = open(stored.event);
        if (!personal)
            return personal.error();
        if (auto applied = apply(stored, *personal); !applied)
            return applied;
    }
    return {};
}

Result<bool> Projector::wasInterrupted() const
{
    const auto marks = m_connection.number(u"SELECT count(*) FROM setting WHERE name=?"_s, QString(rebuilding));
    return marks ? Result<bool>(*marks > 0) : marks.error();
}

Result<void> Projector::markIncomplete(bool incomplete)
{
    return incomplete
               ? m_connection.run(u"INSERT OR REPLACE INTO setting(name,value) VALUES(?,1)"_s, QString(rebuilding))
               : m_connection.run(u"DELETE FROM setting WHERE name=?"_s, QString(rebuilding));
}

Result<qint64> Projector::rebuild(const Opener &open, const Progress &progress, const std::atomic_bool *cancelled)
{
    const auto total = m_events.count();
    if (!total)
        return total.error();
    {
        auto transaction = vault::SqlTransaction::begin(m_connection);
        if (!transaction)
            return transaction.error();
        for (auto cleared : {markIncomplete(true), m_subjects.clear(), m_states.clear(), m_log.clear(),
                             m_contacts.clear(), m_requests.clear(), m_documents.clearPublished(), m_evidence.clear(),
                             m_merges.clear(), m_candidates.clear()}) {
            if (!cleared)
                return cleared.error();
        }
        if (auto committed = transaction->commit(); !committed)
            return committed.error();
    }

    qint64 done = 0;
    qint64 last = 0; // number of the last event replayed
    while (true) {
        auto transaction = vault::SqlTransaction::begin(m_connection);
        if (!transaction)
            return transaction.error();
        // Arrival order: the same result as any other order, and the disk is read from front to back.
        const auto batch = m_events.after(last, eventsPerTransaction);
        if (!batch)
            return batch.error();
        if (batch->empty())
            break;
        for (const StoredEvent &stored : *batch) {
            if (isCancelled(cancelled)) {
                return Error{ErrorKind::Cancelled,
                             QCoreApplication::translate("consent::cache::Projector",
                                                         "Stopped before the end. No record is lost, but lists are not "
                                                         "complete until they are rebuilt."),
                             QString()};
            }
            const auto personal = open(stored.event);
            if (!personal)
                return personal.error();
            if (auto applied = apply(stored, *personal); !applied)
                return applied.error();
            if (++done % reportEvery == 0 && progress)
                progress(done, *total);
            last = stored.number;
        }
        if (auto committed = transaction->commit(); !committed)
            return committed.error();
    }
    if (auto unmarked = markIncomplete(false); !unmarked)
        return unmarked.error();
    if (progress)
        progress(done, *total);
    return done;
}

/// Everything that is stored about a person's events, but for numbers that a replay may give anew.
Result<QByteArray> Projector::digestOfPerson(qint64 number) const
{
    auto subject = m_connection.statement(
        u"SELECT name,phone,birth_date,email,state,guardian_name,guardian_phone,guardian_relation,registration,"
        "last_contact,stamps FROM subject WHERE person=?"_s);
    auto states =
        m_connection.statement(u"SELECT scope,status,time,event FROM consent_state WHERE person=? ORDER BY scope"_s);
    auto log = m_connection.statement(
        u"SELECT consent_log.place>>20,event.number,consent_log.person,staff,kind,method,outcome,granted,refused,ended,"
        "flagged,receipt FROM event JOIN consent_log ON consent_log.event=event.number WHERE event.person=?"
        " ORDER BY event.number"_s);
    auto evidence = m_connection.statement(
        u"SELECT event,address,kind,media,bytes,about,about_id,cut FROM evidence WHERE person=? ORDER BY event"_s);
    auto ties = m_connection.statement(
        u"WITH who(number) AS (SELECT ?) SELECT 'm',merge_event.event,merge,into_person,from_person,merge_event.time "
        u"FROM merge_event"
        " JOIN event ON event.number=merge_event.event WHERE person=(SELECT number FROM who) UNION ALL"
        " SELECT 's',separation_event.event,merge,0,0,0 FROM separation_event"
        " JOIN event ON event.number=separation_event.event WHERE person=(SELECT number FROM who) UNION ALL"
        " SELECT 'd',distinct_event.event,x'',low,high,0 FROM distinct_event"
        " JOIN event ON event.number=distinct_event.event WHERE person=(SELECT number FROM who) UNION ALL"
        " SELECT 'g',0,x'',standing,0,0 FROM person_group WHERE person=(SELECT number FROM who) UNION ALL"
        " SELECT 'c',0,x'',low,high,reason FROM merge_candidate WHERE low=(SELECT number FROM who) UNION ALL"
        " SELECT 'c',0,x'',low,high,reason FROM merge_candidate WHERE high=(SELECT number FROM who) ORDER BY 1,2,3,4,5"_s);
    const std::array parts{rowsAsText(std::move(subject.bind(number)), 11),
                           rowsAsText(std::move(evidence.bind(number)), 8),
                           rowsAsText(std::move(ties.bind(number)), 6),
                           rowsAsText(std::move(states.bind(number)), 4),
                           rowsAsText(std::move(log.bind(number)), 12),
                           m_subjects.termsOf(number),
                           m_contacts.digest(number),
                           m_requests.digest(number)};
    QByteArray text;
    for (const auto &part : parts) {
        if (!part)
            return part.error();
        text += *part + '\f';
    }
    return text;
}

Result<std::optional<Projector::Difference>> Projector::comparePerson(qint64 number, const Opener &open)
{
    const auto subject = m_numbers.person(number);
    if (!subject)
        return subject.error();
    const auto before = digestOfPerson(number);
    if (!before)
        return before.error();
    if (auto replayed = reproject(*subject, open); !replayed)
        return replayed.error();
    const auto after = digestOfPerson(number);
    if (!after)
        return after.error();
    return *before == *after ? std::nullopt : std::optional(Difference{u"person %1"_s.arg(subject->toString())});
}

Result<std::optional<Projector::Difference>> Projector::compareDocuments()
{
    const auto transaction = vault::SqlTransaction::begin(m_connection); // undone at the end
    if (!transaction)
        return transaction.error();
    const auto text = [this] {
        return rowsAsText(m_connection.statement(u"SELECT kind,id,facts,bytes,event FROM document"
                                                 " WHERE event IS NOT NULL ORDER BY kind,id"_s),
                          5);
    };
    const auto before = text();
    if (!before)
        return before.error();
    if (auto cleared = m_documents.clearPublished(); !cleared)
        return cleared.error();
    auto query = m_connection.statement(u"SELECT event.number FROM event JOIN device ON device.number=event.device"
                                        " WHERE person IS NULL ORDER BY time,device.id,seq"_s);
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            break;
        const auto stored = m_events.at(query.integer(0));
        if (!stored)
            return stored.error();
        if (auto applied = apply(*stored, std::nullopt); !applied)
            return applied.error();
    }
    const auto after = text();
    if (!after)
        return after.error();
    return *before == *after ? std::nullopt : std::optional(Difference{u"documents"_s});
}

/// The counts of the log's days, and that no term or row stands there for nobody.
Result<std::optional<Projector::Difference>> Projector::compareDays()
{
    constexpr qint64 dayMs = 86'400'000;
    constexpr qint64 koreaMs = 32'400'000;
    std::map<qint64, qint64> counted;
    auto places = m_connection.statement(u"SELECT place>>20 FROM consent_log"_s);
    while (true) {
        const auto row = places.next();
        if (!row)
            return row.error();
        if (!*row)
            break;
        ++counted[(places.integer(0) + koreaMs) / dayMs];
    }
    std::map<qint64, qint64> stored;
    auto days = m_connection.statement(u"SELECT day,rows FROM consent_log_day WHERE rows<>0"_s);
    while (true) {
        const auto row = days.next();
        if (!row)
            return row.error();
        if (!*row)
            break;
        stored.emplace(days.integer(0), days.integer(1));
    }
    if (counted != stored)
        return std::optional(Difference{u"days of the consent log"_s});

    const auto strays = m_connection.number(
        u"SELECT (SELECT count(*) FROM consent_log LEFT JOIN event ON event.number=consent_log.event"
        " WHERE event.number IS NULL)"
        "+(SELECT count(*) FROM receipt LEFT JOIN consent_log ON consent_log.event=receipt.event"
        " WHERE consent_log.event IS NULL)"_s);
    if (!strays)
        return strays.error();
    return *strays == 0 ? std::nullopt : std::optional(Difference{u"rows of the consent log without their event"_s});
}

Result<std::optional<Projector::Difference>> Projector::compare(const Opener &open, const Progress &progress,
                                                                const std::atomic_bool *cancelled)
{
    for (auto check : {&Projector::compareDocuments, &Projector::compareDays}) {
        auto difference = (this->*check)();
        if (!difference || *difference)
            return difference;
    }
    const auto last = m_connection.number(u"SELECT coalesce(max(number),0) FROM person"_s);
    if (!last)
        return last.error();
    qint64 terms = 0;
    for (qint64 first = 1; first <= *last; first += static_cast<qint64>(peoplePerTransaction)) {
        const auto transaction = vault::SqlTransaction::begin(m_connection); // undone at the end
        if (!transaction)
            return transaction.error();
        const qint64 end = std::min(first + static_cast<qint64>(peoplePerTransaction), *last + 1);
        for (qint64 number = first; number < end; ++number) {
            if (isCancelled(cancelled))
                return CacheWords::cancelled();
            auto difference = comparePerson(number, open);
            if (!difference || *difference)
                return difference;
            const auto mine = m_subjects.termCount(number);
            if (!mine)
                return mine.error();
            terms += *mine;
        }
        if (progress)
            progress(end - 1, *last);
    }
    const auto stored = m_connection.number(u"SELECT count(*) FROM search_term"_s);
    if (!stored)
        return stored.error();
    return *stored == terms ? std::nullopt : std::optional(Difference{u"search terms of nobody"_s});
}

} // namespace consent::cache
