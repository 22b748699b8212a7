#include "ui/shell/newpasswordfields.h"

#include "ui/common/formfield.h"
#include "ui/common/typography.h"

#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

QLineEdit *passwordEdit(const QString &name)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(name);
    edit->setMaxLength(200);
    edit->setEchoMode(QLineEdit::Password);
    edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    return edit;
}

} // namespace

NewPasswordFields::NewPasswordFields(const QString &prefix, QWidget *parent)
    : QWidget(parent)
    , m_password(passwordEdit(prefix + u"New"_s))
    , m_again(passwordEdit(prefix + u"Again"_s))
    , m_passwordField(new FormField(m_password, this))
    , m_againField(new FormField(m_again, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    column->addWidget(m_passwordField);
    column->addWidget(m_againField);
    connect(m_password, &QLineEdit::returnPressed, this, &NewPasswordFields::submitted);
    connect(m_again, &QLineEdit::returnPressed, this, &NewPasswordFields::submitted);
    retranslate();
    hide();
}

void NewPasswordFields::want()
{
    m_wanted = true;
    show();
    m_password->setFocus();
}

void NewPasswordFields::clear()
{
    m_wanted = false;
    m_password->clear();
    m_again->clear();
    setFault({});
    hide();
}

QString NewPasswordFields::taken()
{
    setFault({});
    if (m_password->text().isEmpty()) {
        m_password->setFocus();
        return {};
    }
    if (m_password->text() != m_again->text()) {
        m_againField->setFault(tr("The two passwords differ. Type it again."));
        m_again->setFocus();
        m_again->selectAll();
        return {};
    }
    return m_password->text();
}

void NewPasswordFields::setFault(const QString &sentence)
{
    m_passwordField->setFault(sentence);
    m_againField->setFault({});
}

void NewPasswordFields::retranslate()
{
    m_passwordField->setLabel(tr("New password"));
    m_passwordField->setHint(tr("A sentence that only you know is good."));
    m_againField->setLabel(tr("New password again"));
}

void NewPasswordFields::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace consent::ui
