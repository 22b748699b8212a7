#include "cache/store/eventstore.h"

#include "cache/store/cachewords_p.h"
#include "cache/store/packedjws.h"
#include "crypto/base64url.h"
#include "crypto/hash.h"
#include "vault/database/sqlconnection.h"

using namespace Qt::StringLiterals;

namespace consent::cache {

namespace {

Result<StoredEvent> readRow(const vault::SqlStatement &query)
{
    const auto text = unpackJws(query.blob(1));
    if (!text)
        return text.error();
    auto event = ledger::parseEvent(*text);
    if (!event)
        return event.error();
    return StoredEvent{query.integer(0), *std::move(event)};
}

Result<StoredEvent> readOne(vault::SqlStatement query)
{
    const auto row = query.next();
    if (!row)
        return row.error();
    return *row ? readRow(query) : Result<StoredEvent>(CacheWords::notFound(u"no such event"_s));
}

} // namespace

EventStore::EventStore(vault::SqlConnection &connection)
    : m_connection(connection)
    , m_numbers(connection)
{
}

Result<qint64> EventStore::append(const ledger::SignedEvent &event)
{
    const auto device = m_numbers.of(event.event.device);
    if (!device)
        return device.error();
    std::optional<qint64> person;
    if (event.event.subject) {
        const auto number = m_numbers.of(*event.event.subject);
        if (!number)
            return number.error();
        person = *number;
    }
    auto added = m_connection.number(
        u"INSERT INTO event(id,device,seq,time,person,type,packed) VALUES(?,?,?,?,?,?,?) RETURNING number"_s,
        idBytes(event.event.id), *device, event.event.seq, toMs(ledger::orderTime(event.event)), person,
        event.event.type, packJws(event.jws));
    if (!added && added.error().kind == ErrorKind::Conflict) {
        const auto known = m_connection.number(u"SELECT count(*) FROM event WHERE id=? AND packed=?"_s,
                                               idBytes(event.event.id), packJws(event.jws));
        if (known && *known == 1) {
            return Error{ErrorKind::AlreadyExists,
                         QCoreApplication::translate("consent::cache::EventStore", "This record is already stored."),
                         u"event %1 again"_s.arg(event.event.id.toString())};
        }
        return Error{
            ErrorKind::Conflict,
            QCoreApplication::translate("consent::cache::EventStore",
                                        "Two different records claim the same place in the ledger. Nothing was "
                                        "changed. Please report this to the administrator."),
            u"event %1 against device %2 seq %3"_s.arg(event.event.id.toString(), event.event.device.toString())
                .arg(event.event.seq)};
    }
    return added;
}

Result<StoredEvent> EventStore::find(const EventId &id) const
{
    auto query = m_connection.statement(u"SELECT number,packed FROM event WHERE id=?"_s);
    query.bind(idBytes(id));
    return readOne(std::move(query));
}

Result<StoredEvent> EventStore::at(qint64 number) const
{
    auto query = m_connection.statement(u"SELECT number,packed FROM event WHERE number=?"_s);
    query.bind(number);
    return readOne(std::move(query));
}

Result<std::vector<StoredEvent>> EventStore::read(vault::SqlStatement query) const
{
    std::vector<StoredEvent> events;
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return events;
        auto event = readRow(query);
        if (!event)
            return event.error();
        events.push_back(*std::move(event));
    }
}

Result<std::vector<StoredEvent>> EventStore::ofSubject(const SubjectId &subject) const
{
    auto query = m_connection.statement(u"SELECT event.number,packed FROM event"
                                        " JOIN device ON device.number=event.device"
                                        " WHERE person=(SELECT number FROM person WHERE id=?)"
                                        " ORDER BY time,device.id,seq"_s);
    query.bind(idBytes(subject));
    return read(std::move(query));
}

