#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace consent::ui {

class InlineNotice;

/// What slides in at the right of the script: a title, a body, what came of it, and one key that acts. Escape closes.
class SidePanel : public QWidget
{
    Q_OBJECT

public:
    explicit SidePanel(const QString &name, QWidget *parent = nullptr);

    void setFault(const QString &fault);
    void setBusy(bool busy);
    virtual void open() = 0; ///< Puts the focus where the next key is expected.
    virtual void submit() = 0;

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    virtual void retranslate() = 0;

    QVBoxLayout &body() { return *m_body; }
    void setWords(const QString &title, const QString &explanation, const QString &action);
    bool isBusy() const { return m_busy; }

private:
    QLabel *m_title;
    QLabel *m_explanation;
    QVBoxLayout *m_body;
    InlineNotice *m_notice;
    QPushButton *m_action;
    QPushButton *m_close;
    bool m_busy = false;
};

} // namespace consent::ui
