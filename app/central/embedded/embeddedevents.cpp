#include "central/embedded/embeddedevents.h"

#include "central/pullcursor.h"
#include "central/storeerrors_p.h"
#include "central/storeforms_p.h"
#include "vault/database/sqltransaction.h"

#include <set>

using namespace Qt::StringLiterals;

namespace consent::central {

namespace {

constexpr qint64 msPerDay = 24LL * 60 * 60 * 1000;

} // namespace

Result<AppendReply> EmbeddedEvents::append(const DeviceId &device, const std::vector<ledger::SignedEvent> &batch)
{
    if (const QString fault = batchFault(device, batch); !fault.isEmpty())
        return refusedCall(fault);
    if (m_session.greeted && device != m_session.device)
        return notPermitted(u"append to the chain of another device"_s);
    auto transaction = vault::SqlTransaction::begin(m_connection);
    if (!transaction)
        return transaction.error();
    auto row = deviceRow(device);
    if (!row)
        return row.error();
    if (!hashesHold(batch))
        return AppendReply{AppendAnswer::BadHash, row->head, 0};
    if (batch.front().event.seq > row->head.seq + 1)
        return AppendReply{AppendAnswer::Gap, row->head, 0};
    if (row->number == 0)
        row = addDevice(device);
    if (!row)
        return row.error();

    AppendReply reply{AppendAnswer::Replay, row->head, 0};
    std::set<SubjectId> touched;
    for (const ledger::SignedEvent &event : batch) {
        if (event.event.seq <= row->head.seq) {
            const auto same = sameAsStored(*row, event);
            if (!same)
                return same.error();
            if (!*same)
                return AppendReply{AppendAnswer::Fork, row->head, 0};
            continue;
        }
        if (event.event.prev != reply.head.hash)
            return AppendReply{AppendAnswer::Fork, row->head, 0};
        if (auto inserted = insert(*row, event); !inserted)
            return inserted.error();
        if (event.event.subject && touched.insert(*event.event.subject).second) {
            const QString branch = m_session.greeted ? m_session.branch : event.event.branch;
            if (auto linked = link(*event.event.subject, branch); !linked)
                return linked.error();
        }
        reply.head = {event.event.seq, event.hash};
        reply.answer = AppendAnswer::Accepted;
        ++reply.added;
    }
    if (reply.added == 0)
        return reply;
    if (auto moved = m_connection.run(u"UPDATE device SET seq = ?, hash = ? WHERE number = ?"_s, reply.head.seq,
                                      reply.head.hash, row->number);
        !moved)
        return moved.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return reply;
}

Result<ledger::ChainHead> EmbeddedEvents::head(const DeviceId &device)
{
    const auto row = deviceRow(device);
    if (!row)
        return row.error();
    return row->head;
}

Result<ledger::Heads> EmbeddedEvents::heads()
{
    ledger::Heads heads;
    auto rows = m_connection.statement(u"SELECT id, seq, hash FROM device WHERE seq > 0"_s);
    for (;;) {
        const auto row = rows.next();
        if (!row)
            return row.error();
        if (!*row)
            return heads;
        if (const auto device = DeviceId::fromString(rows.text(0)))
            heads.emplace(*device, ledger::ChainHead{rows.integer(1), rows.blob(2)});
    }
}

Result<PullPage> EmbeddedEvents::pull(const QByteArray &token, int limit)
{
    auto cursor = PullCursor::fromToken(token);
    if (!cursor || limit < 1)
        return refusedCall(u"pull cursor or limit"_s);
    const auto days = m_session.setting(u"cacheDays"_s);
    if (!days)
        return days.error();
    const auto all = heads();
    if (!all)
        return all.error();
    PullPage page;
    for (const auto &[device, head] : *all) {
        const qint64 from = cursor->seqOf(device);
        if (from >= head.seq)
            continue;
        const auto room = limit - static_cast<int>(page.events.size());
        if (room == 0) {
            page.more = true;
            break;
        }
        auto rows = m_connection.statement(
            u"SELECT e.seq, e.jws, e.hash FROM event e JOIN device d ON d.number = e.device "
            "WHERE d.id = ?1 AND e.seq > ?2 AND e.seq <= ?3 AND (?4 OR d.number = ?5 OR e.subject IS NULL OR EXISTS("
            "SELECT 1 FROM subject_branch b WHERE b.subject = e.subject AND b.branch = ?6 AND b.touched >= ?7)) "
            "ORDER BY e.seq LIMIT ?8"_s);
        rows.bind(device.toString(), from, head.seq, !m_session.greeted, m_session.deviceNumber, m_session.branch,
                  m_session.now() - *days * msPerDay, room);
        int found = 0;
        qint64 last = from;
        for (;;) {
            const auto row = rows.next();
            if (!row)
                return row.error();
            if (!*row)
                break;
            ++found;
            last = rows.integer(0);
            page.events.push_back({device, last, rows.blob(1), rows.blob(2)});
        }
        // Fewer than there was room for: the rest of this chain is not for this desk.
        cursor->advance(device, found < room ? head.seq : last);
        page.more = page.more || (found == room && last < head.seq);
    }
    page.cursor = cursor->toToken();
    return page;
}

Result<std::vector<ledger::StoredEvent>> EmbeddedEvents::ofSubject(const SubjectId &subject)
{
    std::vector<ledger::StoredEvent> events;
    auto rows = m_connection.statement(u"SELECT d.id, e.seq, e.jws, e.hash FROM event e JOIN device d "
                                       "ON d.number = e.device WHERE e.subject = ? ORDER BY d.id, e.seq"_s);
    rows.bind(subject.toString());
    for (;;) {
        const auto row = rows.next();
        if (!row)
            return row.error();
        if (!*row)
            return events;
        const auto device = DeviceId::fromString(rows.text(0));
        if (!device)
            return damagedStore(u"device id"_s);
        events.push_back({*device, rows.integer(1), rows.blob(2), rows.blob(3)});
    }
}

Result<EmbeddedEvents::DeviceRow> EmbeddedEvents::deviceRow(const DeviceId &device)
{
    auto rows = m_connection.statement(u"SELECT number, seq, hash FROM device WHERE id = ?"_s);
    const auto found = rows.bind(device.toString()).next();
    if (!found)
        return found.error();
    if (!*found)
        return DeviceRow{};
    return DeviceRow{rows.integer(0), {rows.integer(1), rows.blob(2)}};
}

Result<EmbeddedEvents::DeviceRow> EmbeddedEvents::addDevice(const DeviceId &device)
{
    const auto added =
        m_connection.run(u"INSERT INTO device(id, seq, hash) VALUES(?, 0, ?)"_s, device.toString(), QByteArray());
    if (!added)
        return added.error();
    return deviceRow(device);
}

Result<bool> EmbeddedEvents::sameAsStored(const DeviceRow &row, const ledger::SignedEvent &event)
{
    auto stored = m_connection.statement(u"SELECT hash FROM event WHERE device = ? AND seq = ?"_s);
    const auto found = stored.bind(row.number, event.event.seq).next();
    if (!found)
        return found.error();
    return *found && stored.blob(0) == event.hash;
}

Result<void> EmbeddedEvents::insert(const DeviceRow &row, const ledger::SignedEvent &signedEvent)
{
    const ledger::Event &event = signedEvent.event;
    const auto subject = event.subject ? std::optional<QString>(event.subject->toString()) : std::nullopt;
    return m_connection.run(u"INSERT INTO event(device, seq, id, hash, at, type, branch, subject, jws) "
                            "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                            row.number, event.seq, event.id.toString(), signedEvent.hash, toMs(event.at), event.type,
                            event.branch, subject, signedEvent.jws);
}

Result<void> EmbeddedEvents::link(const SubjectId &subject, const QString &branch)
{
    auto linked = m_connection.run(u"INSERT OR IGNORE INTO subject_branch(subject, branch, touched) VALUES(?, ?, 0)"_s,
                                   subject.toString(), branch);
    if (!linked)
        return linked;
    return m_connection.run(u"UPDATE subject_branch SET touched = ? WHERE subject = ?"_s, m_session.now(),
                            subject.toString());
}

} // namespace consent::central
