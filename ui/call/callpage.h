#pragma once

#include "desk/calls/callviews.h"
#include "domain/subject.h"
#include "ui/common/page.h"

#include <functional>
#include <vector>

class QShortcut;
class QStackedWidget;

namespace consent::ui {

class CallerLine;
class InlineNotice;
class NumberView;
class PersonView;
class ReceiptView;
class ScriptView;
class SummaryView;

/// The call: who calls, the script, the summary, the receipt. Shows what it is told and says what was pressed.
class CallPage : public Page
{
    Q_OBJECT

public:
    explicit CallPage(QWidget *parent = nullptr);

    QString title() const override;
    Icon icon() const override;
    KeyHints keys() const override;
    void activated() override;

    /// Between two calls.
    void showWaiting();
    void showMatches(const desk::CallerMatches &matches);
    /// Script, summary or saving, as the state says.
    void showCall(const desk::CallState &state);
    void showReceipt(const desk::SavedCall &saved, const QString &folder);

    NumberView &number() { return *m_number; }
    PersonView &person() { return *m_person; }
    ScriptView &script() { return *m_script; }
    ReceiptView &receipt() { return *m_receipt; }

    void setElapsed(int seconds);
    /// About the person on the line; empty takes it away.
    void setCallerWarning(const QString &warning);
    /// The caller's open requests in a few words; empty takes them away.
    void setRequests(const QString &words, bool overdue);
    /// Opens the panel in which the caller ends consent. @return false where there is no script on screen
    bool openOptOut();
    void sayError(const QString &message);
    void sayDone(const QString &message);
    void saySilence();

Q_SIGNALS:
    void numberEntered(const QString &number);
    void resumeRequested();
    void personChosen(const consent::SubjectId &subject);
    void newPersonEdited(const consent::domain::Subject::Fields &fields);
    void newPersonSubmitted(const consent::domain::Subject::Fields &fields);
    void callerDismissed();

    void nextPressed();
    void answered(consent::domain::Decision decision);
    void backPressed();
    void optOutConfirmed(const QStringList &codes);
    void guardianEntered(const consent::domain::Guardian &guardian);
    void noteChanged(const QString &note);
    void languageToggled();
    void endPressed();

    void saveRequested();
    void backToScriptRequested();
    void discardRequested();
    void pdfRequested(const QString &path);
    void jwsRequested(const QString &path);
    void nextCallRequested();
    void requestsPressed();

private:
    enum class Face { Waiting, Person, Script, Panel, Summary, Saving, Receipt };

    struct Key
    {
        QShortcut *shortcut;
        std::vector<Face> faces; ///< On which it acts.
    };

    void build();
    void connectViews();
    void addKeys();
    void addKey(const QKeySequence &key, std::vector<Face> faces, std::function<void()> act);
    Face face() const;
    void faceChanged();
    void turnTo(QWidget *view);
    void escape();

    CallerLine *m_caller;
    InlineNotice *m_notice;
    QStackedWidget *m_stack;
    NumberView *m_number;
    PersonView *m_person;
    ScriptView *m_script;
    SummaryView *m_summary;
    ReceiptView *m_receipt;
    std::vector<Key> m_keys;
    bool m_saving = false;
    bool m_canGoBack = false;
    bool m_asks = false;
    bool m_canDiscard = false;
};

} // namespace consent::ui
