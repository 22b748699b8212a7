#pragma once

#include "base/result.h"
#include "desk/log/logviews.h"

#include <QFuture>
#include <QObject>

namespace consent::desk {

class DeskCore;

/// The consent log. UI thread; the work is done on the cache thread.
class LogDesk : public QObject
{
    Q_OBJECT

public:
    LogDesk(DeskCore &core, QObject *parent); // core outlives this

    QFuture<Result<qint64>> count(const LogFilter &filter);
    /// Rows of the filtered log, newest first.
    /// @param first index of the first row, from 0
    QFuture<Result<std::vector<LogRow>>> rows(const LogFilter &filter, qint64 first, int count);
    /// Opens one record and checks its signature and chain link; logged as a view of its person.
    QFuture<Result<RecordView>> open(const EventId &event);
    /// The receipt of a record again, for showing, printing and saving; logged as a print.
    QFuture<Result<ReceiptDocument>> receipt(const EventId &event);
    /// What the filters can offer.
    QFuture<Result<LogChoices>> choices();

private:
    DeskCore &m_core;
};

} // namespace consent::desk
