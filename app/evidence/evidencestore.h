#pragma once

#include "base/clock.h"
#include "cache/evidence/evidencefiles.h"
#include "evidence/disk.h"
#include "evidence/sealedreader.h"
#include "evidence/sealedwriter.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace consent::cache {
class Cache;
}

namespace consent::evidence {

/// A piece of evidence that is written as it comes. What is flushed outlives a crash. Any thread, one at a time; given
/// up when it dies unfinished: recover() decides what becomes of it.
class OpenEvidence
{
public:
    OpenEvidence(std::unique_ptr<SealedOutput> output, SealedWriter writer, SealedHeader header);

    Result<void> append(QByteArrayView plain) { return m_writer.append(plain); }
    Result<void> flush() { return m_writer.flush(); }
    Result<SealedSummary> finish() { return m_writer.finish(); }
    const SealedHeader &header() const { return m_header; }

private:
    std::unique_ptr<SealedOutput> m_output;
    SealedWriter m_writer; ///< Writes to the output, so it goes before it.
    SealedHeader m_header;
};

/// What an unfinished file came to.
struct RecoveredEvidence
{
    cache::EvidencePart part;
    SealedSummary summary;
};

/// What tidying up found.
struct TidyReport
{
    int missing = 0;   ///< Files that are neither here nor at the centre any more.
    int unknown = 0;   ///< Sealed files that no event tells of; they stay.
    int adopted = 0;   ///< Files that the database had forgotten, taken up again.
    int destroyed = 0; ///< Files of people whose key is gone.
};

/// The sealed files of a desk and what the cache knows of them. The order of things makes a crash harmless: a part is
/// announced before its file is made, its file is whole and on disk before the event names it, and the announcement
/// goes with the event. Cache thread, unless it says otherwise; opens no transaction unless it says so.
class EvidenceStore
{
public:
    /// All outlive this.
    EvidenceStore(cache::Cache &cache, Disk &disk, const Clock &clock);

    /// Announces a file. Commit before start().
    /// @param keep what is whole of it after a crash is evidence (a recording); else it is all or nothing (a paper)
    /// @param facts kept with it, for whoever recovers it
    Result<SealedHeader> announce(const ledger::DataKey &key, bool keep, const QJsonObject &facts);
    /// Any thread.
    Result<OpenEvidence> start(const SealedHeader &header, const ledger::DataKey &key);
    /// Puts a finished file into its place and forgets the announcement: in the transaction of the event that names it.
    Result<void> keep(const SealedHeader &header, const SubjectId &subject, const SealedSummary &summary);
    /// Takes an announced file away again.
    Result<void> discard(const SealedHeader &header);

    /// @return NotFound when it is not on this PC (then want() has it fetched); Damaged; WrongKey
    Result<SealedReader> open(const QByteArray &address, const ledger::DataKey &key);
    /// Has it fetched from the centre.
    /// @return NotFound for evidence that no event names
    Result<void> want(const QByteArray &address);

    /// After a start of the program: what was being written when it ended. Each one is closed and put into its place
    /// as keep() does, or, where it is all or nothing, taken away.
    /// @param keyOf the data key with this id; nothing when it is gone: then the file goes too
    /// @return what is evidence: the caller records its event in the same transaction
    Result<std::vector<RecoveredEvidence>>
    recover(const std::function<Result<std::optional<ledger::DataKey>>(const SubjectId &, const DataKeyId &)> &keyOf);
    /// Makes the database and the folder agree, whichever of them was lost or set back. After recover().
    Result<TidyReport> tidy();

    /// Takes files off this PC that the centre has and nobody used since `before`. @return how many
    Result<int> evict(UtcTime before, int limit);
    /// The key is destroyed: the sealed bytes go as well.
    Result<void> destroy(const SubjectId &subject);

    // For sync: sealed bytes only.
    /// @return NotFound, Io; fewer bytes than asked for at the end
    Result<QByteArray> sealedBytes(const QByteArray &address, qint64 offset, qint64 length);
    /// How much of a fetch is there.
    Result<qint64> fetchedBytes(const QByteArray &address);
    /// @return Conflict when `offset` is not where it goes on
    Result<void> writeFetched(const QByteArray &address, qint64 offset, const QByteArray &bytes);
    /// Checks length and hash and puts it in its place. @return Damaged: then the fetch begins again
    Result<void> finishFetch(const QByteArray &address);

private:
    static QString partName(const SealedHeader &header);
    static QString fetchName(const QByteArray &address);
    static QString finalName(const QByteArray &address);
    Result<std::optional<SealedHeader>> headerOf(const QString &name);
    Result<QByteArray> addressOf(const QString &name);
    Result<void> adopt(const QByteArray &address);

    cache::Cache &m_cache;
    Disk &m_disk;
    const Clock &m_clock;
};

} // namespace consent::evidence
