#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <set>
#include <span>

namespace consent::vault {
class SqlConnection;
}

namespace consent::cache {

class Cache;

/// What a damaged cache still held: for telling the person, and for the report beside the file.
struct SalvageOutcome
{
    QString asidePath;   ///< Where the damaged file lies now, untouched.
    QString reportPath;  ///< What failed, in a text file beside it: no personal data.
    bool opened = false; ///< False: nothing of it could be read, not even its start.
    bool device = false; ///< This PC's signing key and chain head were recovered.
    qint64 waiting = 0;  ///< Events recovered that the centre does not have for certain.
    qint64 events = 0;   ///< All events recovered, those included.
    qint64 ownLost = 0;  ///< Events of this PC, by its chain's numbers, that could not be read.
    qint64 others = 0;   ///< Keys, drafts, access log entries and documents recovered.
    qint64 gaps = 0;     ///< Stretches that could not be read.

    /// For the person: what happened, what is safe, what to do.
    QString sentence() const;
};

/// Recovers a damaged cache: sets the file aside, makes a new one, and takes over what verifies, the events that wait
/// for the centre first. Projections are not taken over: the new cache says Projector::wasInterrupted() until the
/// caller has rebuilt them. Nothing of the damaged file is changed or deleted.
class CacheSalvage
{
public:
    /// @param path of the damaged cache; no connection may be open
    /// @return what was recovered, also when that is nothing; an Error when the new cache can't be made or written. The
    ///     damaged file is safe either way: under its old name until it is set aside, under the new one after that.
    static Result<SalvageOutcome> run(const QString &path, std::span<const std::uint8_t> key, UtcTime now);

private:
    CacheSalvage(vault::SqlConnection &damaged, Cache &cache, SalvageOutcome &outcome);

    Result<void> all();
    Result<void> device();
    Result<void> waiting();
    Result<void> events();
    Result<void> queueOwn();
    Result<void> keys();
    Result<void> drafts();
    Result<void> documents();
    Result<void> accessLog();
    Result<void> takeEvent(const QByteArray &packed);
    void note(const QString &what, qint64 read, qint64 gaps, const QString &fault);

    vault::SqlConnection &m_damaged;
    Cache &m_cache;
    SalvageOutcome &m_outcome;
    QStringList m_report;
    bool m_outboxWhole = false;
    std::set<qint64> m_waiting; // numbers in the damaged file
    std::set<QByteArray> m_waitingIds;
};

} // namespace consent::cache
