#pragma once

#include "base/id.h"
#include "base/result.h"

#include <QByteArray>

#include <optional>

namespace consent::vault {
class SqlConnection;
class SqlStatement;
} // namespace consent::vault

namespace consent::cache {

/// The 16 bytes of an id, as the database keeps it.
QByteArray idBytes(const QString &canonicalText);
template <typename Tag> QByteArray idBytes(const Id<Tag> &id)
{
    return idBytes(id.toString());
}
QString idText(const QByteArray &bytes);
template <typename IdType> IdType idFrom(const QByteArray &bytes)
{
    return IdType::fromString(idText(bytes)).value_or(IdType());
}

/// The small numbers by which this file knows people, devices, staff and scopes. A number is given on first mention and
/// never changes. Cache thread only; opens no transaction.
class Numbers
{
public:
    explicit Numbers(vault::SqlConnection &connection); // outlives this

    Result<qint64> of(const SubjectId &person);
    Result<qint64> of(const DeviceId &device);
    Result<qint64> of(const UserId &staff);
    Result<qint64> ofScope(const QString &code);

    /// Without giving one. @return nothing when it was never mentioned.
    Result<std::optional<qint64>> find(const SubjectId &person) const;
    Result<std::optional<qint64>> find(const DeviceId &device) const;
    Result<std::optional<qint64>> find(const UserId &staff) const;
    Result<std::optional<qint64>> findScope(const QString &code) const;

    Result<SubjectId> person(qint64 number) const;
    Result<DeviceId> device(qint64 number) const;
    Result<QString> scope(qint64 number) const;

private:
    vault::SqlConnection &m_connection;
};

} // namespace consent::cache
