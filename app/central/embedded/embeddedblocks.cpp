#include "central/embedded/embeddedblocks.h"

#include "central/storeerrors_p.h"
#include "central/storeforms_p.h"
#include "ledger/consentfacts.h"
#include "ledger/eventtypes.h"
#include "vault/database/sqltransaction.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consent::central {

namespace {

constexpr qsizetype prefixBytes = BlockEntry::PrefixBytes;
constexpr int eventsAtOnce = 1000;

/// "b1:" and a number; empty for the beginning.
std::optional<qint64> versionOf(const QByteArray &cursor)
{
    if (cursor.isEmpty())
        return 0;
    bool ok = false;
    const qint64 version = cursor.startsWith("b1:") ? cursor.mid(3).toLongLong(&ok) : 0;
    return ok && version >= 0 ? std::optional(version) : std::nullopt;
}

} // namespace

Result<void> EmbeddedBlocks::putSubjectTokens(const std::vector<SubjectToken> &tokens)
{
    if (const QString fault = tokensFault(tokens); !fault.isEmpty())
        return refusedCall(fault);
    auto transaction = vault::SqlTransaction::begin(m_connection);
    if (!transaction)
        return transaction.error();
    for (const SubjectToken &token : tokens) {
        if (auto put = putToken(token); !put)
            return put;
    }
    return transaction->commit();
}

Result<void> EmbeddedBlocks::putToken(const SubjectToken &token)
{
    const QString subject = token.subject.toString();
    const auto erased = m_connection.number(u"SELECT count(*) FROM tombstone WHERE subject = ?"_s, subject);
    if (!erased || *erased != 0)
        return erased ? Result<void>() : Result<void>(erased.error());
    QByteArray before;
    if (token.kind == TokenKind::Phone) {
        auto present = phoneToken(token.subject);
        if (!present)
            return present.error();
        before = *std::move(present);
    }
    auto put =
        m_connection.run(u"INSERT INTO subject_token(subject, kind, token, since) VALUES(?, ?, ?, ?) "
                         "ON CONFLICT(subject, kind) DO UPDATE SET token = excluded.token, since = excluded.since "
                         "WHERE (excluded.since, excluded.token) > (subject_token.since, subject_token.token)"_s,
                         subject, static_cast<int>(token.kind), token.token, toMs(token.since));
    if (!put || token.kind != TokenKind::Phone)
        return put;
    if (!before.isEmpty()) {
        if (auto old = refresh(before.first(prefixBytes)); !old)
            return old;
    }
    return refresh(token.token.first(prefixBytes));
}

Result<void> EmbeddedBlocks::forget(const SubjectId &subject)
{
    const auto phone = phoneToken(subject);
    if (!phone)
        return phone.error();
    auto gone = m_connection.run(u"DELETE FROM subject_token WHERE subject = ?"_s, subject.toString());
    if (!gone || phone->isEmpty())
        return gone;
    return refresh(phone->first(prefixBytes));
}

Result<BlockPage> EmbeddedBlocks::pull(const QByteArray &cursor, int limit)
{
    const auto from = versionOf(cursor);
    if (!from || limit < 1)
        return refusedCall(u"block cursor or limit"_s);
    if (auto folded = fold(); !folded)
        return folded.error();
    BlockPage page;
    qint64 version = *from;
    auto rows = m_connection.statement(
        u"SELECT prefix, channels, all_optional, version FROM block WHERE version > ? ORDER BY version LIMIT ?"_s);
    rows.bind(*from, limit + 1);
    for (;;) {
        const auto row = rows.next();
        if (!row)
            return row.error();
        if (!*row)
            break;
        if (static_cast<int>(page.entries.size()) == limit) {
            page.more = true;
            break;
        }
        const QByteArray prefix = rows.blob(0);
        BlockEntry entry;
        std::copy_n(prefix.begin(), std::min(prefix.size(), prefixBytes), entry.prefix.begin());
        entry.channels = static_cast<std::uint8_t>(rows.integer(1));
        entry.allOptional = rows.integer(2) != 0;
        page.entries.push_back(entry);
        version = rows.integer(3);
    }
    page.cursor = "b1:" + QByteArray::number(version);
    return page;
}

