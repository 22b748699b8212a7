// The calls of PostgresStore that move events and the opt-out list.
#include "central/postgres/binaryvalue_p.h"
#include "central/postgres/postgresrows_p.h"
#include "central/postgres/postgresstore.h"
#include "central/pullcursor.h"
#include "central/storeerrors_p.h"
#include "central/storeforms_p.h"
#include "crypto/base64url.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace consent::central {

namespace {

namespace values = postgresvalues;
using Row = PostgresConnection::Row;

std::optional<AppendAnswer> answerOf(const QString &code)
{
    constexpr std::array<std::pair<QLatin1StringView, AppendAnswer>, 5> names{
        {{QLatin1StringView("accepted"), AppendAnswer::Accepted},
         {QLatin1StringView("replay"), AppendAnswer::Replay},
         {QLatin1StringView("gap"), AppendAnswer::Gap},
         {QLatin1StringView("fork"), AppendAnswer::Fork},
         {QLatin1StringView("badHash"), AppendAnswer::BadHash}}};
    for (const auto &[name, answer] : names) {
        if (name == code)
            return answer;
    }
    return std::nullopt;
}

struct CursorArrays
{
    QStringList devices;
    std::vector<qint64> seqs;
};

CursorArrays arraysOf(const PullCursor &cursor)
{
    CursorArrays arrays;
    for (const auto &[device, seq] : cursor.seqs()) {
        arrays.devices.append(device.toString());
        arrays.seqs.push_back(seq);
    }
    return arrays;
}

/// Moves the cursor to what the store says. False when that is no list of devices and numbers.
bool advance(PullCursor &cursor, const QVariant &devices, const QVariant &seqs)
{
    const auto ids = postgresarray::read(devices.toString());
    const auto numbers = postgresarray::read(seqs.toString());
    if (!ids || !numbers || ids->size() != numbers->size())
        return false;
    for (qsizetype i = 0; i < ids->size(); ++i) {
        const auto device = DeviceId::fromString(ids->at(i));
        bool ok = false;
        const qint64 seq = numbers->at(i).toLongLong(&ok);
        if (!device || !ok)
            return false;
        if (seq > cursor.seqOf(*device))
            cursor.advance(*device, seq);
    }
    return true;
}

/// "all:", how far the whole list was read in base64url, ':', and the cursor from which changes count afterwards; or
/// "since:" and that cursor.
struct BlockCursor
{
    bool all = true;
    bool begun = false;
    QByteArray after;
    PullCursor since;

    static std::optional<BlockCursor> fromToken(const QByteArray &token)
    {
        BlockCursor cursor;
        if (token.isEmpty())
            return cursor;
        const QList<QByteArray> parts = token.split(':');
        cursor.begun = true;
        cursor.all = parts.front() == "all";
        if (cursor.all ? parts.size() != 3 : parts.size() != 2 || parts.front() != "since")
            return std::nullopt;
        const auto since = PullCursor::fromToken(parts.back());
        const auto after = cursor.all ? crypto::base64UrlDecode(parts[1]) : QByteArray();
        if (!since || !after || (cursor.all && after->size() != qsizetype(BlockEntry::PrefixBytes)))
            return std::nullopt;
        cursor.since = *since;
        cursor.after = *after;
        return cursor;
    }
    QByteArray toToken() const
    {
        return all ? "all:" + crypto::base64UrlEncode(crypto::bytesOf(after)) + ':' + since.toToken()
                   : "since:" + since.toToken();
    }
};

std::optional<std::vector<BlockEntry>> entriesOf(const QByteArray &packed)
{
    constexpr qsizetype prefixBytes = BlockEntry::PrefixBytes;
    constexpr qsizetype entryBytes = prefixBytes + 2;
    if (packed.size() % entryBytes != 0)
        return std::nullopt;
    std::vector<BlockEntry> entries;
    entries.reserve(static_cast<std::size_t>(packed.size() / entryBytes));
    for (qsizetype at = 0; at < packed.size(); at += entryBytes) {
        BlockEntry entry;
        std::copy_n(packed.begin() + at, prefixBytes, entry.prefix.begin());
        entry.channels = static_cast<std::uint8_t>(packed[at + prefixBytes]);
        entry.allOptional = packed[at + prefixBytes + 1] != 0;
        entries.push_back(entry);
    }
    return entries;
}

} // namespace

Result<AppendReply> PostgresStore::append(const DeviceId &device, const std::vector<ledger::SignedEvent> &batch)
{
    if (const QString fault = batchFault(device, batch); !fault.isEmpty())
        return refusedCall(fault);
    std::vector<QByteArrayView> hashes;
    std::vector<QByteArrayView> events;
    for (const ledger::SignedEvent &event : batch) {
        hashes.emplace_back(event.hash);
        events.emplace_back(event.jws);
    }
    const auto row = m_session->binaryRow(
        "SELECT answer, seq, encode(hash, 'hex'), added FROM api_v1.append_events($1, $2, $3, $4, $5)",
        {BinaryValue::ofId(device.toString()), BinaryValue::ofNumber(batch.front().event.seq),
         BinaryValue::ofByteArrays(hashes), BinaryValue::ofTexts(events)});
    if (!row)
        return row.error();
    const auto answer = answerOf((*row)[0].toString());
    if (!answer)
        return damagedStore(u"answer to append"_s);
    const qint64 seq = (*row)[1].toLongLong();
    return AppendReply{*answer, {seq, QByteArray::fromHex((*row)[2].toString().toLatin1())}, (*row)[3].toLongLong()};
}

