#include "ui/common/quietbusybar.h"

#include "ui/common/tones.h"

#include <QPainter>
#include <QTimerEvent>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int quietMs = 100;
constexpr int frameMs = 33;
constexpr int sweepMs = 1400;
constexpr int barHeight = 3;

} // namespace

QuietBusyBar::QuietBusyBar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"busyBar"_s);
    setFixedHeight(barHeight);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

QSize QuietBusyBar::sizeHint() const
{
    return {100, barHeight};
}

void QuietBusyBar::setBusy(bool busy)
{
    if (busy == m_busy)
        return;
    m_busy = busy;
    m_showing = false;
    if (busy) {
        m_since.start();
        m_timer.start(quietMs, this);
    } else {
        m_timer.stop();
        setAccessibleName({});
    }
    update();
}

void QuietBusyBar::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QWidget::timerEvent(event);
    if (!m_showing) {
        m_showing = true;
        setAccessibleName(tr("Working"));
        m_timer.start(frameMs, this);
    }
    update();
}

void QuietBusyBar::paintEvent(QPaintEvent *)
{
    if (!m_showing)
        return;
    const Tones &tones = Tones::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tones.accentSoft);
    const double phase = static_cast<double>(m_since.elapsed() % sweepMs) / sweepMs;
    const double part = width() / 4.0;
    painter.fillRect(QRectF(phase * (width() + part) - part, 0, part, height()), tones.accent);
}

} // namespace consent::ui
