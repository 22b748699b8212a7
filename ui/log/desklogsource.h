#pragma once

#include "ui/log/logsource.h"

namespace consent::desk {
class LogDesk;
}

namespace consent::ui {

/// The consent log of the signed-in desk.
class DeskLogSource : public LogSource
{
public:
    explicit DeskLogSource(desk::LogDesk &desk); // desk outlives this

    QFuture<Result<qint64>> count(const desk::LogFilter &filter) override;
    QFuture<Result<std::vector<desk::LogRow>>> rows(const desk::LogFilter &filter, qint64 first, int count) override;
    QFuture<Result<desk::RecordView>> open(const EventId &event) override;
    QFuture<Result<desk::LogChoices>> choices() override;

private:
    desk::LogDesk &m_desk;
};

} // namespace consent::ui
