#pragma once

#include "desk/entrance/deskentrance.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace consent::ui {

class FormField;
class InlineNotice;
class NewPasswordFields;
class QuietBusyBar;

/// Organisation, user, password, and one line that says how this desk stands.
class SignInView : public QWidget
{
    Q_OBJECT

public:
    using Purpose = desk::DeskProfile::Purpose;

    explicit SignInView(QWidget *parent = nullptr);

    /// Which desks can be entered; how the chosen one stands is still being found out.
    void setDesks(Purpose chosen, bool workExists, bool sampleExists);
    /// The same, with the state of the chosen one.
    void setStatus(Purpose chosen, const desk::EntranceStatus &status);
    /// Fills in the sample desk's sign-in, which is no secret.
    void suggest(const desk::SampleSignIn &signIn);
    void setWorking(bool working);
    void refuse(const QString &sentence);
    /// Something good to know before signing in.
    void tell(const QString &sentence);
    /// The password was a one-time one: asks for one's own.
    void wantNewPassword(const QString &sentence);
    void clear();

Q_SIGNALS:
    void organisationChosen(consent::desk::DeskProfile::Purpose purpose);
    void signInRequested(consent::desk::DeskProfile::Purpose purpose, const QString &login, const QString &password,
                         const QString &newPassword);
    /// To the first-run choices, to set up another desk.
    void otherDeskRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    Purpose purpose() const;
    void submit();
    void retranslate();
    void describe();

    QLabel *m_title;
    QComboBox *m_organisation;
    QLineEdit *m_login;
    QLineEdit *m_password;
    FormField *m_organisationField;
    FormField *m_loginField;
    FormField *m_passwordField;
    NewPasswordFields *m_fresh;
    QLabel *m_state;
    InlineNotice *m_notice;
    QuietBusyBar *m_busy;
    QPushButton *m_other;
    QPushButton *m_signIn;
    desk::EntranceStatus m_status;
    bool m_checking = false;
};

} // namespace consent::ui
