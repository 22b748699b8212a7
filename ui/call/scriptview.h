#pragma once

#include "desk/calls/callviews.h"
#include "domain/subject.h"

#include <QWidget>

class QListView;
class QStackedWidget;

namespace consent::ui {

class AnswerKeys;
class ClauseListModel;
class ClauseView;
class ConsentPanel;
class GuardianPanel;
class NotePanel;
class OptOutPanel;
class SidePanel;

/// The script: the clauses at the left, the one that is read in the middle, what stands (or a panel) at the right.
class ScriptView : public QWidget
{
    Q_OBJECT

public:
    explicit ScriptView(QWidget *parent = nullptr);

    void showCall(const desk::CallState &state);
    /// Empties the panels for another caller.
    void beginCall();

    bool panelIsOpen() const;
    void openOptOut();
    void openGuardian();
    void openNote();
    void closePanel();
    /// What Ctrl+Enter says to the open panel.
    void submitPanel();
    void flushNote();
    void focusClause();
    /// Whether Y and N of a Hangul keyboard answer now.
    void setAnswerable(bool answerable);

    OptOutPanel &optOut() { return *m_optOut; }
    GuardianPanel &guardian() { return *m_guardian; }

Q_SIGNALS:
    void answered(consent::domain::Decision decision);
    void nextRequested();
    void noteChanged(const QString &note);
    void panelChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void open(SidePanel *panel);

    ClauseListModel *m_clauses;
    QListView *m_list;
    ClauseView *m_clause;
    QStackedWidget *m_side;
    ConsentPanel *m_consents;
    OptOutPanel *m_optOut;
    GuardianPanel *m_guardian;
    NotePanel *m_note;
    AnswerKeys *m_keys;
};

} // namespace consent::ui
