#pragma once

#include "crypto/hash.h"
#include "evidence/disk.h"
#include "evidence/sealedformat.h"

namespace consent::evidence {

/// What a finished piece of evidence is known by.
struct SealedSummary
{
    QByteArray address; ///< SHA-256 (32 bytes) of the sealed bytes.
    qint64 sealedBytes = 0;
    QByteArray plainHash; ///< SHA-256 (32 bytes) of the plain bytes: personal, see sealedformat.h.
    qint64 plainBytes = 0;

    friend bool operator==(const SealedSummary &, const SealedSummary &) = default;
};

/// Seals bytes as they come: plain bytes are in memory only, at most one chunk of them. Any thread, one at a time.
/// After an Error nothing more is written: the file is left as it is, and SealedRecovery closes it.
class SealedWriter
{
public:
    /// Writes the header.
    /// @param output outlives this
    /// @return what ChunkCipher::create() and the output return
    static Result<SealedWriter> begin(SealedOutput &output, const SealedHeader &header, const ledger::DataKey &key);
    ~SealedWriter();
    SealedWriter(SealedWriter &&) noexcept;
    SealedWriter &operator=(SealedWriter &&) = delete;

    /// Whole chunks go out, the rest waits. @return InvalidArgument over the limit, DiskFull, Io.
    Result<void> append(QByteArrayView plain);
    /// What waits goes out as a shorter chunk and is on disk when it returns: a crash after this loses nothing of it.
    Result<void> flush();
    /// Writes the last chunk; on disk when it returns. Nothing may follow.
    Result<SealedSummary> finish();

private:
    friend class SealedRecovery;
    SealedWriter(SealedOutput &output, const SealedHeader &header, ChunkCipher cipher);
    Result<void> put(crypto::Bytes plain, bool last);
    Result<void> emit(QByteArrayView sealed);
    Result<SealedSummary> summary();

    SealedOutput &m_output;
    qsizetype m_chunk;
    ChunkCipher m_cipher;
    QByteArray m_waiting; ///< Plain; wiped when it has gone.
    QByteArray m_out;
    crypto::Sha256 m_sealedHash;
    crypto::Sha256 m_plainHash;
    qint64 m_chunks = 0;
    qint64 m_sealedBytes = 0;
    qint64 m_plainBytes = 0;
    bool m_ended = false;
};

} // namespace consent::evidence
