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

/// Joins this PC to a shared central store: the file and the code from the administrator, user and password.
class CentralStoreView : public QWidget
{
    Q_OBJECT

public:
    /// As typed.
    struct Entries
    {
        QString file;
        QString code;
        QString login;
        QString password;
        QString newPassword; ///< Empty until it was wanted.
    };

    explicit CentralStoreView(QWidget *parent = nullptr);

    void setWorking(bool working);
    void showError(const QString &sentence);
    /// The password was a one-time one: asks for one's own beside it.
    void wantNewPassword(const QString &sentence);
    /// Empties the form; passwords do not linger in it.
    void clear();

Q_SIGNALS:
    void submitted(const consent::ui::CentralStoreView::Entries &entries);
    void backRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void browse();
    void submit();
    void retranslate();

    QLabel *m_title;
    QLabel *m_text;
    QLineEdit *m_file;
    QPushButton *m_browse;
    QLineEdit *m_code;
    QLineEdit *m_login;
    QLineEdit *m_password;
    FormField *m_fileField;
    FormField *m_codeField;
    FormField *m_loginField;
    FormField *m_passwordField;
    NewPasswordFields *m_fresh;
    InlineNotice *m_notice;
    QuietBusyBar *m_busy;
    QPushButton *m_back;
    QPushButton *m_submit;
};

} // namespace consent::ui
