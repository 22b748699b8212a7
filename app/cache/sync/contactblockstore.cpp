#include "cache/sync/contactblockstore.h"

#include "vault/database/sqlconnection.h"

#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace consent::cache {

namespace {

constexpr qint64 blanketBit = 0x100;

qint64 keyOf(const QByteArray &token)
{
    return qFromBigEndian<qint64>(token.constData());
}

Error shortToken()
{
    return {ErrorKind::InvalidArgument, QString(), u"a token shorter than 8 bytes"_s};
}

} // namespace

ContactBlockStore::ContactBlockStore(vault::SqlConnection &connection)
    : m_connection(connection)
{
}

Result<ContactBlock> ContactBlockStore::find(const QByteArray &token) const
{
    if (token.size() < prefixBytes)
        return shortToken();
    auto query = m_connection.statement(u"SELECT mask FROM contact_block WHERE token=?"_s);
    const auto row = query.bind(keyOf(token)).next();
    if (!row)
        return row.error();
    if (!*row)
        return ContactBlock();
    const qint64 mask = query.integer(0);
    return ContactBlock{static_cast<quint8>(mask & 0xff), (mask & blanketBit) != 0};
}

Result<void> ContactBlockStore::put(const std::vector<Entry> &entries)
{
    // In the order of the key, so that a page of the file is changed once and not once an entry.
    std::vector<std::pair<qint64, ContactBlock>> sorted;
    sorted.reserve(entries.size());
    for (const Entry &entry : entries) {
        if (entry.token.size() < prefixBytes)
            return shortToken();
        sorted.emplace_back(keyOf(entry.token), entry.block);
    }
    std::ranges::stable_sort(sorted, {}, &std::pair<qint64, ContactBlock>::first);
    for (const auto &[key, block] : sorted) {
        const qint64 mask = block.channels + (block.blanket ? blanketBit : 0);
        auto done = block.any() ? m_connection.run(u"INSERT INTO contact_block(token,mask) VALUES(?,?)"
                                                   " ON CONFLICT(token) DO UPDATE SET mask=excluded.mask"_s,
                                                   key, mask)
                                : m_connection.run(u"DELETE FROM contact_block WHERE token=?"_s, key);
        if (!done)
            return done;
    }
    return {};
}

Result<qint64> ContactBlockStore::count() const
{
    return m_connection.number(u"SELECT count(*) FROM contact_block"_s);
}

Result<void> ContactBlockStore::clear()
{
    return m_connection.run(u"DELETE FROM contact_block"_s);
}

} // namespace consent::cache
