#pragma once

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QWidget>

namespace consent::ui {

/// A thin bar that moves while something is under way; nothing is seen of it in the first 100 ms. Its place is kept,
/// so that nothing jumps.
class QuietBusyBar : public QWidget
{
    Q_OBJECT

public:
    explicit QuietBusyBar(QWidget *parent = nullptr);

    void setBusy(bool busy);
    bool isBusy() const { return m_busy; }
    /// Whether a person sees it.
    bool isShowing() const { return m_showing; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    QBasicTimer m_timer;
    QElapsedTimer m_since;
    bool m_busy = false;
    bool m_showing = false;
};

} // namespace consent::ui
