#include "cache/sync/outbox.h"

#include "vault/database/sqlconnection.h"

using namespace Qt::StringLiterals;

namespace consent::cache {

Outbox::Outbox(vault::SqlConnection &connection)
    : m_connection(connection)
{
}

Result<void> Outbox::append(qint64 number, bool urgent, UtcTime since)
{
    return m_connection.run(u"INSERT INTO outbox(event,urgent,since) VALUES(?,?,?)"_s, number, urgent, toMs(since));
}

Result<std::vector<StoredEvent>> Outbox::due(int limit) const
{
    const EventStore events(m_connection);
    auto query = m_connection.statement(u"SELECT event FROM outbox ORDER BY event LIMIT ?"_s);
    query.bind(limit);
    std::vector<StoredEvent> waiting;
    while (true) {
        const auto row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return waiting;
        auto event = events.at(query.integer(0));
        if (!event)
            return event.error();
        waiting.push_back(*std::move(event));
    }
}

Result<void> Outbox::acknowledge(const std::vector<qint64> &numbers)
{
    for (const qint64 number : numbers) {
        if (auto removed = m_connection.run(u"DELETE FROM outbox WHERE event=?"_s, number); !removed)
            return removed;
    }
    return {};
}

qint64 Outbox::dayOf(UtcTime time)
{
    constexpr qint64 dayMs = 86'400'000;
    return toMs(time) / dayMs;
}

Result<void> Outbox::acknowledgeUpTo(const DeviceId &device, qint64 seq, UtcTime now)
{
    if (auto noted = m_connection.run(u"INSERT INTO acknowledged_day(day,seq) SELECT ?,? FROM own_device WHERE id=?"
                                      " ON CONFLICT(day) DO UPDATE SET seq=max(seq,excluded.seq)"_s,
                                      dayOf(now), seq, idBytes(device));
        !noted)
        return noted;
    return m_connection.run(u"DELETE FROM outbox WHERE event IN (SELECT event FROM outbox JOIN event AS waiting"
                            " ON waiting.number=outbox.event"
                            " WHERE waiting.device=(SELECT number FROM device WHERE id=?) AND waiting.seq<=?)"_s,
                            idBytes(device), seq);
}

Result<void> Outbox::lostAfter(qint64 seq)
{
    return m_connection.run(u"DELETE FROM acknowledged_day WHERE seq>?"_s, seq);
}

Result<std::optional<qint64>> Outbox::firstSeq() const
{
    auto query = m_connection.statement(u"SELECT seq FROM outbox JOIN event ON event.number=outbox.event"
                                        " ORDER BY outbox.event LIMIT 1"_s);
    const auto row = query.next();
    if (!row)
        return row.error();
    return *row ? std::optional<qint64>(query.integer(0)) : std::nullopt;
}

Result<qint64> Outbox::count() const
{
    return m_connection.number(u"SELECT count(*) FROM outbox"_s);
}

Result<qint64> Outbox::urgentCount() const
{
    return m_connection.number(u"SELECT count(*) FROM outbox WHERE urgent=1"_s);
}

Result<std::optional<UtcTime>> Outbox::oldest() const
{
    auto query = m_connection.statement(u"SELECT since FROM outbox ORDER BY event LIMIT 1"_s);
    const auto row = query.next();
    if (!row)
        return row.error();
    return *row ? std::optional<UtcTime>(query.time(0)) : std::nullopt;
}

} // namespace consent::cache
