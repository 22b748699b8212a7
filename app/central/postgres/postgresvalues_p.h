#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "central/postgres/postgresarray.h"

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <optional>
#include <vector>

/// Values on their way to and from QPSQL, which takes an empty text for NULL and gives arrays as text.
namespace consent::central::postgresvalues {

inline QVariant text(const QString &value)
{
    return value.isNull() ? QString::fromLatin1("") : value;
}
inline QVariant text(const QByteArray &ascii)
{
    return text(QString::fromLatin1(ascii));
}
inline QVariant bytes(const QByteArray &value)
{
    return value.isNull() ? QByteArray("") : value;
}
inline QVariant null()
{
    return QVariant(QMetaType::fromType<QString>());
}
template <typename Tag> QVariant id(const Id<Tag> &value)
{
    return text(value.toString());
}
template <typename Tag> QVariant id(const std::optional<Id<Tag>> &value)
{
    return value ? id(*value) : null();
}
template <typename Tag> QVariant ids(const std::vector<Id<Tag>> &values)
{
    QStringList texts;
    for (const Id<Tag> &value : values)
        texts.append(value.toString());
    return postgresarray::ofTexts(texts);
}
inline UtcTime time(const QVariant &value)
{
    return fromMs(value.toLongLong());
}
template <typename T> std::optional<T> readId(const QVariant &value)
{
    return T::fromString(value.toString());
}

} // namespace consent::central::postgresvalues
