#include "cache/store/draftstore.h"

#include "cache/store/numbers.h"
#include "vault/database/sqlconnection.h"

using namespace Qt::StringLiterals;

namespace consent::cache {

DraftStore::DraftStore(vault::SqlConnection &connection)
    : m_connection(connection)
{
}

Result<void> DraftStore::put(const UserId &user, const DeviceId &device, const Draft &draft)
{
    return m_connection.run(u"INSERT INTO draft(staff,device,at,body) VALUES(?,?,?,?)"
                            " ON CONFLICT(staff,device) DO UPDATE SET at=excluded.at,body=excluded.body"_s,
                            idBytes(user), idBytes(device), toMs(draft.at), draft.body);
}

Result<std::optional<DraftStore::Draft>> DraftStore::find(const UserId &user, const DeviceId &device) const
{
    auto query = m_connection.statement(u"SELECT at,body FROM draft WHERE staff=? AND device=?"_s);
    const auto row = query.bind(idBytes(user), idBytes(device)).next();
    if (!row)
        return row.error();
    return *row ? std::optional<Draft>(Draft{query.time(0), query.blob(1)}) : std::nullopt;
}

Result<void> DraftStore::remove(const UserId &user, const DeviceId &device)
{
    return m_connection.run(u"DELETE FROM draft WHERE staff=? AND device=?"_s, idBytes(user), idBytes(device));
}

} // namespace consent::cache