Result<std::vector<StoredEvent>> EventStore::ofDevice(const DeviceId &device, qint64 fromSeq, int limit) const
{
    auto query = m_connection.statement(u"SELECT number,packed FROM event"
                                        " WHERE device=(SELECT number FROM device WHERE id=?) AND seq>=?"
                                        " ORDER BY seq LIMIT ?"_s);
    query.bind(idBytes(device), fromSeq, limit);
    return read(std::move(query));
}

Result<std::vector<ledger::StoredEvent>> EventStore::textsOfDevice(const DeviceId &device, qint64 fromSeq,
                                                                   int limit) const
{
    auto query = m_connection.statement(u"SELECT seq,packed FROM event"
                                        " WHERE device=(SELECT number FROM device WHERE id=?) AND seq>=?"
                                        " ORDER BY seq LIMIT ?"_s);
    query.bind(idBytes(device), fromSeq, limit);
    std::vector<ledger::StoredEvent> texts;
    for (auto row = query.next();; row = query.next()) {
        if (!row)
            return row.error();
        if (!*row)
            return texts;
        // What does not unpack is handed on as it lies there: whoever verifies finds it unreadable, and says which it
        // is.
        const auto text = unpackJws(query.blob(1));
        const QByteArray jws = text ? *text : query.blob(1);
        texts.push_back({device, query.integer(0), jws, crypto::toByteArray(crypto::sha256(crypto::bytesOf(jws)))});
    }
}

Result<std::vector<StoredEvent>> EventStore::ofType(const QString &type) const
{
    auto query = m_connection.statement(u"SELECT number,packed FROM event WHERE type=? ORDER BY number"_s);
    query.bind(type);
    return read(std::move(query));
}

Result<std::vector<StoredEvent>> EventStore::after(qint64 number, int limit) const
{
    auto query = m_connection.statement(u"SELECT number,packed FROM event WHERE number>? ORDER BY number LIMIT ?"_s);
    query.bind(number, limit);
    return read(std::move(query));
}

Result<void> EventStore::forEach(const std::function<Result<void>(const StoredEvent &)> &visit,
                                 qint64 afterNumber) const
{
    auto query = m_connection.statement(u"SELECT number,packed FROM event WHERE number>? ORDER BY number"_s);
    query.bind(afterNumber);
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        const auto event = readRow(query);
        if (!event)
            return event.error();
        if (auto visited = visit(*event); !visited)
            return visited;
    }
}

Result<ledger::ChainHead> EventStore::head(const DeviceId &device) const
{
    auto query = m_connection.statement(u"SELECT number,packed FROM event"
                                        " WHERE device=(SELECT number FROM device WHERE id=?)"
                                        " ORDER BY seq DESC LIMIT 1"_s);
    query.bind(idBytes(device));
    const auto last = readOne(std::move(query));
    if (last)
        return ledger::ChainHead{last->event.event.seq, last->event.hash};
    return last.error().kind == ErrorKind::NotFound ? Result<ledger::ChainHead>(ledger::ChainHead()) : last.error();
}

Result<std::vector<DeviceId>> EventStore::devices() const
{
    auto query = m_connection.statement(u"SELECT id FROM device WHERE EXISTS"
                                        " (SELECT 1 FROM event WHERE event.device=device.number) ORDER BY id"_s);
    std::vector<DeviceId> devices;
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return devices;
        devices.push_back(idFrom<DeviceId>(query.blob(0)));
    }
}

Result<qint64> EventStore::count() const
{
    return m_connection.number(u"SELECT count(*) FROM event"_s);
}

Result<std::optional<UtcTime>> EventStore::latestTimeOf(const SubjectId &subject) const
{
    auto query =
        m_connection.statement(u"SELECT max(time) FROM event WHERE person=(SELECT number FROM person WHERE id=?)"_s);
    const auto row = query.bind(idBytes(subject)).next();
    if (!row)
        return row.error();
    return *row && !query.isNull(0) ? std::optional<UtcTime>(query.time(0)) : std::nullopt;
}

} // namespace consent::cache
