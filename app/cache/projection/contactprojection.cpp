#include "cache/projection/contactprojection.h"

#include "ledger/consentfacts.h"
#include "ledger/contactfacts.h"
#include "ledger/eventtypes.h"
#include "ledger/mistakes.h"
#include "vault/database/sqlconnection.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace consent::cache {

namespace types = ledger::eventtypes;

namespace {

bool isEnding(const QString &type)
{
    return type == types::consentOptedOut || type == types::consentWithdrawn;
}

qint64 orderMs(const StoredEvent &stored)
{
    return toMs(ledger::orderTime(stored.event.event));
}

} // namespace

ContactProjection::ContactProjection(vault::SqlConnection &connection, EventStore &events, ConsentStateStore &states)
    : m_connection(connection)
    , m_events(events)
    , m_states(states)
    , m_numbers(connection)
{
}

Result<void> ContactProjection::apply(const StoredEvent &stored, const std::optional<QJsonObject> &personal)
{
    const ledger::Event &event = stored.event.event;
    const auto person = m_numbers.of(*event.subject);
    if (!person)
        return person.error();
    if (event.type == types::provisionMade)
        return provisionMade(stored, *person);
    if (event.type == types::provisionCorrected)
        return provisionCorrected(stored, *person);
    if (event.type == types::resultTold)
        return resultTold(stored, *person);
    if (event.type == types::consentReconfirmed)
        return reconfirmed(stored, *person);
    if (event.type == types::consentMistaken)
        return mistaken(stored, *person);
    if (event.type == types::guardianLinked) {
        const auto facts = ledger::GuardianLinked::fromFacts(event.facts);
        return facts ? guardian(stored, facts->method, personal) : Result<void>();
    }
    return {};
}

// Facts that are not as this program writes them stay in the ledger, verified, and show nothing.

Result<void> ContactProjection::provisionMade(const StoredEvent &stored, qint64 person)
{
    const auto facts = ledger::ProvisionMade::fromFacts(stored.event.event.facts);
    if (!facts)
        return {};
    return m_connection.run(u"INSERT OR REPLACE INTO provision(id,event,person,at,recipient,purpose,items,basis)"
                            " VALUES(?,?,?,?,?,?,?,?)"_s,
                            idBytes(facts->provision), stored.number, person, orderMs(stored), facts->recipient,
                            facts->purpose, facts->items.join(u','), static_cast<int>(facts->basis));
}

Result<void> ContactProjection::provisionCorrected(const StoredEvent &stored, qint64 person)
{
    const auto facts = ledger::ProvisionCorrected::fromFacts(stored.event.event.facts);
    if (!facts)
        return {};
    return m_connection.run(u"INSERT OR REPLACE INTO provision_correction(provision,event,person,at,request)"
                            " VALUES(?,?,?,?,?)"_s,
                            idBytes(facts->provision), stored.number, person, orderMs(stored), facts->request);
}

Result<void> ContactProjection::resultTold(const StoredEvent &stored, qint64 person)
{
    const auto facts = ledger::ResultTold::fromFacts(stored.event.event.facts);
    if (!facts)
        return {};
    auto written = m_connection.run(
        u"INSERT OR REPLACE INTO result_told(about,event,person,told,channel) VALUES(?,?,?,?,?)"_s,
        idBytes(facts->about), stored.number, person, toMs(facts->told), static_cast<int>(facts->channel));
    return written ? settleNotice(facts->about, person) : written;
}

/// The first telling counts; at the same moment the lower channel, so that no order of arrival shows.
Result<void> ContactProjection::settleNotice(const EventId &about, qint64 person)
{
    const QByteArray id = idBytes(about);
    return m_connection.run(
        u"UPDATE result_notice SET (told,channel)=(SELECT told,channel FROM result_told WHERE about=?"
        " AND person=result_notice.person ORDER BY told,channel LIMIT 1)"
        " WHERE person=? AND event=(SELECT number FROM event WHERE id=?)"_s,
        id, person, id);
}

