#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <optional>
#include <vector>

namespace consent::central {

/// Array literals of PostgreSQL as text ("8.15 Arrays"): QPSQL binds no arrays.
namespace postgresarray {

/// Of texts that are quoted as needed; std::nullopt is NULL.
QString ofTexts(const std::vector<std::optional<QString>> &texts);
QString ofTexts(const QStringList &texts);
/// As bytea in hex.
QString ofBytes(const std::vector<QByteArray> &bytes);
QString ofNumbers(const std::vector<qint64> &numbers);

/// The elements of a one-dimensional literal without NULLs; nothing when it is not one.
std::optional<QStringList> read(const QString &literal);

} // namespace postgresarray

} // namespace consent::central
