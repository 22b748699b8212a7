#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace consent::ui {

/// A sentence in the flow of the page instead of a dialog: what happened, and the one action that helps or undoes.
/// Hidden until something is said. Spoken by screen readers as an alert.
class InlineNotice : public QFrame
{
    Q_OBJECT

public:
    enum class Level { Info, Success, Warning, Error };

    explicit InlineNotice(QWidget *parent = nullptr);

    /// @param action The word on the button; none without it.
    void say(Level level, const QString &text, const QString &action = {});
    /// A thing that was done and can be taken back: "되돌리기" as the action.
    void sayUndoable(const QString &text);
    void dismiss();

    Level level() const { return m_level; }
    QString text() const;

Q_SIGNALS:
    void actionTriggered();
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retint();

    Level m_level = Level::Info;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
};

} // namespace consent::ui
