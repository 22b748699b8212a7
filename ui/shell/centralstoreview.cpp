#include "ui/shell/centralstoreview.h"

#include "ui/common/formfield.h"
#include "ui/common/inlinenotice.h"
#include "ui/common/quietbusybar.h"
#include "ui/common/typography.h"
#include "ui/shell/newpasswordfields.h"

#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

CentralStoreView::CentralStoreView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_file(new QLineEdit)
    , m_browse(new QPushButton)
    , m_code(new QLineEdit)
    , m_login(new QLineEdit)
    , m_password(new QLineEdit)
    , m_fileField(new FormField(m_file, this))
    , m_codeField(new FormField(m_code, this))
    , m_loginField(new FormField(m_login, this))
    , m_passwordField(new FormField(m_password, this))
    , m_fresh(new NewPasswordFields(u"join"_s, this))
    , m_notice(new InlineNotice(this))
    , m_busy(new QuietBusyBar(this))
    , m_back(new QPushButton(this))
    , m_submit(new QPushButton(this))
{
    setObjectName(u"centralStoreView"_s);
    m_file->setObjectName(u"joinFile"_s);
    m_browse->setObjectName(u"joinBrowse"_s);
    m_code->setObjectName(u"joinCode"_s);
    m_code->setMaxLength(60);
    m_login->setObjectName(u"joinLogin"_s);
    m_login->setMaxLength(31);
    m_password->setObjectName(u"joinPassword"_s);
    m_password->setMaxLength(200);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_back->setObjectName(u"centralStoreBack"_s);
    m_submit->setObjectName(u"joinSubmit"_s);
    m_submit->setDefault(true);
    m_title->setFont(titleFont());
    m_text->setWordWrap(true);
    build();
    setFocusProxy(m_file);
    connect(m_browse, &QPushButton::clicked, this, &CentralStoreView::browse);
    for (QLineEdit *field : {m_file, m_code, m_login, m_password})
        connect(field, &QLineEdit::returnPressed, this, &CentralStoreView::submit);
    connect(m_fresh, &NewPasswordFields::submitted, this, &CentralStoreView::submit);
    connect(m_submit, &QPushButton::clicked, this, &CentralStoreView::submit);
    connect(m_back, &QPushButton::clicked, this, &CentralStoreView::backRequested);
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this), &QShortcut::activated, this,
            &CentralStoreView::backRequested);
    retranslate();
}

void CentralStoreView::build()
{
    m_fileField->addBeside(m_browse);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_fileField);
    column->addWidget(m_codeField);
    auto *who = new QHBoxLayout;
    who->setSpacing(2 * spacing);
    who->addWidget(m_loginField);
    who->addWidget(m_passwordField);
    column->addLayout(who);
    column->addWidget(m_fresh);
    column->addWidget(m_notice);
    column->addWidget(m_busy);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addStretch();
    buttons->addWidget(m_submit);
    column->addLayout(buttons);
}

void CentralStoreView::setWorking(bool working)
{
    m_busy->setBusy(working);
    for (QWidget *field :
         {static_cast<QWidget *>(m_submit), static_cast<QWidget *>(m_back), static_cast<QWidget *>(m_browse)})
        field->setEnabled(!working);
    if (working)
        m_notice->dismiss();
}

void CentralStoreView::showError(const QString &sentence)
{
    setWorking(false);
    m_notice->say(InlineNotice::Level::Error, sentence);
}

void CentralStoreView::wantNewPassword(const QString &sentence)
{
    setWorking(false);
    m_notice->say(InlineNotice::Level::Info, sentence);
    m_fresh->want();
}

void CentralStoreView::clear()
{
    for (QLineEdit *field : {m_file, m_code, m_login, m_password})
        field->clear();
    m_fresh->clear();
    m_notice->dismiss();
    setWorking(false);
}

void CentralStoreView::browse()
{
    const QString chosen = QFileDialog::getOpenFileName(this, tr("Enrolment file"), {}, tr("Enrolment file (*.enrol)"));
    if (!chosen.isEmpty())
        m_file->setText(chosen);
}

void CentralStoreView::submit()
{
    if (!m_submit->isEnabled())
        return;
    for (QLineEdit *field : {m_file, m_code, m_login, m_password}) {
        if (field->text().trimmed().isEmpty())
            return field->setFocus();
    }
    QString fresh;
    if (m_fresh->isWanted()) {
        fresh = m_fresh->taken();
        if (fresh.isEmpty())
            return;
    }
    Q_EMIT submitted({m_file->text().trimmed(), m_code->text(), m_login->text().trimmed(), m_password->text(), fresh});
}

void CentralStoreView::retranslate()
{
    m_title->setText(tr("Connect to a central store"));
    m_text->setText(
        tr("Your administrator gives you a file for this PC and, on the phone, its code. The keys of this PC "
           "are made here and never leave it."));
    m_fileField->setLabel(tr("Enrolment file"));
    m_browse->setText(tr("Choose…"));
    m_codeField->setLabel(tr("Code"));
    m_codeField->setHint(tr("Four groups of four letters and digits. Capitals and hyphens do not matter."));
    m_loginField->setLabel(tr("User name"));
    m_passwordField->setLabel(tr("Password, or one-time password"));
    m_back->setText(tr("Back"));
    m_submit->setText(tr("Connect"));
}

void CentralStoreView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace consent::ui
