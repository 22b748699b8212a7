#pragma once

#include "desk/calls/callviews.h"

#include <QWidget>

class QLabel;

namespace consent::ui {

class StatusChip;

/// Who is on the line, in one glance: name, masked number, membership, what was opted out of, warnings, the time.
class CallerLine : public QWidget
{
    Q_OBJECT

public:
    explicit CallerLine(QWidget *parent = nullptr);

    /// Somebody rings who is not chosen yet.
    void showNumber(const QString &groupedNumber);
    void showCall(const desk::CallState &state);
    void clear();

    /// What needs attention about the person (a possible duplicate); empty takes it away.
    void setWarning(const QString &warning);
    /// The caller's open requests in a few words; empty takes them away.
    void setRequests(const QString &words, bool overdue);
    void setElapsed(int seconds);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retint();
    void showOptOuts(const desk::CallState &state);

    QLabel *m_name;
    QLabel *m_phone;
    QLabel *m_facts;
    StatusChip *m_optOuts;
    StatusChip *m_requests;
    QLabel *m_warning;
    QLabel *m_time;
};

} // namespace consent::ui
