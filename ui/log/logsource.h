#pragma once

#include "base/result.h"
#include "desk/log/logviews.h"

#include <QFuture>

#include <vector>

namespace consent::ui {

/// Port: where the consent log comes from. Called on the UI thread; answers come later, so that scrolling never waits.
/// A row's number is its place in the filtered log, newest first.
class LogSource
{
public:
    virtual ~LogSource() = default;
    LogSource(const LogSource &) = delete;
    LogSource &operator=(const LogSource &) = delete;

    virtual QFuture<Result<qint64>> count(const desk::LogFilter &filter) = 0;
    /// Fewer than `count` rows only at the end of the log.
    virtual QFuture<Result<std::vector<desk::LogRow>>> rows(const desk::LogFilter &filter, qint64 first, int count) = 0;
    virtual QFuture<Result<desk::RecordView>> open(const EventId &event) = 0;
    virtual QFuture<Result<desk::LogChoices>> choices() = 0;

protected:
    LogSource() = default;
};

} // namespace consent::ui
