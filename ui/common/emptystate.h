#pragma once

#include "ui/common/icons.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace consent::ui {

/// What a page or a list shows where there is nothing to show: why, and what to do.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// @param action The word on the button; none without it.
    void say(Icon which, const QString &title, const QString &text, const QString &action = {});

Q_SIGNALS:
    void actionTriggered();

protected:
    void changeEvent(QEvent *event) override;

private:
    void redraw();

    Icon m_which = Icon::Blank;
    QLabel *m_image;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_action;
};

} // namespace consent::ui
