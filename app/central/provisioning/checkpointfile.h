#pragma once

#include "ledger/checkpoint.h"

#include <QByteArray>

namespace consent::central {

/// A signed checkpoint with the heads that its root is over, as it is kept outside the store: the compact JWS on the
/// first line, then a line a device, "id seq hash" (hash in base64url), in the order of ids. Plain text, so that a
/// person can rebuild the root with an editor and sha256sum (ledger::headLeaf).
struct CheckpointFile
{
    static constexpr qsizetype LimitBytes = 64 * 1024 * 1024; ///< Half a million devices.

    QByteArray jws;
    ledger::Heads heads;

    QByteArray toText() const;
    /// @return Damaged when it is in another form. Does not verify: see CentralInspection::checkBackup().
    static Result<CheckpointFile> fromText(const QByteArray &text);

    static QByteArray headsToText(const ledger::Heads &heads);
    static Result<ledger::Heads> headsFromText(const QByteArray &text);

    friend bool operator==(const CheckpointFile &, const CheckpointFile &) = default;
};

} // namespace consent::central
