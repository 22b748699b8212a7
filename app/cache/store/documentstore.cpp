#include "cache/store/documentstore.h"

#include "vault/database/sqlconnection.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace consent::cache {

namespace {

Document readRow(const vault::SqlStatement &query)
{
    Document document{query.text(0), query.text(1), QJsonDocument::fromJson(query.text(2).toUtf8()).object(),
                      query.blob(3), std::nullopt};
    if (!query.isNull(4))
        document.event = query.integer(4);
    return document;
}

} // namespace

DocumentStore::DocumentStore(vault::SqlConnection &connection)
    : m_connection(connection)
{
}

Result<void> DocumentStore::put(const Document &document)
{
    return m_connection.run(u"INSERT INTO document(kind,id,facts,bytes,event) VALUES(?,?,?,?,?)"
                            " ON CONFLICT(kind,id) DO UPDATE SET facts=excluded.facts,bytes=excluded.bytes,"
                            "event=excluded.event"_s,
                            document.kind, document.id,
                            QString::fromUtf8(QJsonDocument(document.facts).toJson(QJsonDocument::Compact)),
                            document.bytes, document.event);
}

Result<std::optional<Document>> DocumentStore::find(const QString &kind, const QString &id) const
{
    auto query = m_connection.statement(u"SELECT kind,id,facts,bytes,event FROM document WHERE kind=? AND id=?"_s);
    const auto row = query.bind(kind, id).next();
    if (!row)
        return row.error();
    return *row ? std::optional<Document>(readRow(query)) : std::nullopt;
}

Result<std::vector<Document>> DocumentStore::ofKind(const QString &kind) const
{
    auto query = m_connection.statement(u"SELECT kind,id,facts,bytes,event FROM document WHERE kind=? ORDER BY id"_s);
    query.bind(kind);
    std::vector<Document> documents;
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return documents;
        documents.push_back(readRow(query));
    }
}

Result<void> DocumentStore::remove(const QString &kind, const QString &id)
{
    return m_connection.run(u"DELETE FROM document WHERE kind=? AND id=?"_s, kind, id);
}

Result<void> DocumentStore::clearPublished()
{
    return m_connection.run(u"DELETE FROM document WHERE event IS NOT NULL"_s);
}

} // namespace consent::cache
