#pragma once

#include "base/id.h"

#include <QByteArray>

#include <map>
#include <optional>

namespace consent::central {

/// What the opaque token of CentralStore::pull stands for: how far each device's chain was pulled. Adapters only.
class PullCursor
{
public:
    PullCursor() = default;
    /// @return nothing for a token that toToken() did not make; an empty token is the beginning
    static std::optional<PullCursor> fromToken(const QByteArray &token);
    QByteArray toToken() const;

    qint64 seqOf(const DeviceId &device) const;
    const std::map<DeviceId, qint64> &seqs() const noexcept { return m_seqs; }
    void advance(const DeviceId &device, qint64 seq) { m_seqs[device] = seq; }

private:
    std::map<DeviceId, qint64> m_seqs;
};

} // namespace consent::central
