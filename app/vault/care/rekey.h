#pragma once

#include "base/result.h"

#include <QCoreApplication>
#include <QString>

#include <functional>
#include <span>

namespace consent::vault {

class RawConnection;

/// Moves a sealed database under a new key: a new file page by page, checked, put in the place of the old one, which is
/// then destroyed. Interrupted anywhere, by a crash as well, it goes on where it stopped when run() is called again;
/// until the new file stands in its place, the old one is untouched and can be used (then the copy begins anew).
class Rekey
{
    Q_DECLARE_TR_FUNCTIONS(consent::vault::Rekey)

public:
    enum class Step { Copying, Checking, Replacing, Destroying };
    /// Called before each step and, with pages, while copying and checking. False stops; run() then gives Cancelled.
    using Progress = std::function<bool(Step step, qint64 done, qint64 total)>;
    struct Keys
    {
        std::span<const std::uint8_t> current; ///< Of the file as it is; not needed when it has the new epoch already.
        std::span<const std::uint8_t> fresh;
        unsigned int freshEpoch = 0; ///< Higher than that of the file.
    };

    /// Nobody else may have the database open. Takes long; not for the UI thread. Key slots are the caller's: the new
    /// key must be in them before this is called, and the old one may be forgotten when it has succeeded.
    /// @return Busy, WrongKey, Damaged, DiskFull, Io, Cancelled, or InvalidArgument for an epoch that is not higher.
    static Result<void> run(const QString &path, const Keys &keys, const Progress &progress);

    /// Whether a run was interrupted and has left something to do.
    static bool isUnfinished(const QString &path);

private:
    Rekey(QString path, const Keys &keys, const Progress &progress);

    Result<void> all();
    Result<void> copy();
    Result<void> copyPages(RawConnection &source, RawConnection &target, qint64 from);
    Result<void> check();
    Result<void> replace();
    Result<void> destroy();
    Result<void> proceed(Step step, qint64 done, qint64 total) const;
    Result<qint64> pagesAlreadyCopied() const;
    Result<void> remember(qint64 pages) const;
    static Result<unsigned int> epochOf(const QString &path);

    QString m_path;
    QString m_freshPath;   ///< The new file while it grows.
    QString m_statePath;   ///< How far the copy is, and of what.
    QString m_retiredPath; ///< The old file once the new one is about to take its place.
    Keys m_keys;
    const Progress &m_progress;
};

} // namespace consent::vault
