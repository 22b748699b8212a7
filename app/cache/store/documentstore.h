#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace consent::vault {
class SqlConnection;
}

namespace consent::cache {

namespace documentkinds {
inline constexpr QLatin1StringView notice("notice"); ///< id: number. From notice.published; the first one stands.
inline constexpr QLatin1StringView script("script"); ///< id: code/version. From script.published; the first one stands.
inline constexpr QLatin1StringView user("user");     ///< id: user id. From user.added; the latest one stands.
inline constexpr QLatin1StringView device("device"); ///< id: device id. From device.enrolled.
} // namespace documentkinds

/// Something kept whole under a kind and an id.
struct Document
{
    QString kind;
    QString id;
    QJsonObject facts;           ///< As published, without the source.
    QByteArray bytes;            ///< The source; may be empty.
    std::optional<qint64> event; ///< The event that published it; nothing for what the desk keeps by itself.

    friend bool operator==(const Document &, const Document &) = default;
};

/// Notices, scripts, staff and devices as the events publish them, and small blobs that the desk keeps by itself under
/// kinds of its own. Cache thread only; opens no transaction.
class DocumentStore
{
public:
    explicit DocumentStore(vault::SqlConnection &connection); // outlives this

    /// Adds it or takes the place of the one with its kind and id.
    Result<void> put(const Document &document);
    Result<std::optional<Document>> find(const QString &kind, const QString &id) const;
    /// Every one of a kind, by id.
    Result<std::vector<Document>> ofKind(const QString &kind) const;
    Result<void> remove(const QString &kind, const QString &id);
    /// Forgets those that events published: before a rebuild.
    Result<void> clearPublished();

private:
    vault::SqlConnection &m_connection;
};

} // namespace consent::cache
