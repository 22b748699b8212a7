#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <span>
#include <vector>

namespace consent::central {

/// An argument as PostgreSQL's binary protocol takes it: for calls with so many bytes that writing them as text, and
/// reading that text on the other side, would cost more than the call.
struct BinaryValue
{
    quint32 type = 0; ///< Oid.
    QByteArray bytes;

    static BinaryValue ofBytes(QByteArrayView value);
    static BinaryValue ofNumber(qint64 value);
    /// @param id 8-4-4-4-12
    static BinaryValue ofId(const QString &id);
    static BinaryValue ofByteArrays(std::span<const QByteArrayView> values);
    static BinaryValue ofTexts(std::span<const QByteArrayView> utf8);
};

} // namespace consent::central
