#include "vault/care/vaultcheck.h"

#include "vault/database/heldkey.h"
#include "vault/database/rawconnection.h"
#include "vault/database/sqlerror.h"
#include "vault/vfs/vfsformat.h"
#include "vault/vfs/vfslogfile.h"

#include <QFileInfo>

#include <sqlite3.h>

namespace consent::vault {

namespace {

constexpr std::size_t MostListed = 1000;
constexpr qint64 ProgressEvery = 256;
constexpr std::size_t LogSaltsAt = 16;
constexpr std::size_t FrameSaltsAt = 8;
constexpr std::size_t SaltBytes = 8;

int readAt(sqlite3_file *file, std::span<std::uint8_t> out, qint64 offset)
{
    return file->pMethods->xRead(file, out.data(), static_cast<int>(out.size()), offset);
}

qint64 sizeOf(sqlite3_file *file)
{
    sqlite3_int64 bytes = 0;
    return file && file->pMethods->xFileSize(file, &bytes) == SQLITE_OK ? bytes : 0;
}

} // namespace

VaultCheck::VaultCheck(RawConnection &connection, const Progress &progress)
    : m_connection(connection)
    , m_progress(progress)
{
}

Result<VaultFindings> VaultCheck::run(const QString &path, std::span<const std::uint8_t> key, const Progress &progress)
{
    if (!QFileInfo::exists(path))
        return Error{ErrorKind::NotFound, tr("There is no such file."), {}};
    const auto held = HeldKey::hold(path, key, 1);
    if (!held)
        return held.error();
    RawConnection connection;
    VaultCheck check(connection, progress);
    const int opened = connection.open(path, false);
    if (opened == SQLITE_IOERR_DATA) {
        check.m_findings.words.push_back(tr("The file has lost its pages."));
        return check.m_findings;
    }
    if (opened != SQLITE_OK)
        return sqlError(opened, QStringLiteral("open for a check"));
    connection.setWatcher([&check] { return check.goOn(); });

    // The first read recovers the log and takes the lock that keeps others from writing into it under our eyes.
    const int begun = connection.run("BEGIN");
    const int read = begun == SQLITE_OK ? connection.run("SELECT count(*) FROM sqlite_schema") : begun;
    if ((read & 0xff) == SQLITE_BUSY || read == SQLITE_INTERRUPT)
        return sqlError(read, QStringLiteral("begin a check"));
    const Error cancelled{ErrorKind::Cancelled, tr("The check was stopped before its end."), {}};
    if (!check.checkPages() || !check.checkLog())
        return cancelled;
    if (read != SQLITE_OK && check.m_findings.words.empty())
        check.m_findings.words.push_back(tr("The write-ahead log is damaged: what was saved last may be in it."));
    if (read == SQLITE_OK && !check.checkIntegrity())
        return cancelled;
    return check.m_findings;
}

bool VaultCheck::goOn()
{
    return !m_progress || m_progress(m_done, m_total);
}

bool VaultCheck::checkPages()
{
    sqlite3_file *file = m_connection.mainFile();
    m_findings.pages = sizeOf(file) / static_cast<qint64>(PageBytes);
    m_total = m_findings.pages;
    std::array<std::uint8_t, PageBytes> page;
    for (qint64 index = 0; index < m_findings.pages; ++index, ++m_done) {
        if (index == LockPageIndex)
            continue;
        // A checkpoint of this process may be writing the very page: then it reads well the second time.
        const qint64 offset = index * static_cast<qint64>(PageBytes);
        const bool good = readAt(file, page, offset) == SQLITE_OK || readAt(file, page, offset) == SQLITE_OK;
        if (!good && m_findings.brokenPages.size() < MostListed)
            m_findings.brokenPages.push_back(index + 1);
        if (m_done % ProgressEvery == 0 && !goOn())
            return false;
    }
    sayBrokenPages();
    return true;
}

void VaultCheck::sayBrokenPages()
{
    if (m_findings.brokenPages.empty())
        return;
    m_findings.words.push_back(
        tr("%n page(s) do not verify, the first is page %1.", nullptr, static_cast<int>(m_findings.brokenPages.size()))
            .arg(m_findings.brokenPages.front()));
}

/// Frames count up to the first that is not of this round of the log; the VFS makes an error of a damaged one that was
/// known to be on disk.
bool VaultCheck::checkLog()
{
    sqlite3_file *log = m_connection.logFile();
    const qint64 bytes = sizeOf(log);
    std::array<std::uint8_t, LogFile::HeaderPlainBytes> header;
    if (bytes <= static_cast<qint64>(header.size()))
        return true;
    if (readAt(log, header, 0) != SQLITE_OK) {
        m_findings.words.push_back(tr("The header of the write-ahead log does not verify."));
        return true;
    }
    const qint64 frames = (bytes - static_cast<qint64>(header.size())) / LogFile::FramePlainBytes;
    m_total += frames;
    std::array<std::uint8_t, LogFile::FramePlainBytes> frame;
    for (qint64 index = 0; index < frames; ++index, ++m_done) {
        const qint64 offset = static_cast<qint64>(header.size()) + index * LogFile::FramePlainBytes;
        if (readAt(log, frame, offset) != SQLITE_OK) {
            m_findings.words.push_back(tr("Frame %1 of the write-ahead log does not verify.").arg(index + 1));
            return true;
        }
        if (!std::ranges::equal(std::span(frame).subspan<FrameSaltsAt, SaltBytes>(),
                                std::span(header).subspan<LogSaltsAt, SaltBytes>()))
            return true;
        ++m_findings.frames;
        if (m_done % ProgressEvery == 0 && !goOn())
            return false;
    }
    return true;
}

bool VaultCheck::checkIntegrity()
{
    std::vector<QString> rows;
    const int result = m_connection.texts("PRAGMA integrity_check", rows);
    if (result == SQLITE_INTERRUPT)
        return false;
    if (result != SQLITE_OK && m_findings.words.empty())
        m_findings.words.push_back(sqlError(result, QStringLiteral("integrity_check")).message);
    for (const QString &row : rows) {
        if (row != QLatin1String("ok"))
            m_findings.words.push_back(tr("The structure is damaged: %1").arg(row));
    }
    return true;
}

} // namespace consent::vault
