#include "cache/evidence/evidencefiles.h"

#include "vault/database/sqlconnection.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace consent::cache {

EvidenceFiles::EvidenceFiles(vault::SqlConnection &connection)
    : m_connection(connection)
    , m_numbers(connection)
{
}

Result<std::vector<EvidenceFile>> EvidenceFiles::read(vault::SqlStatement query) const
{
    std::vector<EvidenceFile> files;
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return files;
        files.push_back({query.blob(0), idFrom<SubjectId>(query.blob(1)), query.integer(2),
                         static_cast<EvidenceState>(query.integer(3)), query.time(4)});
    }
}

namespace {

Result<std::optional<EvidenceFile>> first(const Result<std::vector<EvidenceFile>> &files)
{
    if (!files)
        return files.error();
    return files->empty() ? std::nullopt : std::optional(files->front());
}

} // namespace

Result<std::optional<EvidenceFile>> EvidenceFiles::find(const QByteArray &address) const
{
    auto query = m_connection.statement(u"SELECT address,person.id,total,state,used FROM evidence_file"
                                        " JOIN person ON person.number=evidence_file.person WHERE address=?"_s);
    query.bind(address);
    return first(read(std::move(query)));
}

Result<std::vector<EvidenceFile>> EvidenceFiles::ofSubject(const SubjectId &subject) const
{
    auto query = m_connection.statement(
        u"SELECT address,person.id,total,state,used FROM person"
        " JOIN evidence_file ON evidence_file.person=person.number WHERE person.id=? ORDER BY address"_s);
    query.bind(idBytes(subject));
    return read(std::move(query));
}

Result<std::vector<EvidenceFile>> EvidenceFiles::all() const
{
    return read(m_connection.statement(u"SELECT address,person.id,total,state,used FROM evidence_file"
                                       " JOIN person ON person.number=evidence_file.person ORDER BY address"_s));
}

Result<std::vector<EvidenceFile>> EvidenceFiles::inState(EvidenceState state, UtcTime before, int limit) const
{
    auto query = m_connection.statement(
        u"SELECT address,person.id,total,state,used FROM evidence_file"
        " JOIN person ON person.number=evidence_file.person WHERE state=? AND used<? ORDER BY used,address LIMIT ?"_s);
    query.bind(static_cast<int>(state), toMs(before), limit);
    return read(std::move(query));
}

Result<std::optional<EvidenceFile>> EvidenceFiles::nextToSend() const
{
    auto query = m_connection.statement(
        u"SELECT address,person.id,total,state,used FROM evidence_file"
        " JOIN person ON person.number=evidence_file.person WHERE state=?"
        " AND EXISTS(SELECT 1 FROM evidence WHERE evidence.address=evidence_file.address"
        " AND evidence.event NOT IN (SELECT event FROM outbox)) ORDER BY used,address LIMIT 1"_s);
    query.bind(static_cast<int>(EvidenceState::Local));
    return first(read(std::move(query)));
}

Result<std::optional<EvidenceFile>> EvidenceFiles::nextWanted() const
{
    return first(inState(EvidenceState::Wanted, UtcTime::max(), 1));
}

Result<void> EvidenceFiles::put(const EvidenceFile &file)
{
    const auto person = m_numbers.of(file.subject);
    if (!person)
        return person.error();
    return m_connection.run(
        u"INSERT OR REPLACE INTO evidence_file(address,person,total,state,used) VALUES(?,?,?,?,?)"_s, file.address,
        *person, file.total, static_cast<int>(file.state), toMs(file.used));
}

Result<void> EvidenceFiles::setState(const QByteArray &address, EvidenceState state)
{
    return m_connection.run(u"UPDATE evidence_file SET state=? WHERE address=?"_s, static_cast<int>(state), address);
}

Result<void> EvidenceFiles::use(const QByteArray &address, UtcTime now)
{
    return m_connection.run(u"UPDATE evidence_file SET used=? WHERE address=?"_s, toMs(now), address);
}

Result<void> EvidenceFiles::remove(const QByteArray &address)
{
    return m_connection.run(u"DELETE FROM evidence_file WHERE address=?"_s, address);
}

Result<void> EvidenceFiles::begin(const EvidencePart &part)
{
    const auto person = m_numbers.of(part.subject);
    if (!person)
        return person.error();
    return m_connection.run(
        u"INSERT INTO evidence_part(file,person,keep,facts,since) VALUES(?,?,?,?,?)"_s, part.file, *person, part.keep,
        QString::fromUtf8(QJsonDocument(part.facts).toJson(QJsonDocument::Compact)), toMs(part.since));
}

Result<std::vector<EvidencePart>> EvidenceFiles::parts() const
{
    auto query = m_connection.statement(u"SELECT file,person.id,keep,facts,since FROM evidence_part"
                                        " JOIN person ON person.number=evidence_part.person ORDER BY since,file"_s);
    std::vector<EvidencePart> parts;
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return parts;
        parts.push_back({query.blob(0), idFrom<SubjectId>(query.blob(1)), query.integer(2) != 0,
                         QJsonDocument::fromJson(query.text(3).toUtf8()).object(), query.time(4)});
    }
}

Result<void> EvidenceFiles::endPart(const QByteArray &file)
{
    return m_connection.run(u"DELETE FROM evidence_part WHERE file=?"_s, file);
}

} // namespace consent::cache
