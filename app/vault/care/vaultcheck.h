#pragma once

#include "base/result.h"

#include <QCoreApplication>
#include <QString>

#include <functional>
#include <span>
#include <vector>

struct sqlite3_file;

namespace consent::vault {

class RawConnection;

/// What a check of a sealed database found.
struct VaultFindings
{
    qint64 pages = 0;                ///< Looked at.
    qint64 frames = 0;               ///< Of the write-ahead log; those that count.
    std::vector<qint64> brokenPages; ///< Numbers of pages whose seal does not verify, at most 1000.
    std::vector<QString> words;      ///< What is wrong, for a person; empty when all is well.
    bool intact() const { return words.empty(); }
};

/// Looks at all of a sealed database: header, the seal of every page and of the log's frames, then SQLite's own
/// integrity check. Changes nothing. A database that another program has open can't be checked.
class VaultCheck
{
    Q_DECLARE_TR_FUNCTIONS(consent::vault::VaultCheck)

public:
    /// Pages and frames done and in all; called now and then on the thread of run(). False ends the check.
    using Progress = std::function<bool(qint64 done, qint64 total)>;

    /// Takes long; not for the UI thread.
    /// @return the findings, also of a damaged file; NotFound, WrongKey, Busy, Io, or Cancelled when nothing was
    /// learnt.
    static Result<VaultFindings> run(const QString &path, std::span<const std::uint8_t> key, const Progress &progress);

private:
    VaultCheck(RawConnection &connection, const Progress &progress);
    bool goOn();
    bool checkPages();
    bool checkLog();
    bool checkIntegrity();
    void sayBrokenPages();

    RawConnection &m_connection;
    const Progress &m_progress;
    VaultFindings m_findings;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace consent::vault
