#pragma once

#include "base/result.h"

#include <QFuture>
#include <QObject>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace consent::desk {

class DeskCore;

/// What a check of a sealed database found.
struct VaultReport
{
    qint64 pages = 0;
    qint64 frames = 0;               ///< Of the write-ahead log.
    std::vector<qint64> brokenPages; ///< Pages whose seal does not verify.
    std::vector<QString> findings;   ///< In words; empty when all is well.
    bool intact = false;
};

/// Looking after the sealed databases of this desk. Any thread.
class VaultDesk : public QObject
{
    Q_OBJECT

public:
    using Progress = std::function<void(qint64 done, qint64 total)>; ///< Called on the worker thread.
    using Cancel = std::shared_ptr<std::atomic_bool>;

    VaultDesk(DeskCore &core, QObject *parent); // core outlives this

    /// Header, the seal of every page and frame, and SQLite's own integrity check.
    /// @param path empty for this desk's cache; else a file sealed with this desk's key
    QFuture<Result<VaultReport>> check(const QString &path, Progress progress, Cancel cancel);
    /// A plain copy of this desk's cache: everything in the clear. Written to the access log with the reason, before
    /// the copy begins.
    /// @return NotAllowed without the right, InvalidArgument without a reason, AlreadyExists when the target exists.
    QFuture<Result<qint64>> exportPlain(const QString &target, const QString &reason, Progress progress);

private:
    DeskCore &m_core;
};

} // namespace consent::desk
