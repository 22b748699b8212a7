#pragma once

#include "central/centralstore.h"
#include "central/embedded/embeddedsession.h"

namespace consent::central {

/// Sealed evidence in the embedded store, by its hash.
class EmbeddedEvidence
{
public:
    explicit EmbeddedEvidence(EmbeddedSession &session)
        : m_connection(session.connection)
    {
    }

    Result<EvidenceState> state(const QByteArray &sha256);
    Result<EvidenceState> putChunk(const QByteArray &sha256, const SubjectId &subject, qint64 total, qint64 offset,
                                   const QByteArray &bytes);
    Result<QByteArray> chunk(const QByteArray &sha256, qint64 offset, qint64 length);
    /// Inside the caller's transaction.
    Result<void> forget(const SubjectId &subject);

private:
    Result<bool> hashIsRight(const QByteArray &sha256);
    Result<void> drop(const QByteArray &sha256);

    vault::SqlConnection &m_connection;
};

} // namespace consent::central
