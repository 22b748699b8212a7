#include "ui/shell/signinview.h"

#include "ui/common/formfield.h"
#include "ui/common/inlinenotice.h"
#include "ui/common/quietbusybar.h"
#include "ui/common/typography.h"
#include "ui/shell/newpasswordfields.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

SignInView::SignInView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_organisation(new QComboBox(this))
    , m_login(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_organisationField(new FormField(m_organisation, this))
    , m_loginField(new FormField(m_login, this))
    , m_passwordField(new FormField(m_password, this))
    , m_fresh(new NewPasswordFields(u"signIn"_s, this))
    , m_state(new QLabel(this))
    , m_notice(new InlineNotice(this))
    , m_busy(new QuietBusyBar(this))
    , m_other(new QPushButton(this))
    , m_signIn(new QPushButton(this))
{
    setObjectName(u"signInView"_s);
    m_organisation->setObjectName(u"signInOrganisation"_s);
    m_login->setObjectName(u"signInLogin"_s);
    m_login->setMaxLength(200);
    m_password->setObjectName(u"signInPassword"_s);
    m_password->setMaxLength(200);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_state->setObjectName(u"signInState"_s);
    m_state->setWordWrap(true);
    m_state->setFont(smallFont());
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_other->setObjectName(u"signInOther"_s);
    m_signIn->setObjectName(u"signInSubmit"_s);
    m_signIn->setDefault(true);
    m_title->setFont(titleFont());

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    column->addWidget(m_title);
    column->addSpacing(spacing);
    column->addWidget(m_organisationField);
    column->addWidget(m_loginField);
    column->addWidget(m_passwordField);
    column->addWidget(m_fresh);
    column->addSpacing(spacing);
    column->addWidget(m_notice);
    column->addWidget(m_busy);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_other);
    buttons->addStretch();
    buttons->addWidget(m_signIn);
    column->addLayout(buttons);
    column->addSpacing(spacing);
    column->addWidget(m_state);

    setFocusProxy(m_login);
    QWidget::setTabOrder(m_organisation, m_login);
    QWidget::setTabOrder(m_login, m_password);
    QWidget::setTabOrder(m_password, m_signIn);
    QWidget::setTabOrder(m_signIn, m_other);
    connect(m_organisation, &QComboBox::activated, this, [this] { Q_EMIT organisationChosen(purpose()); });
    connect(m_login, &QLineEdit::returnPressed, this, &SignInView::submit);
    connect(m_password, &QLineEdit::returnPressed, this, &SignInView::submit);
    connect(m_fresh, &NewPasswordFields::submitted, this, &SignInView::submit);
    connect(m_signIn, &QPushButton::clicked, this, &SignInView::submit);
    connect(m_other, &QPushButton::clicked, this, &SignInView::otherDeskRequested);
    retranslate();
}

SignInView::Purpose SignInView::purpose() const
{
    return m_organisation->currentData().toInt() == static_cast<int>(Purpose::Sample) ? Purpose::Sample : Purpose::Work;
}

void SignInView::setDesks(Purpose chosen, bool workExists, bool sampleExists)
{
    desk::EntranceStatus status;
    status.workExists = workExists;
    status.sampleExists = sampleExists;
    setStatus(chosen, status);
    m_checking = true;
    describe();
}

void SignInView::setStatus(Purpose chosen, const desk::EntranceStatus &status)
{
    m_checking = false;
    m_status = status;
    m_organisation->clear();
    if (status.workExists)
        m_organisation->addItem({}, static_cast<int>(Purpose::Work));
    if (status.sampleExists)
        m_organisation->addItem({}, static_cast<int>(Purpose::Sample));
    m_organisation->setCurrentIndex(std::max(0, m_organisation->findData(static_cast<int>(chosen))));
    m_other->setVisible(!status.workExists || !status.sampleExists);
    describe();
}

void SignInView::suggest(const desk::SampleSignIn &signIn)
{
    m_login->setText(signIn.login);
    m_password->setText(signIn.password);
    m_passwordField->setHint(
        tr("This desk holds made-up people only: user %1, password %2.").arg(signIn.login, signIn.password));
    m_password->setFocus();
}

void SignInView::setWorking(bool working)
{
    m_busy->setBusy(working);
    m_signIn->setEnabled(!working);
    for (QWidget *field : {static_cast<QWidget *>(m_organisation), static_cast<QWidget *>(m_other)})
        field->setEnabled(!working);
    if (working)
        m_notice->dismiss();
}

void SignInView::refuse(const QString &sentence)
{
    setWorking(false);
    m_notice->say(InlineNotice::Level::Error, sentence);
    m_password->selectAll();
    m_password->setFocus();
}

void SignInView::tell(const QString &sentence)
{
    m_notice->say(InlineNotice::Level::Success, sentence);
}

void SignInView::wantNewPassword(const QString &sentence)
{
    setWorking(false);
    m_notice->say(InlineNotice::Level::Info, sentence);
    m_fresh->want();
}

void SignInView::clear()
{
    m_fresh->clear();
    m_login->clear();
    m_password->clear();
    m_passwordField->setHint({});
    m_notice->dismiss();
    setWorking(false);
}

void SignInView::submit()
{
    if (!m_signIn->isEnabled())
        return;
    if (m_login->text().trimmed().isEmpty())
        return m_login->setFocus();
    if (m_password->text().isEmpty())
        return m_password->setFocus();
    QString fresh;
    if (m_fresh->isWanted()) {
        fresh = m_fresh->taken();
        if (fresh.isEmpty())
            return;
    }
    Q_EMIT signInRequested(purpose(), m_login->text().trimmed(), m_password->text(), fresh);
}

void SignInView::describe()
{
    for (int i = 0; i < m_organisation->count(); ++i) {
        const bool sample = m_organisation->itemData(i).toInt() == static_cast<int>(Purpose::Sample);
        const bool current = i == m_organisation->currentIndex();
        const QString company = current && !m_status.organisationName.isEmpty() ? m_status.organisationName : QString();
        const QString work = company.isEmpty() ? tr("This PC's organisation") : company;
        m_organisation->setItemText(i, sample ? tr("Trial with sample people") : work);
    }
    // Without a shared store it is a file on this PC, so the desk reaches it always and no lease runs out.
    const QString reach =
        m_status.sharedStore
            ? tr("This desk belongs to a central store and may work without it for %1 hours after the last contact.")
                  .arg(m_status.offlineLeaseHours)
            : tr("The store is on this PC: signing in works without a network and without a time limit.");
    QString keychain;
    if (m_checking)
        keychain = tr("Looking for the keychain of this PC…");
    else if (m_status.keychainReachable)
        keychain = tr("The keychain of this PC is ready.");
    else if (m_status.mayWorkWithoutKeychain)
        keychain = tr("This PC has no keychain: the password alone protects the data.");
    else
        keychain = tr("The keychain of this PC can't be reached, and your organisation requires it.");
    m_state->setText(reach + u'\n' + keychain);
}

void SignInView::retranslate()
{
    m_title->setText(tr("Sign in"));
    m_organisationField->setLabel(tr("Organisation"));
    m_loginField->setLabel(tr("User name"));
    m_passwordField->setLabel(tr("Password"));
    m_signIn->setText(tr("Sign in"));
    m_other->setText(tr("Another way to begin"));
    describe();
}

void SignInView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace consent::ui
