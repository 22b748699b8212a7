#pragma once

#include "evidence/sealedwriter.h"

#include <memory>
#include <vector>

namespace consent::evidence {

/// Opens sealed evidence anywhere; what it gives has verified. One thread at a time.
class SealedReader
{
public:
    /// Walks the frames and opens the last chunk: from then on the length is proved.
    /// @return Damaged when it is cut off, too long or altered as far as that shows; WrongKey; Unavailable; Io.
    static Result<SealedReader> open(std::unique_ptr<SealedInput> input, const ledger::DataKey &key);
    SealedReader(SealedReader &&) noexcept = default;
    SealedReader &operator=(SealedReader &&) noexcept = default;
    ~SealedReader();

    qint64 size() const noexcept { return m_size; } ///< Plain bytes.
    qint64 chunkCount() const noexcept { return qint64(m_places.size()); }

    /// @param offset from 0 to size(); @return fewer bytes than asked for only at the end; Damaged; Io
    Result<QByteArray> read(qint64 offset, qint64 length);
    /// Opens every chunk. @return the SHA-256 (32 bytes) of the plain bytes; Damaged, Io
    Result<QByteArray> verify();

private:
    struct Place
    {
        qint64 at = 0;    ///< Of the frame in the file.
        qint64 plain = 0; ///< Of its first plain byte.
    };
    friend class SealedRecovery;

    SealedReader(std::unique_ptr<SealedInput> input, const SealedHeader &header, ChunkCipher cipher);
    /// Reads frames until the last, the end of the file, or something that is none.
    Result<void> walk(qint64 fileSize);
    Result<void> loadChunk(qsizetype number);
    qint64 plainEnd(qsizetype number) const;

    std::unique_ptr<SealedInput> m_input;
    SealedHeader m_header;
    ChunkCipher m_cipher;
    std::vector<Place> m_places;
    qint64 m_size = 0;
    qint64 m_end = 0;     ///< Where the frames that were walked end in the file.
    bool m_ended = false; ///< The last of them says that it is the last.
    QByteArray m_plain;   ///< Of chunk m_open; wiped when another takes its place.
    qsizetype m_open = -1;
};

/// Closes a file whose writer did not end: after a crash, a cut, or a full disk. Everything up to the last whole chunk
/// is kept.
class SealedRecovery
{
public:
    /// @return Damaged when there is not even a header, and whatever reading and writing return
    static Result<SealedSummary> close(Disk &disk, const QString &name, const ledger::DataKey &key);
};

} // namespace consent::evidence
