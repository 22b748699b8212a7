#include "ui/shell/setupview.h"

#include "ui/common/formfield.h"
#include "ui/common/inlinenotice.h"
#include "ui/common/quietbusybar.h"
#include "ui/common/typography.h"
#include "ui/shell/passwordadvice.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestEntry = 200;

QLineEdit *passwordField(const QString &name, QWidget *parent)
{
    auto *field = new QLineEdit(parent);
    field->setObjectName(name);
    field->setEchoMode(QLineEdit::Password);
    field->setMaxLength(longestEntry);
    field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    return field;
}

QLineEdit *textField(const QString &name, QWidget *parent)
{
    auto *field = new QLineEdit(parent);
    field->setObjectName(name);
    field->setMaxLength(longestEntry);
    return field;
}

} // namespace

SetUpView::SetUpView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_file(new QLineEdit)
    , m_browse(new QPushButton)
    , m_notice(new QLineEdit)
    , m_browseNotice(new QPushButton)
    , m_company(new QLabel(this))
    , m_branch(new QComboBox(this))
    , m_name(textField(u"setUpName"_s, this))
    , m_login(textField(u"setUpLogin"_s, this))
    , m_password(passwordField(u"setUpPassword"_s, this))
    , m_repeat(passwordField(u"setUpPasswordAgain"_s, this))
    , m_message(new InlineNotice(this))
    , m_busy(new QuietBusyBar(this))
    , m_back(new QPushButton(this))
    , m_submit(new QPushButton(this))
{
    setObjectName(u"setUpView"_s);
    m_file->setObjectName(u"setUpOrganisationFile"_s);
    m_browse->setObjectName(u"setUpBrowse"_s);
    m_notice->setObjectName(u"setUpNoticeFile"_s);
    m_browseNotice->setObjectName(u"setUpBrowseNotice"_s);
    m_branch->setObjectName(u"setUpBranch"_s);
    m_back->setObjectName(u"setUpBack"_s);
    m_submit->setObjectName(u"setUpSubmit"_s);
    m_submit->setDefault(true);
    m_title->setFont(titleFont());
    build();
    connect(m_browse, &QPushButton::clicked, this,
            [this] { browse(*m_file, tr("Organisation file"), tr("Organisation file (*.json)")); });
    connect(m_browseNotice, &QPushButton::clicked, this,
            [this] { browse(*m_notice, tr("Privacy policy"), tr("Privacy policy (*.txt *.md *.html *.htm)")); });
    connect(m_file, &QLineEdit::editingFinished, this, [this] { Q_EMIT organisationChosen(m_file->text().trimmed()); });
    for (QLineEdit *field : {m_name, m_login, m_password, m_repeat})
        connect(field, &QLineEdit::textChanged, this, &SetUpView::advise);
    for (QLineEdit *field : {m_file, m_notice, m_name, m_login, m_password, m_repeat})
        connect(field, &QLineEdit::returnPressed, this, &SetUpView::submit);
    connect(m_submit, &QPushButton::clicked, this, &SetUpView::submit);
    connect(m_back, &QPushButton::clicked, this, &SetUpView::backRequested);
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this), &QShortcut::activated, this, &SetUpView::backRequested);
    retranslate();
}

void SetUpView::build()
{
    m_fileField = new FormField(m_file, this);
    m_fileField->addBeside(m_browse);
    m_branchField = new FormField(m_branch, this);
    m_noticeField = new FormField(m_notice, this);
    m_noticeField->addBeside(m_browseNotice);
    m_nameField = new FormField(m_name, this);
    m_loginField = new FormField(m_login, this);
    m_passwordField = new FormField(m_password, this);
    m_repeatField = new FormField(m_repeat, this);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(2 * spacing);
    grid->setVerticalSpacing(2 * spacing);
    grid->addWidget(m_fileField, 0, 0, Qt::AlignTop);
    grid->addWidget(m_branchField, 0, 1, Qt::AlignTop);
    grid->addWidget(m_noticeField, 1, 0, 1, 2);
    grid->addWidget(m_nameField, 2, 0, Qt::AlignTop);
    grid->addWidget(m_loginField, 2, 1, Qt::AlignTop);
    grid->addWidget(m_passwordField, 3, 0, Qt::AlignTop);
    grid->addWidget(m_repeatField, 3, 1, Qt::AlignTop);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    column->addWidget(m_title);
    column->addWidget(m_company);
    column->addSpacing(spacing);
    column->addLayout(grid);
    column->addSpacing(spacing);
    column->addWidget(m_message);
    column->addWidget(m_busy);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addStretch();
    buttons->addWidget(m_submit);
    column->addLayout(buttons);
    setFocusProxy(m_name);
    QWidget::setTabOrder(m_file, m_browse);
    QWidget::setTabOrder(m_browse, m_branch);
    QWidget::setTabOrder(m_branch, m_notice);
    QWidget::setTabOrder(m_notice, m_browseNotice);
    QWidget::setTabOrder(m_browseNotice, m_name);
    QWidget::setTabOrder(m_name, m_login);
    QWidget::setTabOrder(m_login, m_password);
    QWidget::setTabOrder(m_password, m_repeat);
    QWidget::setTabOrder(m_repeat, m_submit);
    QWidget::setTabOrder(m_submit, m_back);
}

