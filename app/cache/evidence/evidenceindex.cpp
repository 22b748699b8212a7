#include "cache/evidence/evidenceindex.h"

#include "vault/database/sqlconnection.h"

using namespace Qt::StringLiterals;

namespace consent::cache {

namespace {

/// How `about` stands in the table.
struct AboutColumns
{
    int kind = 0;
    QByteArray id;
};

AboutColumns columnsOf(const ledger::EvidenceSubject &about)
{
    struct Visit
    {
        AboutColumns operator()(std::monostate /*the person*/) const { return {}; }
        AboutColumns operator()(const EventId &id) const { return {1, idBytes(id)}; }
        AboutColumns operator()(const RequestId &id) const { return {2, idBytes(id)}; }
        AboutColumns operator()(const ContactId &id) const { return {3, idBytes(id)}; }
    };
    return std::visit(Visit(), about);
}

ledger::EvidenceSubject aboutOf(qint64 kind, const QByteArray &id)
{
    switch (kind) {
    case 1:
        return idFrom<EventId>(id);
    case 2:
        return idFrom<RequestId>(id);
    case 3:
        return idFrom<ContactId>(id);
    }
    return {};
}

} // namespace

EvidenceIndex::EvidenceIndex(vault::SqlConnection &connection)
    : m_connection(connection)
    , m_numbers(connection)
{
}

Result<void> EvidenceIndex::apply(const StoredEvent &stored)
{
    const ledger::Event &event = stored.event.event;
    const auto facts = ledger::EvidenceAttached::fromFacts(event.facts);
    if (!facts)
        return {}; // not as this program writes it: stays in the ledger, verified, and shows nothing
    const auto person = m_numbers.of(*event.subject);
    if (!person)
        return person.error();
    const AboutColumns about = columnsOf(facts->about);
    return m_connection.run(u"INSERT OR REPLACE INTO evidence(event,person,address,kind,media,bytes,about,about_id,cut)"
                            " VALUES(?,?,?,?,?,?,?,?,?)"_s,
                            stored.number, *person, QByteArray::fromHex(facts->sha256.toLatin1()),
                            static_cast<int>(facts->kind), static_cast<int>(facts->mediaType), facts->bytes, about.kind,
                            about.id, facts->interrupted);
}

Result<void> EvidenceIndex::drop(qint64 person)
{
    return m_connection.run(u"DELETE FROM evidence WHERE person=?"_s, person);
}

Result<void> EvidenceIndex::clear()
{
    return m_connection.run(u"DELETE FROM evidence"_s);
}

Result<std::vector<EvidenceRecord>> EvidenceIndex::read(vault::SqlStatement query) const
{
    std::vector<EvidenceRecord> records;
    const EventStore events(m_connection);
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return records;
        const auto stored = events.at(query.integer(0));
        if (!stored)
            return stored.error();
        const ledger::Event &event = stored->event.event;
        records.push_back({event.id, idFrom<SubjectId>(query.blob(1)), event.actor, query.time(2), query.blob(3),
                           static_cast<domain::EvidenceKind>(query.integer(4)),
                           static_cast<domain::EvidenceMedia>(query.integer(5)), query.integer(6),
                           aboutOf(query.integer(7), query.blob(8)), query.integer(9) != 0});
    }
}

Result<std::vector<EvidenceRecord>> EvidenceIndex::ofSubject(const SubjectId &subject) const
{
    auto query = m_connection.statement(
        u"SELECT evidence.event,person.id,event.time,address,kind,media,bytes,about,about_id,cut FROM person"
        " JOIN evidence ON evidence.person=person.number JOIN event ON event.number=evidence.event"
        " WHERE person.id=? ORDER BY event.time,event.device,event.seq"_s);
    query.bind(idBytes(subject));
    return read(std::move(query));
}

Result<std::vector<EvidenceRecord>> EvidenceIndex::about(const ledger::EvidenceSubject &about) const
{
    auto query = m_connection.statement(
        u"SELECT evidence.event,person.id,event.time,address,kind,media,bytes,about,about_id,cut FROM evidence"
        " JOIN person ON person.number=evidence.person JOIN event ON event.number=evidence.event"
        " WHERE about<>0 AND about_id=? AND about=? ORDER BY event.time,event.device,event.seq"_s);
    const AboutColumns columns = columnsOf(about);
    query.bind(columns.id, columns.kind);
    return read(std::move(query));
}

Result<std::vector<EvidenceRecord>> EvidenceIndex::withAddress(const QByteArray &address) const
{
    auto query = m_connection.statement(
        u"SELECT evidence.event,person.id,event.time,address,kind,media,bytes,about,about_id,cut FROM evidence"
        " JOIN person ON person.number=evidence.person JOIN event ON event.number=evidence.event"
        " WHERE address=? ORDER BY event.time,event.device,event.seq"_s);
    query.bind(address);
    return read(std::move(query));
}

} // namespace consent::cache
