#include "ui/call/sidepanel.h"

#include "ui/common/inlinenotice.h"
#include "ui/common/typography.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

SidePanel::SidePanel(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_explanation(new QLabel(this))
    , m_body(new QVBoxLayout)
    , m_notice(new InlineNotice(this))
    , m_action(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setObjectName(name);
    m_title->setFont(titleFont());
    m_explanation->setWordWrap(true);
    m_explanation->setForegroundRole(QPalette::PlaceholderText);
    m_notice->setObjectName(name + u"Notice"_s);
    m_action->setObjectName(name + u"Action"_s);
    m_close->setObjectName(name + u"Close"_s);
    for (QPushButton *button : {m_action, m_close})
        button->setAutoDefault(true); // Enter presses the one that has the focus
    m_body->setSpacing(spacing);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacing, 2 * spacing, 2 * spacing, 2 * spacing);
    column->setSpacing(spacing + spacing / 2);
    column->addWidget(m_title);
    column->addWidget(m_explanation);
    column->addLayout(m_body, 1);
    column->addWidget(m_notice);
    column->addWidget(m_action);
    column->addWidget(m_close);
    connect(m_action, &QPushButton::clicked, this, [this] { submit(); });
    connect(m_close, &QPushButton::clicked, this, &SidePanel::closed);
}

void SidePanel::setWords(const QString &title, const QString &explanation, const QString &action)
{
    m_title->setText(title);
    m_explanation->setText(explanation);
    m_action->setText(action);
    m_close->setText(tr("Back to the script (Esc)"));
    setAccessibleName(title);
}

void SidePanel::setFault(const QString &fault)
{
    if (fault.isEmpty())
        m_notice->dismiss();
    else
        m_notice->say(InlineNotice::Level::Error, fault);
}

void SidePanel::setBusy(bool busy)
{
    m_busy = busy;
    m_action->setEnabled(!busy);
}

void SidePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace consent::ui
