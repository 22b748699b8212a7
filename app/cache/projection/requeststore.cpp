#include "cache/projection/requeststore.h"

#include "cache/projection/requesttexts_p.h"
#include "vault/database/sqlconnection.h"
#include "vault/database/sqlstatement.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace consent::cache {

namespace {

// Each whole, with the same columns in the same places.
constexpr auto byId =
    u"SELECT person.id,opening,request.state,outcome,decided,closed,stops,extra_days,recipients,ground,"
    "document,sha256,conflicts,personal,objected FROM request JOIN person ON person.number=request.person"
    " JOIN request_event ON request_event.person=request.person AND request_event.request=request.id"
    " AND request_event.event=request.opening WHERE request.id=? ORDER BY received LIMIT 1";
constexpr auto allOpen =
    u"SELECT person.id,opening,request.state,outcome,decided,closed,stops,extra_days,recipients,ground,"
    "document,sha256,conflicts,personal,objected FROM request JOIN person ON person.number=request.person"
    " JOIN request_event ON request_event.person=request.person AND"
    " request_event.request=request.id AND request_event.event=request.opening WHERE request.state<6"
    " ORDER BY received,request.id";
constexpr auto allClosed =
    u"SELECT person.id,opening,request.state,outcome,decided,closed,stops,extra_days,recipients,ground,"
    "document,sha256,conflicts,personal,objected FROM request JOIN person ON person.number=request.person"
    " JOIN request_event ON request_event.person=request.person AND"
    " request_event.request=request.id AND request_event.event=request.opening WHERE request.state=6"
    " ORDER BY received DESC,request.id LIMIT ?";
constexpr auto closedFrom =
    u"SELECT person.id,opening,request.state,outcome,decided,closed,stops,extra_days,recipients,ground,"
    "document,sha256,conflicts,personal,objected FROM request JOIN person ON person.number=request.person"
    " JOIN request_event ON request_event.person=request.person AND"
    " request_event.request=request.id AND request_event.event=request.opening WHERE request.state=6"
    " AND received<=? AND (received<? OR request.id>?) ORDER BY received DESC,request.id LIMIT ?";
constexpr auto bySubject =
    u"SELECT person.id,opening,request.state,outcome,decided,closed,stops,extra_days,recipients,ground,"
    "document,sha256,conflicts,personal,objected FROM request JOIN person ON person.number=request.person"
    " JOIN request_event ON request_event.person=request.person AND"
    " request_event.request=request.id AND request_event.event=request.opening"
    " WHERE person.id=? ORDER BY received,request.id";

static_assert(static_cast<int>(domain::RequestState::Closed) == 6, "the statements above say so");

QJsonObject jsonOf(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

} // namespace

RequestStore::RequestStore(vault::SqlConnection &connection, EventStore &events)
    : m_connection(connection)
    , m_events(events)
    , m_numbers(connection)
{
}

Result<std::optional<RequestRow>> RequestStore::find(const RequestId &request) const
{
    auto query = m_connection.statement(QString::fromUtf16(byId));
    query.bind(idBytes(request));
    auto rows = read(std::move(query));
    if (!rows)
        return rows.error();
    return rows->empty() ? std::nullopt : std::optional(std::move(rows->front()));
}

Result<std::vector<RequestRow>> RequestStore::open() const
{
    return read(m_connection.statement(QString::fromUtf16(allOpen)));
}

Result<std::vector<RequestRow>> RequestStore::closed(int limit) const
{
    auto query = m_connection.statement(QString::fromUtf16(allClosed));
    query.bind(limit);
    return read(std::move(query));
}

Result<std::vector<RequestRow>> RequestStore::closedAfter(UtcTime received, const RequestId &request, int limit) const
{
    auto query = m_connection.statement(QString::fromUtf16(closedFrom));
    query.bind(toMs(received), toMs(received), idBytes(request), limit);
    return read(std::move(query));
}

Result<std::vector<RequestRow>> RequestStore::ofSubject(const SubjectId &subject) const
{
    auto query = m_connection.statement(QString::fromUtf16(bySubject));
    query.bind(idBytes(subject));
    return read(std::move(query));
}

Result<std::vector<RequestRow>> RequestStore::read(vault::SqlStatement query) const
{
    const auto time = [&query](int column) {
        return query.isNull(column) ? std::nullopt : std::optional(query.time(column));
    };
    std::vector<RequestRow> rows;
    while (true) {
        const auto more = query.next();
        if (!more)
            return more.error();
        if (!*more)
            return rows;
        const auto opening = m_events.at(query.integer(1));
        if (!opening)
            return opening.error();
        auto opened = ledger::RequestOpened::fromFacts(opening->event.event.facts);
        if (!opened)
            return opened.error();
        RequestRow row;
        ledger::RequestRecord &record = row.record;
        record.subject = idFrom<SubjectId>(query.blob(0));
        record.opened = *std::move(opened);
        record.openedBy = opening->event.event.id;
        record.state = static_cast<domain::RequestState>(query.integer(2));
        if (!query.isNull(3))
            record.outcome = static_cast<domain::RequestOutcome>(query.integer(3));
        record.decided = time(4);
        record.closed = time(5);
        record.stops = requesttexts::toStops(query.text(6));
        record.extraDays = int(query.integer(7));
        record.recipients = requesttexts::toRecipients(query.text(8));
        if (!query.isNull(9))
            record.ground = static_cast<domain::RefusalGround>(query.integer(9));
        record.document = query.text(10);
        record.sha256 = query.text(11);
        record.conflicts = int(query.integer(12));
        row.personal = jsonOf(query.text(13));
        record.objected = time(14);
        rows.push_back(std::move(row));
    }
}

Result<std::vector<RequestEventRow>> RequestStore::events(const RequestId &request) const
{
    auto query = m_connection.statement(
        u"SELECT request_event.event,personal,conflict,state FROM request_event"
        " JOIN event ON event.number=request_event.event JOIN device ON device.number=event.device WHERE request=?"
        " ORDER BY event.time,device.id,event.seq"_s);
    query.bind(idBytes(request));
    std::vector<RequestEventRow> rows;
    while (true) {
        const auto more = query.next();
        if (!more)
            return more.error();
        if (!*more)
            return rows;
        auto stored = m_events.at(query.integer(0));
        if (!stored)
            return stored.error();
        const EventId id = stored->event.event.id;
        rows.push_back({*std::move(stored),
                        jsonOf(query.text(1)),
                        {id, query.integer(2) != 0, static_cast<domain::RequestState>(query.integer(3))}});
    }
}

Result<std::map<domain::RequestState, int>> RequestStore::counts() const
{
    std::map<domain::RequestState, int> counts;
    for (const auto &entry : domain::codesOf<domain::RequestState>)
        counts.emplace(entry.value, 0);
    auto query =
        m_connection.statement(u"SELECT state,count(*) FROM request WHERE opening IS NOT NULL GROUP BY state"_s);
    while (true) {
        const auto more = query.next();
        if (!more)
            return more.error();
        if (!*more)
            return counts;
        counts[static_cast<domain::RequestState>(query.integer(0))] = int(query.integer(1));
    }
}

Result<std::optional<Freeze>> RequestStore::frozen(const SubjectId &subject) const
{
    // Registrations that are one person are frozen together.
    auto query = m_connection.statement(
        u"WITH me(number) AS (SELECT number FROM person WHERE id=?), head(number) AS (SELECT coalesce("
        "(SELECT standing FROM person_group WHERE person=me.number),me.number) FROM me)"
        " SELECT request.id,frozen FROM request WHERE frozen IS NOT NULL AND (person=(SELECT number FROM head) OR"
        " person IN (SELECT person FROM person_group WHERE standing=(SELECT number FROM head)))"
        " ORDER BY frozen,request.id LIMIT 1"_s);
    const auto row = query.bind(idBytes(subject)).next();
    if (!row)
        return row.error();
    return *row ? std::optional(Freeze{idFrom<RequestId>(query.blob(0)), query.time(1)}) : std::nullopt;
}

Result<std::vector<qint64>> RequestStore::frozenPersons() const
{
    auto query = m_connection.statement(
        u"WITH own(person) AS (SELECT person FROM request WHERE frozen IS NOT NULL), head(person) AS (SELECT coalesce("
        "(SELECT standing FROM person_group WHERE person_group.person=own.person),own.person) FROM own)"
        " SELECT person FROM own UNION SELECT person FROM head UNION SELECT person FROM person_group WHERE standing IN"
        " (SELECT person FROM head) ORDER BY 1"_s);
    std::vector<qint64> persons;
    while (true) {
        const auto more = query.next();
        if (!more)
            return more.error();
        if (!*more)
            return persons;
        persons.push_back(query.integer(0));
    }
}

} // namespace consent::cache