Result<QByteArray> EmbeddedBlocks::phoneToken(const SubjectId &subject)
{
    auto rows = m_connection.statement(u"SELECT token FROM subject_token WHERE subject = ? AND kind = 1"_s);
    const auto found = rows.bind(subject.toString()).next();
    if (!found)
        return found.error();
    return *found ? rows.blob(0) : QByteArray();
}

Result<void> EmbeddedBlocks::fold()
{
    for (bool more = true; more;) {
        auto transaction = vault::SqlTransaction::begin(m_connection);
        if (!transaction)
            return transaction.error();
        const auto from = m_connection.number(u"SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'foldedTo'"_s);
        if (!from)
            return from.error();
        std::vector<ledger::Event> events;
        qint64 last = *from;
        {
            auto rows = m_connection.statement(u"SELECT number, subject IS NOT NULL AND type LIKE 'consent.%', jws "
                                               "FROM event WHERE number > ? ORDER BY number LIMIT ?"_s);
            rows.bind(*from, eventsAtOnce);
            int read = 0;
            for (;; ++read) {
                const auto row = rows.next();
                if (!row)
                    return row.error();
                if (!*row)
                    break;
                last = rows.integer(0);
                if (rows.integer(1) == 0)
                    continue;
                if (auto event = ledger::parseEvent(rows.blob(2)))
                    events.push_back(std::move(event->event));
            }
            more = read == eventsAtOnce;
        }
        if (last == *from)
            return {};
        for (const ledger::Event &event : events) {
            if (auto folded = foldEvent(event); !folded)
                return folded;
        }
        if (auto moved =
                m_connection.run(u"UPDATE setting SET value = ? WHERE name = 'foldedTo'"_s, QString::number(last));
            !moved)
            return moved;
        if (auto committed = transaction->commit(); !committed)
            return committed;
    }
    return {};
}

Result<void> EmbeddedBlocks::foldEvent(const ledger::Event &event)
{
    if (event.subject && event.type == ledger::eventtypes::consentMistaken) {
        if (auto again = foldAgain(*event.subject, event); !again)
            return again;
        return refreshOf(*event.subject);
    }
    const auto statements = ledger::consentStatements(event);
    if (statements.empty())
        return {};
    for (const ledger::ConsentStatement &statement : statements) {
        if (auto kept = keepState(statement); !kept)
            return kept;
    }
    if (event.type == ledger::eventtypes::consentCaptured) {
        const auto captured = ledger::ConsentCaptured::fromFacts(event.facts);
        if (!captured)
            return captured.error();
        for (const ledger::CapturedItem &item : captured->items) {
            // A mandatory item is on no channel: no blanket reaches it, and it blocks nothing.
            const QString channel = item.mandatory ? u"mandatory"_s : domain::toCode(item.channel);
            auto kept =
                m_connection.run(u"INSERT OR IGNORE INTO item_channel(subject, item, channel) VALUES(?, ?, ?)"_s,
                                 event.subject->toString(), item.code, channel);
            if (!kept)
                return kept;
        }
    }
    return refreshOf(*event.subject);
}

Result<void> EmbeddedBlocks::refreshOf(const SubjectId &subject)
{
    const auto phone = phoneToken(subject);
    if (!phone)
        return phone.error();
    return phone->isEmpty() ? Result<void>() : refresh(phone->first(prefixBytes));
}

/// What stands without the endings that were slips. The slip is always folded before the event that takes it back: both
/// are of one device.
Result<void> EmbeddedBlocks::foldAgain(const SubjectId &subject, const ledger::Event &mistake)
{
    ledger::ConsentProjection projection;
    {
        auto rows = m_connection.statement(u"SELECT jws FROM event WHERE subject = ? AND type LIKE 'consent.%' AND "
                                           "number <= (SELECT number FROM event WHERE id = ?) ORDER BY number"_s);
        rows.bind(subject.toString(), mistake.id.toString());
        for (;;) {
            const auto row = rows.next();
            if (!row)
                return row.error();
            if (!*row)
                break;
            if (const auto event = ledger::parseEvent(rows.blob(0)))
                projection.apply(event->event);
        }
    }
    if (auto gone = m_connection.run(u"DELETE FROM consent_state WHERE subject = ?"_s, subject.toString()); !gone)
        return gone;
    for (const auto &[key, state] : projection.states()) {
        if (auto kept = keepState(state); !kept)
            return kept;
    }
    return {};
}

