#include "ui/log/desklogsource.h"

#include "desk/log/logdesk.h"

namespace consent::ui {

DeskLogSource::DeskLogSource(desk::LogDesk &desk)
    : m_desk(desk)
{
}

QFuture<Result<qint64>> DeskLogSource::count(const desk::LogFilter &filter)
{
    return m_desk.count(filter);
}

QFuture<Result<std::vector<desk::LogRow>>> DeskLogSource::rows(const desk::LogFilter &filter, qint64 first, int count)
{
    return m_desk.rows(filter, first, count);
}

QFuture<Result<desk::RecordView>> DeskLogSource::open(const EventId &event)
{
    return m_desk.open(event);
}

QFuture<Result<desk::LogChoices>> DeskLogSource::choices()
{
    return m_desk.choices();
}

} // namespace consent::ui
