#include "ui/shell/idlewatch.h"

#include <QApplication>
#include <QEvent>
#include <QTimerEvent>

#include <algorithm>

namespace consent::ui {

IdleWatch::IdleWatch(QApplication &application, QObject *parent)
    : QObject(parent)
{
    application.installEventFilter(this);
}

void IdleWatch::setLimit(std::chrono::milliseconds limit)
{
    m_limit = limit;
    watchOn();
}

void IdleWatch::watchOn()
{
    m_untouched.start();
    if (m_limit.count() > 0)
        m_timer.start(static_cast<int>(m_limit.count()), this);
    else
        m_timer.stop();
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TabletPress:
    case QEvent::TouchBegin:
        if (m_timer.isActive())
            m_untouched.restart(); // Cheap: the timer is set again only when it fires.
        else
            watchOn();
        break;
    default: // Of the events of Qt only these come from a hand.
        break;
    }
    return QObject::eventFilter(watched, event);
}

void IdleWatch::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    const auto left = m_limit.count() - m_untouched.elapsed();
    if (left > 0) {
        m_timer.start(static_cast<int>(std::max<qint64>(left, 1)), this);
        return;
    }
    m_timer.stop();
    Q_EMIT idle();
}

} // namespace consent::ui
