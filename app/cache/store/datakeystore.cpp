#include "cache/store/datakeystore.h"

#include "cache/store/cachewords_p.h"
#include "vault/database/sqlconnection.h"

using namespace Qt::StringLiterals;

namespace consent::cache {

DataKeyStore::DataKeyStore(vault::SqlConnection &connection)
    : m_connection(connection)
    , m_numbers(connection)
{
}

Result<void> DataKeyStore::put(const ledger::WrappedDataKey &key)
{
    const auto person = m_numbers.of(key.subject);
    if (!person)
        return person.error();
    return m_connection.run(u"INSERT INTO data_key(id,person,epoch,wrapped) VALUES(?,?,?,?)"
                            " ON CONFLICT(id) DO UPDATE SET epoch=excluded.epoch,wrapped=excluded.wrapped"
                            " WHERE excluded.epoch>data_key.epoch"_s,
                            idBytes(key.id), *person, key.epoch, key.wrapped);
}

Result<std::vector<ledger::WrappedDataKey>> DataKeyStore::read(vault::SqlStatement query) const
{
    std::vector<ledger::WrappedDataKey> keys;
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return keys;
        keys.push_back({idFrom<DataKeyId>(query.blob(0)), idFrom<SubjectId>(query.blob(1)),
                        static_cast<int>(query.integer(2)), query.blob(3)});
    }
}

Result<ledger::WrappedDataKey> DataKeyStore::find(const DataKeyId &id) const
{
    auto query = m_connection.statement(u"SELECT data_key.id,person.id,epoch,wrapped FROM data_key"
                                        " JOIN person ON person.number=data_key.person WHERE data_key.id=?"_s);
    query.bind(idBytes(id));
    const auto keys = read(std::move(query));
    if (!keys)
        return keys.error();
    return keys->empty() ? Result<ledger::WrappedDataKey>(CacheWords::notFound(u"no such data key"_s)) : keys->front();
}

Result<std::vector<ledger::WrappedDataKey>> DataKeyStore::ofSubject(const SubjectId &subject) const
{
    // Ids are UUIDs of version 7: in the order in which they were made.
    auto query = m_connection.statement(
        u"SELECT data_key.id,person.id,epoch,wrapped FROM person"
        " JOIN data_key ON data_key.person=person.number WHERE person.id=? ORDER BY data_key.id"_s);
    query.bind(idBytes(subject));
    return read(std::move(query));
}

Result<std::vector<ledger::WrappedDataKey>> DataKeyStore::ofEpoch(int epoch, int limit) const
{
    auto query = m_connection.statement(u"SELECT data_key.id,person.id,epoch,wrapped FROM data_key"
                                        " JOIN person ON person.number=data_key.person WHERE epoch=? LIMIT ?"_s);
    query.bind(epoch, limit);
    return read(std::move(query));
}

Result<void> DataKeyStore::destroy(const SubjectId &subject)
{
    return m_connection.run(u"DELETE FROM data_key WHERE person=(SELECT number FROM person WHERE id=?)"_s,
                            idBytes(subject));
}

} // namespace consent::cache
