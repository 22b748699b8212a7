#pragma once

#include "desk/calls/callviews.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStandardItemModel;
class QTableView;

namespace consent::ui {

class QuietBusyBar;

/// Before saving: what the call came to, every answer to read back, and the one key that saves.
class SummaryView : public QWidget
{
    Q_OBJECT

public:
    explicit SummaryView(QWidget *parent = nullptr);

    void showCall(const desk::CallState &state);
    void focusSave();
    /// Whether there is something to save; a call without any answer can be closed without a record instead.
    bool canDiscard() const;

Q_SIGNALS:
    void saveRequested();
    void backRequested();
    void discardRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fill();
    void explain();

    desk::CallState m_state;
    QLabel *m_title;
    QLabel *m_explanation;
    QLabel *m_facts;
    QLabel *m_readBack;
    QStandardItemModel *m_model;
    QTableView *m_answers;
    QuietBusyBar *m_busy;
    QPushButton *m_save;
    QPushButton *m_back;
    QPushButton *m_discard;
};

} // namespace consent::ui
