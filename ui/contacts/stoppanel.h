#pragma once

#include "desk/contacts/contactviews.h"

#include <QFrame>

#include <optional>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace consent::ui {

class FormField;
class InlineNotice;
class StopChoices;

/// Ending somebody's consent from any page: the number (or the person the page shows), what is to end, Enter. Lies over
/// the right of the page, and the page goes on living beside it. Esc closes. Shows and asks; ends nothing itself.
class StopPanel : public QFrame
{
    Q_OBJECT

public:
    /// @param over the widget at whose right side it opens; follows its size
    explicit StopPanel(QWidget *over);

    /// Asks for the number.
    void open();
    /// What was found: of the number that was asked for, or the person the page shows.
    void offer(const desk::StopTargets &targets);
    void showEnded(const desk::RecordedEnding &ending);
    void showTakenBack();
    void showError(const QString &sentence);
    void close();

    /// Who is chosen; nothing for a number that nobody is known by.
    std::optional<SubjectId> chosen() const;
    /// Whether the person at the desk may take requests down: then a mandatory item offers the one to leave.
    void setLeavingOffered(bool offered);
    const QString &number() const { return m_targets.number; }

Q_SIGNALS:
    void numberEntered(const QString &number);
    void endRequested(const consent::desk::Ending &ending);
    void takeBackRequested(consent::domain::MistakeReason reason);
    /// A mandatory item would end by leaving.
    void leavingRequested(const consent::desk::SubjectSummary &person);
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Stage { Number, Choices, Ended };

    void setStage(Stage stage);
    void choosePerson(int row);
    const desk::StopTarget *target() const;
    bool offersLeaving() const;
    void requestLeaving();
    void submit();
    bool takeKey(int key);
    void place();
    void retranslate();

    QWidget *m_over;
    QLabel *m_title;
    QLabel *m_explanation;
    QLineEdit *m_number;
    FormField *m_numberField;
    QLabel *m_who;
    QListWidget *m_people;
    StopChoices *m_choices;
    InlineNotice *m_notice;
    QLabel *m_slip;
    QPushButton *m_leaving;
    QPushButton *m_action;
    QPushButton *m_close;
    QWidget *m_before = nullptr; ///< Had the focus.
    Stage m_stage = Stage::Number;
    desk::StopTargets m_targets;
    bool m_canTakeBack = false;
    bool m_leavingOffered = false;
};

} // namespace consent::ui