Result<void> EmbeddedBlocks::keepState(const ledger::ConsentStatement &statement)
{
    const QString subject = statement.subject.toString();
    {
        auto rows = m_connection.statement(
            u"SELECT status, time, device, seq, event FROM consent_state WHERE subject = ? AND scope = ?"_s);
        const auto found = rows.bind(subject, statement.scope).next();
        if (!found)
            return found.error();
        if (*found) {
            ledger::ConsentStatement present = statement;
            present.status =
                domain::fromCode<domain::ConsentStatus>(rows.text(0)).value_or(domain::ConsentStatus::None);
            present.time = rows.time(1);
            present.device = DeviceId::fromString(rows.text(2)).value_or(DeviceId());
            present.seq = rows.integer(3);
            present.event = EventId::fromString(rows.text(4)).value_or(EventId());
            if (!ledger::supersedes(statement, present))
                return {};
        }
    }
    return m_connection.run(u"INSERT OR REPLACE INTO consent_state(subject, scope, status, time, device, seq, event) "
                            "VALUES(?, ?, ?, ?, ?, ?, ?)"_s,
                            subject, statement.scope, domain::toCode(statement.status), toMs(statement.time),
                            statement.device.toString(), statement.seq, statement.event.toString());
}

Result<BlockEntry> EmbeddedBlocks::blocksOf(const QString &subject)
{
    std::vector<ledger::ConsentStatement> states;
    auto rows = m_connection.statement(
        u"SELECT scope, status, time, device, seq, event FROM consent_state WHERE subject = ?"_s);
    rows.bind(subject);
    for (;;) {
        const auto row = rows.next();
        if (!row)
            return row.error();
        if (!*row)
            break;
        ledger::ConsentStatement state;
        state.subject = SubjectId::fromString(subject).value_or(SubjectId());
        state.scope = rows.text(0);
        state.status = domain::fromCode<domain::ConsentStatus>(rows.text(1)).value_or(domain::ConsentStatus::None);
        state.time = rows.time(2);
        state.device = DeviceId::fromString(rows.text(3)).value_or(DeviceId());
        state.seq = rows.integer(4);
        state.event = EventId::fromString(rows.text(5)).value_or(EventId());
        states.push_back(std::move(state));
    }
    std::map<QString, ContactBlocks::Item> items;
    auto channels = m_connection.statement(u"SELECT item, channel FROM item_channel WHERE subject = ?"_s);
    channels.bind(subject);
    for (;;) {
        const auto row = channels.next();
        if (!row)
            return row.error();
        if (!*row)
            return ContactBlocks::judge(states, items);
        ContactBlocks::Item &item = items[channels.text(0)];
        if (const auto channel = domain::fromCode<domain::Channel>(channels.text(1)))
            item.channels.insert(*channel);
        else
            item.mandatory = true;
    }
}

Result<void> EmbeddedBlocks::refresh(const QByteArray &prefix)
{
    BlockEntry entry;
    {
        auto rows =
            m_connection.statement(u"SELECT subject FROM subject_token WHERE kind = 1 AND substr(token, 1, 8) = ?"_s);
        rows.bind(prefix);
        for (;;) {
            const auto row = rows.next();
            if (!row)
                return row.error();
            if (!*row)
                break;
            const auto one = blocksOf(rows.text(0));
            if (!one)
                return one.error();
            entry.channels |= one->channels;
            entry.allOptional = entry.allOptional || one->allOptional;
        }
    }
    auto present = m_connection.number(u"SELECT channels + 256 * all_optional FROM block WHERE prefix = ?"_s, prefix);
    if (!present && present.error().kind != ErrorKind::NotFound)
        return present.error();
    const qint64 now = entry.channels + (entry.allOptional ? 256 : 0);
    if (present ? *present == now : now == 0)
        return {};
    return m_connection.run(u"INSERT INTO block(prefix, channels, all_optional, version) "
                            "VALUES(?, ?, ?, (SELECT coalesce(max(version), 0) + 1 FROM block)) "
                            "ON CONFLICT(prefix) DO UPDATE SET channels = excluded.channels, "
                            "all_optional = excluded.all_optional, version = excluded.version"_s,
                            prefix, entry.channels, entry.allOptional);
}

} // namespace consent::central
