#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "base/id.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>

/// Reading of JSON from outside, strictly: a value of another type or out of range is no value. For this folder only.
namespace consent::ledger {

/// 9999-12-31T23:59:59.999Z
constexpr qint64 latestMs = 253'402'300'799'999;

Error damagedEvent(const QString &detail);

/// How deep brackets nest in the text, counted without parsing it; brackets in strings don't count.
int jsonDepth(const QByteArray &json);
QByteArray compactJson(const QJsonObject &object);

std::optional<QString> readString(const QJsonObject &object, QLatin1StringView name, qsizetype longest);
std::optional<qint64> readInteger(const QJsonObject &object, QLatin1StringView name, qint64 least, qint64 most);
std::optional<bool> readBool(const QJsonObject &object, QLatin1StringView name);
std::optional<QStringList> readStrings(const QJsonObject &object, QLatin1StringView name, qsizetype longest,
                                       qsizetype most);

template <typename T> std::optional<T> readId(const QJsonObject &object, QLatin1StringView name)
{
    const QJsonValue value = object.value(name);
    return value.isString() ? T::fromString(value.toString()) : std::nullopt;
}

} // namespace consent::ledger
