#include "ui/shell/passwordform.h"

#include "ui/common/formfield.h"
#include "ui/common/inlinenotice.h"
#include "ui/common/quietbusybar.h"
#include "ui/common/typography.h"
#include "ui/shell/newpasswordfields.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

PasswordForm::PasswordForm(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_password(new QLineEdit)
    , m_passwordField(new FormField(m_password, this))
    , m_fresh(new NewPasswordFields(u"change"_s, this))
    , m_after(new QLabel(this))
    , m_notice(new InlineNotice(this))
    , m_busy(new QuietBusyBar(this))
    , m_submit(new QPushButton(this))
{
    setObjectName(u"passwordForm"_s);
    m_password->setObjectName(u"changeOld"_s);
    m_password->setMaxLength(200);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_submit->setObjectName(u"changeSubmit"_s);
    m_notice->setObjectName(u"changeNotice"_s);
    QFont bold = baseFont();
    bold.setWeight(QFont::Bold);
    m_title->setFont(bold);
    m_after->setWordWrap(true);
    m_after->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    column->addWidget(m_title);
    column->addWidget(m_passwordField);
    column->addWidget(m_fresh);
    column->addWidget(m_after);
    column->addWidget(m_notice);
    column->addWidget(m_busy);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_submit);
    column->addLayout(buttons);
    m_fresh->want();
    connect(m_password, &QLineEdit::returnPressed, this, &PasswordForm::submit);
    connect(m_fresh, &NewPasswordFields::submitted, this, &PasswordForm::submit);
    connect(m_submit, &QPushButton::clicked, this, &PasswordForm::submit);
    retranslate();
}

void PasswordForm::begin()
{
    m_password->setFocus();
    m_password->selectAll();
}

void PasswordForm::setWorking(bool working)
{
    m_busy->setBusy(working);
    m_submit->setEnabled(!working);
    if (working)
        m_notice->dismiss();
}

void PasswordForm::refuse(const QString &sentence)
{
    setWorking(false);
    clear();
    m_notice->say(InlineNotice::Level::Error, sentence);
    begin();
}

void PasswordForm::clear()
{
    m_password->clear();
    m_fresh->clear();
    m_fresh->want();
}

void PasswordForm::submit()
{
    if (!m_submit->isEnabled())
        return;
    if (m_password->text().isEmpty())
        return m_password->setFocus();
    if (const QString fresh = m_fresh->taken(); !fresh.isEmpty())
        Q_EMIT submitted(m_password->text(), fresh);
}

void PasswordForm::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    clear();
}

void PasswordForm::retranslate()
{
    m_title->setText(tr("Your password"));
    m_passwordField->setLabel(tr("Password so far"));
    m_after->setText(tr("Afterwards you sign in with the new one, on every PC that you use."));
    m_submit->setText(tr("Change password"));
}

void PasswordForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace consent::ui
