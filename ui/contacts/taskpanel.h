#pragma once

#include <QFrame>
#include <QPointer>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace consent::ui {

class InlineNotice;

/// One thing to do beside a page: lies over its right side, so that what it is about stays in sight. Ctrl+Enter does
/// it, Esc leaves it and gives the focus back.
class TaskPanel : public QFrame
{
    Q_OBJECT

public:
    /// @param over the widget at whose right side it opens; follows its size
    TaskPanel(const QString &name, QWidget *over);

    void close();
    void showError(const QString &sentence);

Q_SIGNALS:
    void opened();
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

    QVBoxLayout &body() { return *m_body; }
    /// @param about whom or what; may be empty
    void setWords(const QString &title, const QString &about, const QString &help, const QString &action);
    /// Shows it. @param first gets the focus
    void openAt(QWidget &first);
    /// Emits what is to be done. The panel is busy until close() or showError().
    virtual void submit() = 0;
    virtual void retranslate() = 0;

private:
    void act();
    void place();

    QWidget *m_over;
    QLabel *m_title;
    QLabel *m_about;
    QLabel *m_help;
    QVBoxLayout *m_body;
    InlineNotice *m_notice;
    QPushButton *m_do;
    QPushButton *m_leave;
    QPointer<QWidget> m_before; ///< Had the focus.
};

} // namespace consent::ui
