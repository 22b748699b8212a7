#pragma once

#include "desk/exchange/centralquestion.h"
#include "desk/exchange/syncviews.h"

#include <QFuture>
#include <QObject>

namespace consent::sync {
class SyncEngine;
}

namespace consent::desk {

class DeskCore;

/// The way to the central store as people see it: what waits, what went wrong, and asking it for somebody who is not on
/// this PC. UI thread.
class SyncDesk : public QObject
{
    Q_OBJECT

public:
    static constexpr int queueShown = 200;

    /// Both outlive this.
    SyncDesk(DeskCore &core, sync::SyncEngine &engine, QObject *parent);

    QFuture<Result<SyncOverview>> overview();
    /// What the search text would ask the central store; nothing when it is too wide for that.
    std::optional<CentralQuestion> question(const QString &text) const;
    /// Asks the store, in two steps, so that the look-up stands in its access log before anything is shown; whoever is
    /// found stays on this PC for cacheDays.
    /// @return Unavailable with a sentence while the store can't be reached; a refusal is a value
    QFuture<Result<LookUpView>> lookUp(const CentralQuestion &question, LookUpReason reason);
    /// Tries now instead of waiting for the next turn.
    void tryNow();
    /// The person saw what needs attention.
    void alarmsSeen();

private:
    QFuture<Result<LookUpView>> takeIn(const std::vector<SubjectId> &subjects, LookUpView view, LookUpReason reason);

    DeskCore &m_core;
    sync::SyncEngine &m_engine;
};

} // namespace consent::desk