Result<void> ContactProjection::expectNotice(const StoredEvent &stored)
{
    const auto person = m_numbers.of(*stored.event.event.subject);
    if (!person)
        return person.error();
    auto written = m_connection.run(u"INSERT OR REPLACE INTO result_notice(event,person,at) VALUES(?,?,?)"_s,
                                    stored.number, *person, orderMs(stored));
    return written ? settleNotice(stored.event.event.id, *person) : written;
}

Result<void> ContactProjection::captured(const StoredEvent &stored, const ledger::ConsentCaptured &facts,
                                         const std::optional<QJsonObject> &personal)
{
    if (auto linked = guardian(stored, facts.guardianMethod, personal); !linked)
        return linked;
    const bool advertising = std::ranges::any_of(facts.items, [](const ledger::CapturedItem &item) {
        return item.category == domain::ItemCategory::Marketing && item.channel != domain::Channel::None;
    });
    return advertising ? expectNotice(stored) : Result<void>();
}

Result<void> ContactProjection::ended(const StoredEvent &stored)
{
    return expectNotice(stored);
}

Result<void> ContactProjection::reconfirmed(const StoredEvent &stored, qint64 person)
{
    const auto facts = ledger::ConsentReconfirmed::fromFacts(stored.event.event.facts);
    if (!facts)
        return {};
    if (auto written = m_connection.run(
            u"INSERT OR REPLACE INTO reconfirmation(event,person,at,items,outcome,keeps,batch) VALUES(?,?,?,?,?,?,?)"_s,
            stored.number, person, orderMs(stored), facts->items.join(u','), static_cast<int>(facts->outcome),
            static_cast<int>(facts->keeps), facts->batch);
        !written)
        return written;
    if (!facts->keeps)
        return {};
    for (const QString &item : facts->items) {
        const auto scope = m_numbers.ofScope(item);
        if (!scope)
            return scope.error();
        // At the same moment the lower id, whatever came first.
        if (auto written = m_connection.run(
                u"INSERT INTO consent_kept(person,scope,time,event) VALUES(?,?,?,?) ON CONFLICT(person,scope)"
                " DO UPDATE SET time=excluded.time,event=excluded.event WHERE excluded.time>time OR"
                " (excluded.time=time AND (SELECT id FROM event WHERE number=excluded.event)<"
                "(SELECT id FROM event WHERE number=consent_kept.event))"_s,
                person, *scope, orderMs(stored), stored.number);
            !written)
            return written;
    }
    return {};
}

Result<void> ContactProjection::guardian(const StoredEvent &stored, const QString &method,
                                         const std::optional<QJsonObject> &personal)
{
    const QJsonObject who = personal.value_or(QJsonObject()).value("guardian"_L1).toObject();
    if (who.isEmpty())
        return {};
    const auto person = m_numbers.of(*stored.event.event.subject);
    if (!person)
        return person.error();
    return m_connection.run(
        u"INSERT OR REPLACE INTO guardian_link(event,person,at,method,name,phone,relation) VALUES(?,?,?,?,?,?,?)"_s,
        stored.number, *person, orderMs(stored), method, who.value("name"_L1).toString(),
        who.value("phone"_L1).toString(), who.value("relation"_L1).toString());
}

Result<bool> ContactProjection::isMistaken(const StoredEvent &ending)
{
    auto query = m_connection.statement(u"SELECT event FROM consent_mistake WHERE mistaken=?"_s);
    query.bind(idBytes(ending.event.event.id));
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return false;
        const auto mistake = m_events.at(query.integer(0));
        if (!mistake)
            return mistake.error();
        if (ledger::undoes(mistake->event.event, ending.event.event))
            return true;
    }
}

