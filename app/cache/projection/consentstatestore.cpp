#include "cache/projection/consentstatestore.h"

#include "vault/database/sqlconnection.h"

#include <map>

using namespace Qt::StringLiterals;

namespace consent::cache {

ConsentStateStore::ConsentStateStore(vault::SqlConnection &connection)
    : m_connection(connection)
    , m_merges(connection)
    , m_numbers(connection)
{
}

Result<void> ConsentStateStore::apply(const ledger::ConsentStatement &statement, qint64 eventNumber)
{
    const auto person = m_numbers.of(statement.subject);
    if (!person)
        return person.error();
    const auto scope = m_numbers.ofScope(statement.scope);
    if (!scope)
        return scope.error();

    auto present = m_connection.statement(u"SELECT status,consent_state.time,device.id,event.seq FROM consent_state"
                                          " JOIN event ON event.number=consent_state.event"
                                          " JOIN device ON device.number=event.device"
                                          " WHERE consent_state.person=? AND scope=?"_s);
    const auto row = present.bind(*person, *scope).next();
    if (!row)
        return row.error();
    if (*row) {
        ledger::ConsentStatement standing = statement;
        standing.status = static_cast<domain::ConsentStatus>(present.integer(0));
        standing.time = present.time(1);
        standing.device = idFrom<DeviceId>(present.blob(2));
        standing.seq = present.integer(3);
        if (!ledger::supersedes(statement, standing))
            return {};
    }
    return m_connection.run(u"INSERT INTO consent_state(person,scope,status,time,event) VALUES(?,?,?,?,?)"
                            " ON CONFLICT(person,scope) DO UPDATE SET status=excluded.status,time=excluded.time,"
                            "event=excluded.event"_s,
                            *person, *scope, static_cast<int>(statement.status), toMs(statement.time), eventNumber);
}

Result<std::vector<ledger::ConsentStatement>> ConsentStateStore::ofRegistration(const SubjectId &subject) const
{
    auto query =
        m_connection.statement(u"SELECT scope.code,status,consent_state.time,device.id,event.seq,event.id FROM person"
                               " JOIN consent_state ON consent_state.person=person.number"
                               " JOIN scope ON scope.number=consent_state.scope"
                               " JOIN event ON event.number=consent_state.event"
                               " JOIN device ON device.number=event.device WHERE person.id=? ORDER BY scope.code"_s);
    query.bind(idBytes(subject));
    std::vector<ledger::ConsentStatement> statements;
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return statements;
        statements.push_back({subject, query.text(0), static_cast<domain::ConsentStatus>(query.integer(1)),
                              query.time(2), idFrom<DeviceId>(query.blob(3)), query.integer(4),
                              idFrom<EventId>(query.blob(5))});
    }
}

Result<std::vector<ledger::ConsentStatement>> ConsentStateStore::ofSubject(const SubjectId &subject) const
{
    const auto group = m_merges.group(subject);
    if (!group)
        return group.error();
    if (!*group)
        return ofRegistration(subject);
    std::map<SubjectId, std::vector<ledger::ConsentStatement>> statements;
    for (const SubjectId &member : (*group)->members) {
        auto own = ofRegistration(member);
        if (!own)
            return own.error();
        statements.emplace(member, *std::move(own));
    }
    return ledger::foldMerged(**group, statements);
}

Result<void> ConsentStateStore::clear()
{
    return m_connection.run(u"DELETE FROM consent_state"_s);
}

} // namespace consent::cache
