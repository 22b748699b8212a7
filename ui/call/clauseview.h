#pragma once

#include "desk/calls/callviews.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTextEdit;

namespace consent::ui {

class InlineNotice;

/// The clause that is being read: large, one at a time, with the answer keys below it. What must be said as it stands
/// is plain, what may be adapted is lighter.
class ClauseView : public QWidget
{
    Q_OBJECT

public:
    explicit ClauseView(QWidget *parent = nullptr);

    void showClause(const desk::CurrentClause &clause);
    /// What just happened ("read too fast"); nothing takes it away.
    void setWarnings(const std::vector<QString> &warnings);
    QTextEdit &text() { return *m_text; }

Q_SIGNALS:
    void answered(consent::domain::Decision decision);
    void nextRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void write();
    void fitWidth();
    void labelAnswers();
    void retranslate();
    void showAnswer();
    void showMore();

    desk::CurrentClause m_clause;
    QLabel *m_heading;
    QLabel *m_kind;
    QTextEdit *m_text;
    QLabel *m_legend;
    QLabel *m_more;
    InlineNotice *m_warning;
    QPushButton *m_yes;
    QPushButton *m_no;
    QPushButton *m_next;
    QLabel *m_given;
};

} // namespace consent::ui
