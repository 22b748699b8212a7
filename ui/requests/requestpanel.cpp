#include "ui/requests/requestpanel.h"

#include "ui/common/taborder.h"
#include "ui/common/tones.h"
#include "ui/common/typography.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

RequestPanel::RequestPanel(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_help(new QLabel(this))
    , m_body(new QVBoxLayout)
    , m_fault(new QLabel(this))
    , m_do(new QPushButton(this))
    , m_leave(new QPushButton(this))
{
    setObjectName(name);
    QFont bold = baseFont();
    bold.setPointSizeF(13);
    bold.setWeight(QFont::Bold);
    m_title->setFont(bold);
    m_help->setWordWrap(true);
    m_help->setForegroundRole(QPalette::PlaceholderText);
    m_help->hide();
    m_fault->setObjectName(name + u"Fault"_s);
    m_fault->setWordWrap(true);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->hide();
    m_do->setObjectName(name + u"Do"_s);
    m_do->setDefault(true);
    m_leave->setObjectName(name + u"Leave"_s);
    for (QPushButton *button : {m_do, m_leave})
        button->setMinimumHeight(minimumTarget);
    m_body->setSpacing(spacing);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing);
    buttons->addWidget(m_do);
    buttons->addWidget(m_leave);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacing, 2 * spacing, 2 * spacing, 2 * spacing);
    column->setSpacing(spacing);
    column->addWidget(m_title);
    column->addWidget(m_help);
    column->addLayout(m_body);
    column->addWidget(m_fault);
    column->addLayout(buttons);
    column->addStretch();
    connect(m_do, &QPushButton::clicked, this, &RequestPanel::submit);
    connect(m_leave, &QPushButton::clicked, this, &RequestPanel::closed);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *send = new QShortcut(Qt::CTRL | key, this);
        send->setContext(Qt::WidgetWithChildrenShortcut);
        connect(send, &QShortcut::activated, this, &RequestPanel::submit);
    }
    RequestPanel::retranslate();
}

void RequestPanel::setTitle(const QString &title, const QString &action)
{
    m_title->setText(title);
    setAccessibleName(title);
    m_do->setText(action + u"  Ctrl+Enter"_s);
    m_do->setAccessibleName(action);
}

void RequestPanel::setHelp(const QString &help)
{
    m_help->setText(help);
    m_help->setVisible(!help.isEmpty());
}

void RequestPanel::setFault(const QString &fault)
{
    m_fault->setText(fault.isEmpty() ? QString() : u"⚠ "_s + fault);
    m_fault->setVisible(!fault.isEmpty());
    QPalette tint = m_fault->palette();
    tint.setColor(QPalette::WindowText, Tones::of(palette()).danger.ink);
    m_fault->setPalette(tint);
}

void RequestPanel::setBusy(bool busy)
{
    m_do->setEnabled(!busy);
}

void RequestPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tabInReadingOrder(*this);
}

void RequestPanel::submit()
{
    if (!m_do->isEnabled())
        return;
    setFault({});
    Q_EMIT submitted();
}

void RequestPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RequestPanel::retranslate()
{
    m_leave->setText(tr("Leave  Esc"));
    m_leave->setAccessibleName(tr("Leave"));
}

} // namespace consent::ui
