#include "ui/shell/lockview.h"

#include "ui/common/card.h"
#include "ui/common/inlinenotice.h"
#include "ui/common/typography.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

LockView::LockView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_call(new QLabel(this))
    , m_passwordLabel(new QLabel(this))
    , m_password(new QLineEdit(this))
    , m_unlock(new QPushButton(this))
    , m_signOut(new QPushButton(this))
    , m_notice(new InlineNotice(this))
{
    setObjectName(u"lockView"_s);
    m_password->setObjectName(u"lockPassword"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_passwordLabel->setBuddy(m_password);
    m_unlock->setObjectName(u"lockUnlock"_s);
    m_unlock->setDefault(true);
    m_signOut->setObjectName(u"lockSignOut"_s);
    m_title->setFont(titleFont());
    m_text->setWordWrap(true);
    m_call->setWordWrap(true);
    m_call->setForegroundRole(QPalette::PlaceholderText);

    auto *card = new Card(this);
    card->setFixedWidth(52 * spacing);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(4 * spacing, 4 * spacing, 4 * spacing, 4 * spacing);
    column->setSpacing(spacing);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_call);
    column->addSpacing(spacing);
    column->addWidget(m_passwordLabel);
    column->addWidget(m_password);
    column->addWidget(m_notice);
    column->addSpacing(spacing);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_signOut);
    buttons->addStretch();
    buttons->addWidget(m_unlock);
    column->addLayout(buttons);
    auto *middle = new QVBoxLayout(this);
    middle->addWidget(card, 0, Qt::AlignCenter);

    QWidget::setTabOrder(m_password, m_unlock);
    QWidget::setTabOrder(m_unlock, m_signOut);
    setFocusProxy(m_password);
    connect(m_unlock, &QPushButton::clicked, this, &LockView::submit);
    connect(m_password, &QLineEdit::returnPressed, this, &LockView::submit);
    connect(m_signOut, &QPushButton::clicked, this, &LockView::signOutRequested);
    retranslate();
}

void LockView::prepare(const QString &userName, bool callGoingOn)
{
    m_user = userName;
    m_password->clear();
    m_notice->dismiss();
    m_call->setVisible(callGoingOn);
    setChecking(false);
    retranslate();
}

void LockView::setChecking(bool checking)
{
    m_unlock->setEnabled(!checking);
    m_password->setReadOnly(checking);
}

void LockView::refuse(const QString &sentence)
{
    setChecking(false);
    m_password->clear();
    m_password->setFocus();
    m_notice->say(InlineNotice::Level::Error, sentence);
}

void LockView::submit()
{
    if (m_password->text().isEmpty() || !m_unlock->isEnabled())
        return;
    m_notice->dismiss();
    setChecking(true);
    Q_EMIT unlockRequested(m_password->text());
}

void LockView::retranslate()
{
    m_title->setText(tr("Locked"));
    m_text->setText(tr("%1 is signed in. Enter the password to go on.").arg(m_user));
    m_call->setText(tr("A call is going on. Nothing of it is lost."));
    m_passwordLabel->setText(tr("Password"));
    m_password->setAccessibleName(tr("Password"));
    m_unlock->setText(tr("Unlock"));
    m_signOut->setText(tr("Sign in as somebody else"));
}

void LockView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace consent::ui
