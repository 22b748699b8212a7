#pragma once

#include "base/id.h"
#include "base/result.h"

#include <QByteArray>

#include <optional>

namespace consent::sync {

/// Sealed evidence by its content: a recording, a signature, a scan.
struct EvidenceItem
{
    QByteArray sha256; ///< 32 bytes, of the sealed bytes.
    SubjectId subject;
    qint64 total = 0; ///< Bytes.
};

/// Port: the desk's evidence that goes to the central store, and what somebody here wants from it. Called on the sync
/// thread, one piece at a time; may block on another thread, which must not wait for the sync thread.
class EvidenceSource
{
public:
    virtual ~EvidenceSource() = default;
    EvidenceSource(const EvidenceSource &) = delete;
    EvidenceSource &operator=(const EvidenceSource &) = delete;

    /// The oldest that the store does not have; nothing when it has all.
    virtual Result<std::optional<EvidenceItem>> nextToSend() = 0;
    /// Sealed bytes of what is to be sent. @return fewer than `length` at the end only
    virtual Result<QByteArray> read(const QByteArray &sha256, qint64 offset, qint64 length) = 0;
    /// The store has all of it.
    virtual Result<void> sent(const QByteArray &sha256) = 0;

    /// What somebody here waits for; nothing when nobody does.
    virtual Result<std::optional<EvidenceItem>> nextToFetch() = 0;
    /// How much of it came before: where to go on. May go back to 0 when what came was found to be spoiled.
    virtual Result<qint64> received(const QByteArray &sha256) = 0;
    virtual Result<void> write(const QByteArray &sha256, qint64 offset, const QByteArray &bytes) = 0;
    /// All of it came: verify it and put it in its place. @return Damaged when its hash is another one
    virtual Result<void> fetched(const QByteArray &sha256) = 0;

    /// This one can't be sent or fetched (refused, erased, not there): leave it out until somebody asks again.
    virtual Result<void> failed(const QByteArray &sha256, const Error &why) = 0;

protected:
    EvidenceSource() = default;
};

} // namespace consent::sync
