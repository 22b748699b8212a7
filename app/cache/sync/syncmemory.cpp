#include "cache/sync/syncmemory.h"

#include "vault/database/sqlconnection.h"

using namespace Qt::StringLiterals;

namespace consent::cache {

namespace {

constexpr const char *allName = "sync.wantsAll";
constexpr const char *contactName = "sync.lastContact";
constexpr const char *storeName = "sync.store";
constexpr const char *accessName = "sync.accessLogSent";

} // namespace

Result<QByteArray> SyncMemory::bytes(const char *name) const
{
    auto query = m_connection.statement(u"SELECT value FROM setting WHERE name=?"_s);
    const auto row = query.bind(QString::fromLatin1(name)).next();
    if (!row)
        return row.error();
    return *row ? query.blob(0) : QByteArray();
}

Result<void> SyncMemory::setBytes(const char *name, const QByteArray &value)
{
    if (value.isEmpty())
        return m_connection.run(u"DELETE FROM setting WHERE name=?"_s, QString::fromLatin1(name));
    return m_connection.run(u"INSERT OR REPLACE INTO setting(name,value) VALUES(?,?)"_s, QString::fromLatin1(name),
                            value);
}

Result<bool> SyncMemory::wantsAll() const
{
    const auto value = bytes(allName);
    return value ? Result<bool>(!value->isEmpty()) : value.error();
}

Result<void> SyncMemory::setWantsAll(bool wants)
{
    return setBytes(allName, wants ? "1" : QByteArray());
}

Result<std::optional<UtcTime>> SyncMemory::lastContact() const
{
    const auto value = bytes(contactName);
    if (!value)
        return value.error();
    return value->isEmpty() ? std::nullopt : std::optional<UtcTime>(fromMs(value->toLongLong()));
}

Result<void> SyncMemory::setLastContact(UtcTime time)
{
    return setBytes(contactName, QByteArray::number(toMs(time)));
}

Result<QString> SyncMemory::sharedStore() const
{
    const auto value = bytes(storeName);
    return value ? Result<QString>(QString::fromLatin1(*value)) : value.error();
}

Result<void> SyncMemory::setSharedStore(const QString &id)
{
    return setBytes(storeName, id.toLatin1());
}

Result<qint64> SyncMemory::accessLogSent() const
{
    const auto value = bytes(accessName);
    return value ? Result<qint64>(value->toLongLong()) : value.error();
}

Result<void> SyncMemory::setAccessLogSent(qint64 number)
{
    return setBytes(accessName, QByteArray::number(number));
}

Result<void> SyncMemory::note(const QString &message, bool lasting, UtcTime now)
{
    auto again = m_connection.statement(u"UPDATE sync_trouble SET last=?,times=times+1,lasting=? WHERE message=?"
                                        " AND number=(SELECT max(number) FROM sync_trouble)"_s);
    if (auto counted = again.bind(toMs(now), lasting, message).run(); !counted || again.changes() > 0)
        return counted;
    if (auto noted = m_connection.run(u"INSERT INTO sync_trouble(first,last,times,lasting,message) VALUES(?,?,1,?,?)"_s,
                                      toMs(now), toMs(now), lasting, message);
        !noted)
        return noted;
    return m_connection.run(u"DELETE FROM sync_trouble WHERE number<=(SELECT max(number) FROM sync_trouble)-?"_s,
                            troublesKept);
}

Result<std::vector<SyncTrouble>> SyncMemory::troubles() const
{
    auto query =
        m_connection.statement(u"SELECT first,last,times,lasting,message FROM sync_trouble ORDER BY number DESC"_s);
    std::vector<SyncTrouble> troubles;
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return troubles;
        troubles.push_back({query.time(0), query.time(1), query.integer(2), query.integer(3) != 0, query.text(4)});
    }
}

} // namespace consent::cache
