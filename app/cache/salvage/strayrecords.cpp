#include "cache/salvage/strayrecords.h"

#include "ledger/event.h"
#include "vault/database/sealedpages.h"

#include <QtEndian>

#include <array>
#include <optional>

namespace consent::cache::strayrecords {

namespace {

constexpr qsizetype usable = vault::SealedPages::usableBytes;
constexpr char tableLeaf = 13;
constexpr char tableInterior = 5;
constexpr qsizetype fileHeader = 100;
constexpr qsizetype maxPayload = ledger::EventLimits::compactBytes * 2;

quint16 big16(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint16>(bytes.constData() + at);
}

quint32 big32(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

/// Reads numbers of SQLite's variable length, never beyond the end.
class Cursor
{
public:
    Cursor(const QByteArray &bytes, qsizetype at, qsizetype end)
        : m_bytes(bytes)
        , m_at(at)
        , m_end(std::min(end, bytes.size()))
    {
    }
    std::optional<qint64> varint()
    {
        quint64 value = 0;
        for (int count = 1; m_at < m_end; ++count) {
            const auto byte = static_cast<quint8>(m_bytes.at(m_at++));
            if (count == 9)
                return static_cast<qint64>((value << 8) | byte);
            value = (value << 7) | (byte & 0x7fU);
            if ((byte & 0x80U) == 0)
                return static_cast<qint64>(value);
        }
        return std::nullopt;
    }
    qsizetype at() const { return m_at; }

private:
    const QByteArray &m_bytes;
    qsizetype m_at;
    qsizetype m_end;
};

/// How much of a payload stands in the leaf itself.
qsizetype localBytes(qsizetype payload)
{
    constexpr qsizetype most = usable - 35;
    constexpr qsizetype least = (usable - 12) * 32 / 255 - 23;
    if (payload <= most)
        return payload;
    const qsizetype local = least + (payload - least) % (usable - 4);
    return local <= most ? local : least;
}

std::optional<QByteArray> payloadAt(const vault::SealedPages &pages, const QByteArray &leaf, qsizetype at,
                                    qsizetype size)
{
    const qsizetype local = localBytes(size);
    if (size > maxPayload || at + local + (local < size ? 4 : 0) > usable)
        return std::nullopt;
    QByteArray payload = leaf.mid(at, local);
    quint32 next = local < size ? big32(leaf, at + local) : 0;
    while (payload.size() < size) {
        if (next == 0 || next > pages.count())
            return std::nullopt;
        const auto page = pages.page(next);
        if (!page)
            return std::nullopt;
        payload += page->mid(4, std::min(usable - 4, size - payload.size()));
        next = big32(*page, 0);
    }
    return payload;
}

qsizetype bytesOf(qint64 serialType)
{
    constexpr std::array<qsizetype, 10> fixed{0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
    if (serialType < 10)
        return fixed[static_cast<std::size_t>(std::max<qint64>(serialType, 0))];
    return static_cast<qsizetype>(serialType - 12) / 2;
}

/// The last column of a row: number, id, device, seq, time, person, type, packed.
std::optional<QByteArray> packedOf(const QByteArray &record)
{
    constexpr std::size_t columns = 8;
    constexpr qint64 idType = 12 + 2 * 16;
    Cursor cursor(record, 0, record.size());
    const auto header = cursor.varint();
    if (!header || *header > record.size())
        return std::nullopt;
    std::array<qint64, columns> types{};
    std::size_t count = 0;
    qsizetype before = *header;
    while (cursor.at() < *header) {
        const auto type = cursor.varint();
        if (!type || *type < 0 || *type > 2 * maxPayload || count == columns)
            return std::nullopt;
        types[count++] = *type;
        if (count < columns)
            before += bytesOf(*type);
    }
    const bool isEvent = count == columns && types[0] == 0 && types[1] == idType && types[6] % 2 == 1 &&
                         types[6] >= 13 && types[7] % 2 == 0 && types[7] >= 12;
    if (!isEvent || before + bytesOf(types[7]) != record.size())
        return std::nullopt;
    return record.mid(before);
}

} // namespace

Result<void> forEachEvent(const vault::SealedPages &pages,
                          const std::function<Result<void>(qint64 number, const QByteArray &packed)> &visit)
{
    for (qint64 number = 2; number <= pages.count(); ++number) {
        const auto page = pages.page(number);
        if (!page || page->at(0) != tableLeaf)
            continue;
        const qsizetype cells = big16(*page, 3);
        for (qsizetype cell = 0; cell < cells && 10 + 2 * cell <= usable; ++cell) {
            Cursor cursor(*page, big16(*page, 8 + 2 * cell), usable);
            const auto size = cursor.varint();
            const auto row = cursor.varint();
            if (!size || !row || *size <= 0)
                continue;
            const auto record = payloadAt(pages, *page, cursor.at(), *size);
            const auto packed = record ? packedOf(*record) : std::nullopt;
            if (!packed)
                continue;
            if (auto visited = visit(*row, *packed); !visited)
                return visited;
        }
    }
    return {};
}

QList<qint64> schemaPages(const QByteArray &firstPage)
{
    QList<qint64> numbers{1};
    if (firstPage.at(fileHeader) != tableInterior)
        return numbers;
    const qsizetype cells = big16(firstPage, fileHeader + 3);
    for (qsizetype cell = 0; cell < cells && fileHeader + 14 + 2 * cell <= usable; ++cell) {
        const qsizetype at = big16(firstPage, fileHeader + 12 + 2 * cell);
        if (at + 4 <= usable)
            numbers.append(big32(firstPage, at));
    }
    numbers.append(big32(firstPage, fileHeader + 8));
    return numbers;
}

} // namespace consent::cache::strayrecords
