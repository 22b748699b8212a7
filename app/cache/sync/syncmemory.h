#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace consent::vault {
class SqlConnection;
}

namespace consent::cache {

/// Something that went wrong on the way to the central store, in words.
struct SyncTrouble
{
    UtcTime first{};
    UtcTime last{};
    qint64 times = 1;
    bool lasting = false; ///< Does not go away by itself.
    QString message;      ///< For a person; nothing personal.

    friend bool operator==(const SyncTrouble &, const SyncTrouble &) = default;
};

/// How far this PC is with the central store. Cache thread only; opens no transaction.
class SyncMemory
{
public:
    static constexpr int troublesKept = 50;

    explicit SyncMemory(vault::SqlConnection &connection) // outlives this
        : m_connection(connection)
    {
    }

    /// Opaque, as the store gave them; empty: from the beginning.
    Result<QByteArray> pullCursor() const { return bytes(pullName); }
    Result<void> setPullCursor(const QByteArray &cursor) { return setBytes(pullName, cursor); }
    Result<QByteArray> blockCursor() const { return bytes(blockName); }
    Result<void> setBlockCursor(const QByteArray &cursor) { return setBytes(blockName, cursor); }

    /// Events are missing here that the store has (the file was damaged): all are to be pulled again, own ones too.
    Result<bool> wantsAll() const;
    Result<void> setWantsAll(bool wants);

    /// The latest contact that succeeded.
    Result<std::optional<UtcTime>> lastContact() const;
    Result<void> setLastContact(UtcTime time);

    /// Id of the store that this PC shares with others; empty when it has one of its own.
    Result<QString> sharedStore() const;
    Result<void> setSharedStore(const QString &id);

    /// Number of the last access-log entry that the store has.
    Result<qint64> accessLogSent() const;
    Result<void> setAccessLogSent(qint64 number);

    /// The same message as the latest counts once more; only the last troublesKept are kept.
    Result<void> note(const QString &message, bool lasting, UtcTime now);
    /// Newest first.
    Result<std::vector<SyncTrouble>> troubles() const;

private:
    static constexpr const char *pullName = "sync.pull";
    static constexpr const char *blockName = "sync.blocks";

    Result<QByteArray> bytes(const char *name) const;
    Result<void> setBytes(const char *name, const QByteArray &value);

    vault::SqlConnection &m_connection;
};

} // namespace consent::cache
