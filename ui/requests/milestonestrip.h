#pragma once

#include "desk/requests/requestviews.h"

#include <QWidget>

#include <array>

namespace consent::ui {

/// The way of a request on one line: received, verified, done, told. What was reached is filled and dated.
class MilestoneStrip : public QWidget
{
    Q_OBJECT

public:
    explicit MilestoneStrip(QWidget *parent = nullptr);

    void setRequest(const desk::RequestView &request);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Milestone
    {
        QString word;
        QString date; ///< Empty until it is known.
        bool reached = false;
    };

    void describe();

    desk::RequestView m_request;
    std::array<Milestone, 4> m_way;
};

} // namespace consent::ui
