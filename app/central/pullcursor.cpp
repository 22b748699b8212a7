#include "central/pullcursor.h"

#include "crypto/base64url.h"

#include <QtEndian>

namespace consent::central {

namespace {

constexpr char format = 1;
constexpr qsizetype idBytes = 16;
constexpr qsizetype entryBytes = idBytes + 8;

QByteArray bytesOfId(const DeviceId &device)
{
    QByteArray hex = device.toString().toLatin1();
    hex.replace('-', QByteArray());
    return QByteArray::fromHex(hex);
}

std::optional<DeviceId> idOfBytes(const QByteArray &bytes)
{
    QString text = QString::fromLatin1(bytes.toHex());
    for (const qsizetype at : {8, 13, 18, 23})
        text.insert(at, u'-');
    return DeviceId::fromString(text);
}

} // namespace

std::optional<PullCursor> PullCursor::fromToken(const QByteArray &token)
{
    PullCursor cursor;
    if (token.isEmpty())
        return cursor;
    const auto bytes = crypto::base64UrlDecode(token);
    if (!bytes || bytes->size() % entryBytes != 1 || bytes->front() != format)
        return std::nullopt;
    for (qsizetype at = 1; at < bytes->size(); at += entryBytes) {
        const auto device = idOfBytes(bytes->mid(at, idBytes));
        const auto seq = qFromBigEndian<qint64>(bytes->constData() + at + idBytes);
        if (!device || seq < 1 || cursor.m_seqs.contains(*device))
            return std::nullopt;
        cursor.m_seqs.emplace(*device, seq);
    }
    return cursor;
}

QByteArray PullCursor::toToken() const
{
    if (m_seqs.empty())
        return {};
    QByteArray bytes(1, format);
    for (const auto &[device, seq] : m_seqs) {
        bytes += bytesOfId(device);
        const qint64 big = qToBigEndian(seq);
        bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
    }
    return crypto::base64UrlEncode(crypto::bytesOf(bytes));
}

qint64 PullCursor::seqOf(const DeviceId &device) const
{
    const auto at = m_seqs.find(device);
    return at == m_seqs.end() ? 0 : at->second;
}

} // namespace consent::central
