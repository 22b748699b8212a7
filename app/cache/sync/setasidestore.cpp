#include "cache/sync/setasidestore.h"

#include "cache/store/numbers.h"
#include "vault/database/sqlconnection.h"

using namespace Qt::StringLiterals;

namespace consent::cache {

SetAsideStore::SetAsideStore(vault::SqlConnection &connection)
    : m_connection(connection)
{
}

Result<void> SetAsideStore::put(const SetAsideEvent &event)
{
    return m_connection.run(u"INSERT INTO set_aside(device,seq,at,fault,detail,hash,jws) VALUES(?,?,?,?,?,?,?)"
                            " ON CONFLICT(hash) DO UPDATE SET fault=excluded.fault,detail=excluded.detail"_s,
                            idBytes(event.text.device), event.text.seq, toMs(event.at), static_cast<int>(event.fault),
                            event.detail, event.text.hash, event.text.jws);
}

Result<void> SetAsideStore::remove(const QByteArray &hash)
{
    return m_connection.run(u"DELETE FROM set_aside WHERE hash=?"_s, hash);
}

Result<std::vector<SetAsideEvent>> SetAsideStore::read(vault::SqlStatement query) const
{
    std::vector<SetAsideEvent> events;
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return events;
        events.push_back({{idFrom<DeviceId>(query.blob(0)), query.integer(1), query.blob(6), query.blob(5)},
                          static_cast<ledger::ChainFault>(query.integer(3)),
                          query.text(4),
                          query.time(2)});
    }
}

Result<std::vector<SetAsideEvent>> SetAsideStore::withoutKey(const DeviceId &device) const
{
    auto query = m_connection.statement(
        u"SELECT device,seq,at,fault,detail,hash,jws FROM set_aside WHERE device=? AND fault=? ORDER BY seq"_s);
    query.bind(idBytes(device), static_cast<int>(ledger::ChainFault::UnknownDevice));
    return read(std::move(query));
}

Result<std::vector<SetAsideEvent>> SetAsideStore::latest(int limit) const
{
    auto query = m_connection.statement(
        u"SELECT device,seq,at,fault,detail,hash,jws FROM set_aside ORDER BY number DESC LIMIT ?"_s);
    query.bind(limit);
    return read(std::move(query));
}

Result<qint64> SetAsideStore::count() const
{
    return m_connection.number(u"SELECT count(*) FROM set_aside"_s);
}

} // namespace consent::cache