Result<ledger::ChainHead> PostgresStore::head(const DeviceId &device)
{
    const auto rows = m_session->rows(u"SELECT seq, hash FROM api_v1.head(?, ?)"_s, {values::id(device)});
    if (!rows)
        return rows.error();
    if (rows->empty() || rows->front()[0].toLongLong() == 0)
        return ledger::ChainHead{};
    return ledger::ChainHead{rows->front()[0].toLongLong(), rows->front()[1].toByteArray()};
}

Result<ledger::Heads> PostgresStore::heads()
{
    const auto rows = m_session->rows(u"SELECT device, seq, hash FROM api_v1.heads(?)"_s);
    if (!rows)
        return rows.error();
    ledger::Heads heads;
    for (const Row &row : *rows) {
        const auto device = values::readId<DeviceId>(row[0]);
        if (!device)
            return damagedStore(u"device id"_s);
        if (row[1].toLongLong() > 0)
            heads.emplace(*device, ledger::ChainHead{row[1].toLongLong(), row[2].toByteArray()});
    }
    return heads;
}

Result<PullPage> PostgresStore::pull(const QByteArray &token, int limit)
{
    auto cursor = PullCursor::fromToken(token);
    if (!cursor || limit < 1)
        return refusedCall(u"pull cursor or limit"_s);
    const CursorArrays from = arraysOf(*cursor);
    const auto offer =
        m_session->row(u"SELECT delivery, events, devices, seqs, more, checkpoint FROM api_v1.pull_offer(?, ?, ?, ?)"_s,
                       {postgresarray::ofTexts(from.devices), postgresarray::ofNumbers(from.seqs), limit});
    if (!offer)
        return offer.error();
    PullPage page;
    if (!advance(*cursor, (*offer)[2], (*offer)[3]))
        return damagedStore(u"answer to pull"_s);
    page.cursor = cursor->toToken();
    page.more = (*offer)[4].toBool();
    page.checkpoint = (*offer)[5].toString().toLatin1();
    if ((*offer)[1].toLongLong() == 0)
        return page;
    const auto rows = m_session->rows(u"SELECT what, device, seq, hash, body, id, subject, epoch, wrapped "
                                      "FROM api_v1.pull_take(?, ?)"_s,
                                      {values::bytes((*offer)[0].toByteArray())});
    if (!rows)
        return rows.error();
    for (const Row &row : *rows) {
        const QString what = row[0].toString();
        if (what == "event"_L1) {
            auto event = postgresrows::event(row);
            if (!event)
                return event.error();
            page.events.push_back(*std::move(event));
        } else if (what == "key"_L1) {
            auto key = postgresrows::key(row);
            if (!key)
                return key.error();
            page.dataKeys.push_back(*std::move(key));
        }
    }
    std::stable_sort(page.events.begin(), page.events.end(), [](const auto &a, const auto &b) {
        return std::pair(a.device.toString(), a.seq) < std::pair(b.device.toString(), b.seq);
    });
    return page;
}

Result<BlockPage> PostgresStore::pullContactBlocks(const QByteArray &token, int limit)
{
    auto cursor = BlockCursor::fromToken(token);
    if (!cursor || limit < 1)
        return refusedCall(u"block cursor or limit"_s);
    BlockPage page;
    if (!cursor->all) {
        const CursorArrays from = arraysOf(cursor->since);
        const auto row = m_session->row(
            u"SELECT entries, devices, seqs, more, behind FROM api_v1.contact_blocks_since(?, ?, ?, ?)"_s,
            {postgresarray::ofTexts(from.devices), postgresarray::ofNumbers(from.seqs), limit});
        if (!row)
            return row.error();
        if (!(*row)[4].toBool()) {
            auto entries = entriesOf((*row)[0].toByteArray());
            if (!entries || !advance(cursor->since, (*row)[1], (*row)[2]))
                return damagedStore(u"opt-out list"_s);
            page.entries = *std::move(entries);
            page.more = (*row)[3].toBool();
            page.cursor = cursor->toToken();
            return page;
        }
        cursor = BlockCursor{}; // the store can't tell the changes any more, e.g. after a restore: the whole list again
    }
    if (!cursor->begun) {
        // Heads before the list: what commits in between is told as a change later.
        const auto all = heads();
        if (!all)
            return all.error();
        for (const auto &[device, head] : *all)
            cursor->since.advance(device, head.seq);
    }
    const auto row = m_session->row(u"SELECT entries, last, more FROM api_v1.contact_blocks_all(?, ?, ?)"_s,
                                    {values::bytes(cursor->after), limit});
    if (!row)
        return row.error();
    auto entries = entriesOf((*row)[0].toByteArray());
    if (!entries)
        return damagedStore(u"opt-out list"_s);
    page.entries = *std::move(entries);
    page.more = (*row)[2].toBool();
    cursor->all = page.more;
    cursor->after = (*row)[1].toByteArray();
    page.cursor = cursor->toToken();
    return page;
}

} // namespace consent::central
