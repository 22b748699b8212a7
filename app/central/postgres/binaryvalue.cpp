#include "central/postgres/binaryvalue_p.h"

#include <QUuid>
#include <QtEndian>

namespace consent::central {

namespace {

// From PostgreSQL's catalog pg_type; fixed for ever.
constexpr quint32 byteaType = 17;
constexpr quint32 bigintType = 20;
constexpr quint32 textType = 25;
constexpr quint32 uuidType = 2950;
constexpr quint32 byteaArrayType = 1001;
constexpr quint32 textArrayType = 1009;

template <typename Number> void append(QByteArray &bytes, Number value)
{
    const Number big = qToBigEndian(value);
    bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
}

/// One dimension, from 1, nothing null.
QByteArray array(quint32 elementType, std::span<const QByteArrayView> values)
{
    qsizetype size = 20;
    for (const QByteArrayView value : values)
        size += 4 + value.size();
    QByteArray bytes;
    bytes.reserve(size);
    append<qint32>(bytes, values.empty() ? 0 : 1);
    append<qint32>(bytes, 0);
    append(bytes, elementType);
    if (values.empty())
        return bytes;
    append(bytes, static_cast<qint32>(values.size()));
    append<qint32>(bytes, 1);
    for (const QByteArrayView value : values) {
        append(bytes, static_cast<qint32>(value.size()));
        bytes.append(value);
    }
    return bytes;
}

} // namespace

BinaryValue BinaryValue::ofBytes(QByteArrayView value)
{
    return {byteaType, value.toByteArray()};
}

BinaryValue BinaryValue::ofNumber(qint64 value)
{
    BinaryValue made{bigintType, {}};
    append(made.bytes, value);
    return made;
}

BinaryValue BinaryValue::ofId(const QString &id)
{
    return {uuidType, QUuid::fromString(id).toRfc4122()};
}

BinaryValue BinaryValue::ofByteArrays(std::span<const QByteArrayView> values)
{
    return {byteaArrayType, array(byteaType, values)};
}

BinaryValue BinaryValue::ofTexts(std::span<const QByteArrayView> utf8)
{
    return {textArrayType, array(textType, utf8)};
}

} // namespace consent::central
