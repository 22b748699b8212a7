#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace consent::ui {

class FormField;
class InlineNotice;
class NewPasswordFields;
class QuietBusyBar;

/// One's own password for another one. Passwords do not linger in it.
class PasswordForm : public QWidget
{
    Q_OBJECT

public:
    explicit PasswordForm(QWidget *parent = nullptr);

    void begin(); ///< Puts the focus into it.
    void setWorking(bool working);
    /// Not taken, with the reason; what was typed goes.
    void refuse(const QString &sentence);

Q_SIGNALS:
    void submitted(const QString &password, const QString &fresh);

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void clear();
    void submit();
    void retranslate();

    QLabel *m_title;
    QLineEdit *m_password;
    FormField *m_passwordField;
    NewPasswordFields *m_fresh;
    QLabel *m_after;
    InlineNotice *m_notice;
    QuietBusyBar *m_busy;
    QPushButton *m_submit;
};

} // namespace consent::ui
