#pragma once

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>

#include <chrono>

class QApplication;

namespace consent::ui {

/// Notices that nobody has touched keyboard, mouse, pen or screen of the program for a while.
class IdleWatch : public QObject
{
    Q_OBJECT

public:
    IdleWatch(QApplication &application, QObject *parent);

    /// Zero turns it off.
    void setLimit(std::chrono::milliseconds limit);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Once; again after the next touch.
    void idle();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void watchOn();

    std::chrono::milliseconds m_limit{0};
    QElapsedTimer m_untouched;
    QBasicTimer m_timer;
};

} // namespace consent::ui