void SetUpView::setOrganisation(const Organisation &organisation)
{
    m_organisation = organisation;
    m_fileField->setFault({});
    m_company->setText(organisation.name);
    const QString chosen = m_branch->currentData().toString();
    m_branch->clear();
    for (const Branch &branch : organisation.branches)
        m_branch->addItem(branch.name, branch.code);
    m_branch->setCurrentIndex(std::max(0, m_branch->findData(chosen)));
    advise();
}

void SetUpView::setOrganisationFault(const QString &sentence)
{
    m_fileField->setFault(sentence);
}

void SetUpView::setFaults(const QList<std::pair<QString, QString>> &faults)
{
    const QList<std::pair<QString, FormField *>> fields = {
        {u"organisation"_s, m_fileField}, {u"branch"_s, m_branchField}, {u"notice"_s, m_noticeField},
        {u"name"_s, m_nameField},         {u"login"_s, m_loginField},   {u"password"_s, m_passwordField}};
    bool focused = false;
    for (const auto &[name, field] : fields) {
        QString sentence;
        for (const auto &[faulty, words] : faults) {
            if (faulty == name)
                sentence = words;
        }
        field->setFault(sentence);
        if (!sentence.isEmpty() && !focused) {
            field->setFocus();
            focused = true;
        }
    }
}

void SetUpView::setWorking(bool working)
{
    m_busy->setBusy(working);
    m_submit->setEnabled(!working);
    m_back->setEnabled(!working);
    if (working)
        m_message->dismiss();
}

void SetUpView::showError(const QString &sentence)
{
    setWorking(false);
    m_message->say(InlineNotice::Level::Error, sentence);
}

void SetUpView::clear()
{
    for (QLineEdit *field : {m_file, m_notice, m_name, m_login, m_password, m_repeat})
        field->clear();
    setFaults({});
    m_message->dismiss();
    setWorking(false);
}

void SetUpView::advise()
{
    const PasswordAdvice advice =
        passwordAdvice(m_password->text(), m_organisation.passwordMinimumLength, {m_login->text(), m_name->text()});
    m_passwordField->setFault({});
    m_passwordField->setHint(advice.sentence);
    if (m_repeatField->hasFault() && m_repeat->text() == m_password->text())
        m_repeatField->setFault({});
}

void SetUpView::submit()
{
    if (!m_submit->isEnabled())
        return;
    const PasswordAdvice advice =
        passwordAdvice(m_password->text(), m_organisation.passwordMinimumLength, {m_login->text(), m_name->text()});
    m_noticeField->setFault({});
    m_nameField->setFault(m_name->text().trimmed().isEmpty() ? tr("Please enter your name.") : QString());
    m_loginField->setFault(m_login->text().trimmed().isEmpty() ? tr("Please choose a user name.") : QString());
    m_passwordField->setFault(advice.acceptable() ? QString() : advice.sentence);
    m_repeatField->setFault(m_repeat->text() == m_password->text() ? QString() : tr("The two passwords differ."));
    for (FormField *field : {m_fileField, m_noticeField, m_nameField, m_loginField, m_passwordField, m_repeatField}) {
        if (field->hasFault())
            return field->setFocus();
    }
    Q_EMIT submitted({m_file->text().trimmed(), m_branch->currentData().toString(), m_notice->text().trimmed(),
                      m_name->text().trimmed(), m_login->text().trimmed(), m_password->text()});
}

void SetUpView::browse(QLineEdit &field, const QString &title, const QString &kinds)
{
    auto *dialog = new QFileDialog(this, title, {}, kinds);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, &field, [&field](const QString &path) {
        field.setText(path);
        Q_EMIT field.editingFinished();
    });
    dialog->open();
}

void SetUpView::retranslate()
{
    m_title->setText(tr("Set up this PC for work"));
    m_fileField->setLabel(tr("Organisation file"));
    m_file->setPlaceholderText(tr("The one that comes with the program"));
    m_browse->setText(tr("Choose…"));
    m_browse->setAccessibleName(tr("Choose the organisation file"));
    m_noticeField->setLabel(tr("Privacy policy in force (calls need one; it can follow later)"));
    m_notice->setPlaceholderText(tr("Text, Markdown or HTML"));
    m_browseNotice->setText(tr("Choose…"));
    m_browseNotice->setAccessibleName(tr("Choose the privacy policy"));
    m_branchField->setLabel(tr("Branch"));
    m_nameField->setLabel(tr("Your name, as customers hear it"));
    m_loginField->setLabel(tr("User name"));
    m_passwordField->setLabel(tr("Password"));
    m_repeatField->setLabel(tr("Password again"));
    m_back->setText(tr("Back"));
    m_submit->setText(tr("Set up"));
    advise();
}

void SetUpView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace consent::ui
