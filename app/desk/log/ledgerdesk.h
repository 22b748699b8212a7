#pragma once

#include "base/id.h"
#include "base/result.h"
#include "ledger/checkpoint.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace consent::desk {

class DeskCore;

/// What verifying the ledger found.
struct LedgerReport
{
    qint64 events = 0;
    int devices = 0;
    bool intact = false;
    QString firstFault;            ///< In words, naming device, sequence number and event; empty when intact.
    bool projectionsEqual = false; ///< What the screens show equals a fresh replay of the events.
    bool headKept = false;         ///< The store has at least what this device remembers to have written.
};

/// The public key of a device, by which anybody can check what it signed.
struct DeviceKey
{
    DeviceId device;
    QByteArray jwk; ///< RFC 7517, JSON.
};

/// Proof that nothing was changed behind the program's back, and putting projections right. Any thread.
class LedgerDesk : public QObject
{
    Q_OBJECT

public:
    using Progress = std::function<void(qint64 done, qint64 total)>; ///< Called on the worker thread.
    using Cancel = std::shared_ptr<std::atomic_bool>;

    LedgerDesk(DeskCore &core, QObject *parent); // core outlives this

    QFuture<Result<LedgerReport>> verify(Progress progress, Cancel cancel);
    /// Drops every projection and replays the events.
    QFuture<Result<qint64>> rebuild(Progress progress, Cancel cancel);

    /// A checkpoint over these heads, signed with the key of this PC in the name of the signed-in user. Privacy
    /// officers.
    QFuture<Result<QByteArray>> signCheckpoint(ledger::Heads heads);

    /// As announced by the first event of each device.
    QFuture<Result<std::vector<DeviceKey>>> deviceKeys();

private:
    DeskCore &m_core;
};

} // namespace consent::desk