Result<void> ContactProjection::mistaken(const StoredEvent &stored, qint64 person)
{
    const auto facts = ledger::ConsentMistaken::fromFacts(stored.event.event.facts);
    if (!facts)
        return {};
    if (auto written =
            m_connection.run(u"INSERT OR REPLACE INTO consent_mistake(mistaken,event,person) VALUES(?,?,?)"_s,
                             idBytes(facts->mistaken), stored.number, person);
        !written)
        return written;
    const auto ending = m_events.find(facts->mistaken);
    if (!ending)
        return ending.error().kind == ErrorKind::NotFound ? Result<void>() : ending.error();
    if (!ledger::undoes(stored.event.event, ending->event.event))
        return {};
    if (auto removed = m_connection.run(u"DELETE FROM result_notice WHERE event=?"_s, ending->number); !removed)
        return removed;
    return foldAgain(*stored.event.event.subject, person);
}

/// The consent states of a person from all their events that are here, without the slips.
Result<void> ContactProjection::foldAgain(const SubjectId &subject, qint64 person)
{
    if (auto removed = m_connection.run(u"DELETE FROM consent_state WHERE person=?"_s, person); !removed)
        return removed;
    const auto events = m_events.ofSubject(subject);
    if (!events)
        return events.error();
    for (const StoredEvent &stored : *events) {
        if (isEnding(stored.event.event.type)) {
            const auto slip = isMistaken(stored);
            if (!slip)
                return slip.error();
            if (*slip)
                continue;
        }
        for (const ledger::ConsentStatement &statement : ledger::consentStatements(stored.event.event)) {
            if (auto applied = m_states.apply(statement, stored.number); !applied)
                return applied;
        }
    }
    return {};
}

Result<void> ContactProjection::drop(qint64 person)
{
    static constexpr std::array statements{
        u"DELETE FROM provision WHERE person=?",     u"DELETE FROM provision_correction WHERE person=?",
        u"DELETE FROM result_notice WHERE person=?", u"DELETE FROM result_told WHERE person=?",
        u"DELETE FROM consent_kept WHERE person=?",  u"DELETE FROM reconfirmation WHERE person=?",
        u"DELETE FROM guardian_link WHERE person=?", u"DELETE FROM consent_mistake WHERE person=?"};
    for (const char16_t *statement : statements) {
        if (auto removed = m_connection.run(QString::fromUtf16(statement), person); !removed)
            return removed;
    }
    return {};
}

Result<void> ContactProjection::clear()
{
    return m_connection.runScript(
        "DELETE FROM provision; DELETE FROM provision_correction; DELETE FROM result_notice; DELETE FROM result_told;"
        "DELETE FROM consent_kept; DELETE FROM reconfirmation; DELETE FROM guardian_link; DELETE FROM "
        "consent_mistake;");
}

Result<QByteArray> ContactProjection::digest(qint64 person) const
{
    static constexpr std::array statements{
        u"SELECT hex(id)||'|'||event||'|'||at||'|'||recipient||'|'||purpose||'|'||items||'|'||basis FROM provision"
        " WHERE person=? ORDER BY id,event",
        u"SELECT hex(provision)||'|'||event||'|'||at||'|'||request FROM provision_correction WHERE person=?"
        " ORDER BY provision,event",
        u"SELECT event||'|'||at||'|'||coalesce(told,'-')||'|'||coalesce(channel,'-') FROM result_notice WHERE person=?"
        " ORDER BY event",
        u"SELECT hex(about)||'|'||event||'|'||told||'|'||channel FROM result_told WHERE person=? ORDER BY about,event",
        u"SELECT scope||'|'||time||'|'||event FROM consent_kept WHERE person=? ORDER BY scope",
        u"SELECT event||'|'||at||'|'||items||'|'||outcome||'|'||keeps||'|'||batch FROM reconfirmation WHERE person=?"
        " ORDER BY event",
        u"SELECT event||'|'||at||'|'||method||'|'||name||'|'||phone||'|'||relation FROM guardian_link WHERE person=?"
        " ORDER BY event",
        u"SELECT hex(mistaken)||'|'||event FROM consent_mistake WHERE person=? ORDER BY mistaken,event"};
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
