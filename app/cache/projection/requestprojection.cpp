#include "cache/projection/requestprojection.h"

#include "cache/projection/requesttexts_p.h"
#include "vault/database/sqlconnection.h"

#include <QJsonDocument>

#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace consent::cache {

namespace {

template <typename E> std::optional<int> number(const std::optional<E> &value)
{
    return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

std::optional<qint64> ms(const std::optional<UtcTime> &time)
{
    return time ? std::optional(toMs(*time)) : std::nullopt;
}

} // namespace

RequestProjection::RequestProjection(vault::SqlConnection &connection, EventStore &events)
    : m_connection(connection)
    , m_events(events)
    , m_numbers(connection)
{
}

Result<void> RequestProjection::apply(const StoredEvent &stored, const std::optional<QJsonObject> &personal)
{
    const auto request = ledger::requestOf(stored.event.event);
    if (!request)
        return {};
    const auto person = m_numbers.of(*stored.event.event.subject);
    if (!person)
        return person.error();
    const QString text =
        personal ? QString::fromUtf8(QJsonDocument(*personal).toJson(QJsonDocument::Compact)) : QString();
    if (auto kept = m_connection.run(u"INSERT INTO request_event(person,request,event,personal) VALUES(?,?,?,?)"
                                     " ON CONFLICT(person,request,event) DO UPDATE SET personal=excluded.personal"_s,
                                     *person, idBytes(*request), stored.number, text);
        !kept)
        return kept;
    return refold(*person, *request);
}

Result<void> RequestProjection::refold(qint64 person, const RequestId &request)
{
    std::vector<ledger::Event> events;
    std::map<EventId, qint64> numbers;
    {
        auto query = m_connection.statement(u"SELECT event FROM request_event WHERE person=? AND request=?"_s);
        query.bind(person, idBytes(request));
        while (true) {
            const auto row = query.next();
            if (!row)
                return row.error();
            if (!*row)
                break;
            auto stored = m_events.at(query.integer(0));
            if (!stored)
                return stored.error();
            numbers.emplace(stored->event.event.id, stored->number);
            events.push_back(std::move(stored->event.event));
        }
    }
    const ledger::RequestFold fold = ledger::foldRequest(std::move(events));
    for (const ledger::RequestTrace &trace : fold.traces) {
        if (auto marked = m_connection.run(
                u"UPDATE request_event SET conflict=?,state=? WHERE person=? AND request=? AND event=?"_s,
                trace.conflict, static_cast<int>(trace.state), person, idBytes(request), numbers.at(trace.event));
            !marked)
            return marked;
    }
    return put(person, request, fold);
}

Result<void> RequestProjection::put(qint64 person, const RequestId &request, const ledger::RequestFold &fold)
{
    const ledger::RequestRecord record = fold.record.value_or(ledger::RequestRecord());
    std::optional<qint64> opening;
    if (fold.record) {
        const auto stored = m_events.find(record.openedBy);
        if (!stored)
            return stored.error();
        opening = stored->number;
    }
    return m_connection.run(
        u"INSERT OR REPLACE INTO request(person,id,opening,state,outcome,received,decided,closed,stops,extra_days,"
        "recipients,ground,document,sha256,conflicts,frozen,objected) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"_s,
        person, idBytes(request), opening, static_cast<int>(record.state), number(record.outcome),
        toMs(record.opened.received), ms(record.decided), ms(record.closed), requesttexts::fromStops(record.stops),
        record.extraDays, requesttexts::fromRecipients(record.recipients), number(record.ground), record.document,
        record.sha256, record.conflicts, ms(fold.frozen), ms(record.objected));
}

Result<void> RequestProjection::drop(qint64 person)
{
    if (auto removed = m_connection.run(u"DELETE FROM request_event WHERE person=?"_s, person); !removed)
        return removed;
    return m_connection.run(u"DELETE FROM request WHERE person=?"_s, person);
}

Result<void> RequestProjection::clear()
{
    return m_connection.runScript("DELETE FROM request_event; DELETE FROM request;");
}

Result<QByteArray> RequestProjection::digest(qint64 person) const
{
    static constexpr std::array statements{
        u"SELECT hex(request)||'|'||event||'|'||personal||'|'||conflict||'|'||state FROM request_event WHERE person=?"
        " ORDER BY request,event",
        u"SELECT hex(id)||'|'||coalesce(opening,'-')||'|'||state||'|'||coalesce(outcome,'-')||'|'||received||'|'||"
        "coalesce(decided,'-')||'|'||coalesce(closed,'-')||'|'||stops||'|'||extra_days||'|'||recipients||'|'||"
        "coalesce(ground,'-')||'|'||document||'|'||sha256||'|'||conflicts||'|'||coalesce(frozen,'-')||'|'||"
        "coalesce(objected,'-') FROM request"
        " WHERE person=? ORDER BY id"};
    QByteArray text;
    for (const char16_t *statement : statements) {
        auto query = m_connection.statement(QString::fromUtf16(statement));
        query.bind(person);
        while (true) {
            const auto row = query.next();
            if (!row)
                return row.error();
            if (!*row)
                break;
            text += query.text(0).toUtf8() + '\n';
        }
        text += '\f';
    }
    return text;
}

} // namespace consent::cache
