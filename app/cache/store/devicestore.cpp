#include "cache/store/devicestore.h"

#include "cache/store/cachewords_p.h"
#include "cache/store/numbers.h"
#include "vault/database/sqlconnection.h"

using namespace Qt::StringLiterals;

namespace consent::cache {

DeviceStore::DeviceStore(vault::SqlConnection &connection)
    : m_connection(connection)
{
}

Result<void> DeviceStore::create(const DeviceId &id, const crypto::P256PrivateKey &key)
{
    const auto jwk = key.toJwk();
    if (!jwk)
        return jwk.error();
    // Looked at in place: the only copy outside the secure heap is the one that SQLite seals.
    const QByteArray view =
        QByteArray::fromRawData(reinterpret_cast<const char *>(jwk->data()), static_cast<qsizetype>(jwk->size()));
    auto added = m_connection.run(u"INSERT INTO own_device(one,id,private_key) VALUES(1,?,?)"_s, idBytes(id), view);
    if (!added && added.error().kind == ErrorKind::Conflict) {
        return Error{ErrorKind::AlreadyExists,
                     QCoreApplication::translate("consent::cache::DeviceStore",
                                                 "This PC is already set up. Nothing was changed."),
                     u"own_device exists"_s};
    }
    return added;
}

Result<DeviceStore::OwnDevice> DeviceStore::load() const
{
    auto query = m_connection.statement(u"SELECT id,head_seq,head_hash,skew_ms FROM own_device"_s);
    const auto row = query.next();
    if (!row)
        return row.error();
    if (!*row)
        return CacheWords::notFound(u"no own device"_s);
    return OwnDevice{idFrom<DeviceId>(query.blob(0)), {query.integer(1), query.blob(2)}, query.integer(3)};
}

Result<crypto::P256PrivateKey> DeviceStore::privateKey() const
{
    auto query = m_connection.statement(u"SELECT private_key FROM own_device"_s);
    const auto row = query.next();
    if (!row)
        return row.error();
    if (!*row)
        return CacheWords::notFound(u"no own device"_s);
    QByteArray jwk = query.blob(0);
    auto key = crypto::P256PrivateKey::fromJwk(crypto::bytesOf({jwk.constData(), static_cast<size_t>(jwk.size())}));
    crypto::wipe({reinterpret_cast<std::uint8_t *>(jwk.data()), static_cast<size_t>(jwk.size())});
    return key;
}

Result<void> DeviceStore::advance(const ledger::SignedEvent &event)
{
    auto update = m_connection.statement(
        u"UPDATE own_device SET head_seq=?,head_hash=? WHERE id=? AND head_seq=? AND head_hash=?"_s);
    auto moved =
        update.bind(event.event.seq, event.hash, idBytes(event.event.device), event.event.seq - 1, event.event.prev)
            .run();
    if (moved && update.changes() != 1) {
        return Error{
            ErrorKind::Conflict,
            QCoreApplication::translate("consent::cache::DeviceStore",
                                        "This record does not continue what this PC wrote before, so it was not "
                                        "saved. Please report this to the administrator."),
            u"seq %1 does not follow the head"_s.arg(event.event.seq)};
    }
    return moved;
}

Result<void> DeviceStore::setSkew(qint64 skewMs)
{
    return m_connection.run(u"UPDATE own_device SET skew_ms=?"_s, skewMs);
}

Result<int> DeviceStore::nextReceipt(const QDate &day)
{
    const auto next = m_connection.number(
        u"UPDATE own_device SET receipts=CASE WHEN receipt_day=? THEN receipts+1 ELSE 1 END,receipt_day=?"
        " RETURNING receipts"_s,
        day.toJulianDay(), day.toJulianDay());
    return next ? Result<int>(static_cast<int>(*next)) : next.error();
}

} // namespace consent::cache
