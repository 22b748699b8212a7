#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace consent::ui {

class InlineNotice;

/// What is on screen while the desk is locked: nothing of any customer. A call behind it goes on.
class LockView : public QWidget
{
    Q_OBJECT

public:
    explicit LockView(QWidget *parent = nullptr);

    /// @param callGoingOn said in one line, so that nobody thinks that the call was cut.
    void prepare(const QString &userName, bool callGoingOn);
    void setChecking(bool checking);
    void refuse(const QString &sentence);

Q_SIGNALS:
    void unlockRequested(const QString &password);
    void signOutRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void submit();
    void retranslate();

    QString m_user;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_call;
    QLabel *m_passwordLabel;
    QLineEdit *m_password;
    QPushButton *m_unlock;
    QPushButton *m_signOut;
    InlineNotice *m_notice;
};

} // namespace consent::ui
