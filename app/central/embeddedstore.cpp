#include "central/embeddedstore.h"

#include "central/pullcursor.h"
#include "vault/sqltransaction.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

static void initStoreSql()
{
    Q_INIT_RESOURCE(storesql); // a static library's resources are left out unless asked for
}

namespace consent::central {

namespace {

constexpr qint32 applicationId = 0x43445331; // "CDS1"

Error refusedCall(const QString &detail)
{
    return {ErrorKind::InvalidArgument,
            QCoreApplication::translate("Central",
                                        "The central store did not understand this PC. Nothing was lost. Update the "
                                        "program on this PC and on the server."),
            detail};
}

/// The form that every adapter refuses in the same words; empty when it is right.
QString formFault(const DeviceId &device, const std::vector<ledger::SignedEvent> &batch)
{
    if (batch.empty())
        return u"empty batch"_s;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        if (batch[i].event.device != device)
            return u"an event of another device"_s;
        if (batch[i].event.seq != batch.front().event.seq + static_cast<qint64>(i))
            return u"seq is not ascending without a gap"_s;
    }
    return {};
}

/// Whether every text is the event that it claims to be, and follows from the one before it in the batch.
bool hashesHold(const std::vector<ledger::SignedEvent> &batch)
{
    const QByteArray *previous = nullptr;
    for (const ledger::SignedEvent &event : batch) {
        const auto read = ledger::parseEvent(event.jws);
        if (!read || *read != event || (previous != nullptr && read->event.prev != *previous))
            return false;
        previous = &event.hash;
    }
    return true;
}

} // namespace

Result<vault::Migrations> EmbeddedStore::migrations()
{
    initStoreSql();
    return vault::Migrations::fromFolder(u":/sql/store"_s, applicationId);
}

EmbeddedStore::EmbeddedStore(std::unique_ptr<vault::SqlConnection> connection)
    : m_connection(std::move(connection))
    , m_keys(*m_connection)
{
}

EmbeddedStore::~EmbeddedStore() = default;

Result<AppendReply> EmbeddedStore::append(const DeviceId &device, const std::vector<ledger::SignedEvent> &batch)
{
    if (const QString fault = formFault(device, batch); !fault.isEmpty())
        return refusedCall(fault);
    auto transaction = vault::SqlTransaction::begin(*m_connection);
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
        reply.head = {event.event.seq, event.hash};
        reply.answer = AppendAnswer::Accepted;
        ++reply.added;
    }
    if (reply.added == 0)
        return reply;
    if (auto moved = m_connection->run(u"UPDATE device SET seq = ?, hash = ? WHERE number = ?"_s, reply.head.seq,
                                       reply.head.hash, row->number);
        !moved)
        return moved.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return reply;
}

Result<ledger::ChainHead> EmbeddedStore::head(const DeviceId &device)
{
    const auto row = deviceRow(device);
    if (!row)
        return row.error();
    return row->head;
}

Result<ledger::Heads> EmbeddedStore::heads()
{
    ledger::Heads heads;
    auto rows = m_connection->statement(u"SELECT id, seq, hash FROM device"_s);
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

Result<PullPage> EmbeddedStore::pull(const QByteArray &token, int limit)
{
    auto cursor = PullCursor::fromToken(token);
    if (!cursor || limit < 1)
        return refusedCall(u"pull cursor or limit"_s);
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
        auto rows =
            m_connection->statement(u"SELECT e.seq, e.jws, e.hash FROM event e JOIN device d ON d.number = e.device "
                                    "WHERE d.id = ? AND e.seq > ? AND e.seq <= ? ORDER BY e.seq LIMIT ?"_s);
        rows.bind(device.toString(), from, head.seq, room);
        qint64 last = from;
        for (;;) {
            const auto row = rows.next();
            if (!row)
                return row.error();
            if (!*row)
                break;
            last = rows.integer(0);
            page.events.push_back({device, last, rows.blob(1), rows.blob(2)});
        }
        cursor->advance(device, last);
        page.more = page.more || last < head.seq;
    }
    page.cursor = cursor->toToken();
    return page;
}

Result<void> EmbeddedStore::putDataKeys(const std::vector<ledger::WrappedDataKey> &keys)
{
    return m_keys.putDataKeys(keys);
}

Result<std::vector<ledger::WrappedDataKey>> EmbeddedStore::dataKeys(const std::vector<SubjectId> &subjects)
{
    return m_keys.dataKeys(subjects);
}

Result<void> EmbeddedStore::putUserKeys(const UserKeyMaterial &material)
{
    return m_keys.putUserKeys(material);
}

Result<UserKeyMaterial> EmbeddedStore::userKeys(const UserId &user)
{
    return m_keys.userKeys(user);
}

Result<EmbeddedStore::DeviceRow> EmbeddedStore::deviceRow(const DeviceId &device)
{
    auto rows = m_connection->statement(u"SELECT number, seq, hash FROM device WHERE id = ?"_s);
    const auto found = rows.bind(device.toString()).next();
    if (!found)
        return found.error();
    if (!*found)
        return DeviceRow{};
    return DeviceRow{rows.integer(0), {rows.integer(1), rows.blob(2)}};
}

Result<EmbeddedStore::DeviceRow> EmbeddedStore::addDevice(const DeviceId &device)
{
    const auto added =
        m_connection->run(u"INSERT INTO device(id, seq, hash) VALUES(?, 0, ?)"_s, device.toString(), QByteArray());
    if (!added)
        return added.error();
    return deviceRow(device);
}

Result<bool> EmbeddedStore::sameAsStored(const DeviceRow &row, const ledger::SignedEvent &event)
{
    auto stored = m_connection->statement(u"SELECT hash FROM event WHERE device = ? AND seq = ?"_s);
    const auto found = stored.bind(row.number, event.event.seq).next();
    if (!found)
        return found.error();
    return *found && stored.blob(0) == event.hash;
}

Result<void> EmbeddedStore::insert(const DeviceRow &row, const ledger::SignedEvent &signedEvent)
{
    const ledger::Event &event = signedEvent.event;
    const auto subject = event.subject ? std::optional<QString>(event.subject->toString()) : std::nullopt;
    return m_connection->run(u"INSERT INTO event(device, seq, id, hash, at, type, branch, subject, jws) "
                             "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                             row.number, event.seq, event.id.toString(), signedEvent.hash, toMs(event.at), event.type,
                             event.branch, subject, signedEvent.jws);
}

} // namespace consent::central
