#pragma once

#include "desk/requests/requestviews.h"

#include <QWidget>

#include <optional>

namespace consent::ui {

/// The clock of a request: the largest figure on the page, with the date below it and an icon beside it.
class RequestClockView : public QWidget
{
    Q_OBJECT

public:
    explicit RequestClockView(QWidget *parent = nullptr);

    void setRequest(const desk::RequestSummary &request);
    QString figure() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();

    std::optional<desk::RequestSummary> m_request;
};

} // namespace consent::ui
