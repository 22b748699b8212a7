#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

#include <utility>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace consent::ui {

class FormField;
class InlineNotice;
class QuietBusyBar;

/// The form that sets up this PC for work.
class SetUpView : public QWidget
{
    Q_OBJECT

public:
    struct Branch
    {
        QString code;
        QString name;
    };
    /// What the organisation file says.
    struct Organisation
    {
        QString name;
        QList<Branch> branches;
        int passwordMinimumLength = 8;
    };
    /// As typed.
    struct Entries
    {
        QString organisationFile; ///< Empty for the one that ships with the program.
        QString branch;
        QString noticeFile; ///< Empty when it comes later.
        QString name;
        QString login;
        QString password;
    };

    explicit SetUpView(QWidget *parent = nullptr);

    void setOrganisation(const Organisation &organisation);
    /// The chosen file can't be used.
    void setOrganisationFault(const QString &sentence);
    /// Sentences beside their fields: "organisation", "branch", "notice", "name", "login", "password".
    void setFaults(const QList<std::pair<QString, QString>> &faults);
    void setWorking(bool working);
    void showError(const QString &sentence);
    /// Empties the form; passwords do not linger in it.
    void clear();

Q_SIGNALS:
    /// @param path empty for the file that ships with the program
    void organisationChosen(const QString &path);
    void submitted(const consent::ui::SetUpView::Entries &entries);
    void backRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void advise();
    void submit();
    void browse(QLineEdit &field, const QString &title, const QString &kinds);
    void retranslate();

    QLabel *m_title;
    QLineEdit *m_file;
    QPushButton *m_browse;
    QLineEdit *m_notice;
    QPushButton *m_browseNotice;
    QLabel *m_company;
    QComboBox *m_branch;
    QLineEdit *m_name;
    QLineEdit *m_login;
    QLineEdit *m_password;
    QLineEdit *m_repeat;
    FormField *m_fileField;
    FormField *m_branchField;
    FormField *m_noticeField;
    FormField *m_nameField;
    FormField *m_loginField;
    FormField *m_passwordField;
    FormField *m_repeatField;
    InlineNotice *m_message;
    QuietBusyBar *m_busy;
    QPushButton *m_back;
    QPushButton *m_submit;
    Organisation m_organisation;
};

} // namespace consent::ui
