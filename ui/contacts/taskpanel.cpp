#include "ui/contacts/taskpanel.h"

#include "ui/common/inlinenotice.h"
#include "ui/common/taborder.h"
#include "ui/common/typography.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelWidth = 440;

} // namespace

TaskPanel::TaskPanel(const QString &name, QWidget *over)
    : QFrame(over)
    , m_over(over)
    , m_title(new QLabel(this))
    , m_about(new QLabel(this))
    , m_help(new QLabel(this))
    , m_body(new QVBoxLayout)
    , m_notice(new InlineNotice(this))
    , m_do(new QPushButton(this))
    , m_leave(new QPushButton(this))
{
    setObjectName(name);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setFont(titleFont());
    m_about->setObjectName(name + u"About"_s);
    m_notice->setObjectName(name + u"Notice"_s);
    m_do->setObjectName(name + u"Do"_s);
    m_leave->setObjectName(name + u"Leave"_s);
    for (QLabel *label : {m_about, m_help}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_help->setForegroundRole(QPalette::PlaceholderText);
    for (QPushButton *button : {m_do, m_leave}) {
        button->setMinimumHeight(minimumTarget);
        button->setAutoDefault(true); // Enter presses the one that has the focus
    }
    m_do->setDefault(true);
    m_body->setSpacing(spacing);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacing, 2 * spacing, 2 * spacing, 2 * spacing);
    column->setSpacing(spacing);
    for (QLabel *label : {m_title, m_about, m_help})
        column->addWidget(label);
    column->addLayout(m_body);
    column->addStretch();
    column->addWidget(m_notice);
    column->addWidget(m_do);
    column->addWidget(m_leave);
    connect(m_do, &QPushButton::clicked, this, &TaskPanel::act);
    connect(m_leave, &QPushButton::clicked, this, &TaskPanel::close);
    const auto key = [this](const QKeySequence &keys, void (TaskPanel::*slot)()) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    key(Qt::CTRL | Qt::Key_Return, &TaskPanel::act);
    key(Qt::CTRL | Qt::Key_Enter, &TaskPanel::act);
    key(Qt::Key_Escape, &TaskPanel::close);
    over->installEventFilter(this);
    hide();
}

void TaskPanel::setWords(const QString &title, const QString &about, const QString &help, const QString &action)
{
    setAccessibleName(title);
    m_title->setText(title);
    m_about->setText(about);
    m_about->setVisible(!about.isEmpty());
    m_help->setText(help);
    m_do->setText(tr("%1 (Ctrl+Enter)").arg(action));
    m_do->setAccessibleName(action);
    m_leave->setText(tr("Close (Esc)"));
}

void TaskPanel::openAt(QWidget &first)
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_notice->dismiss();
    m_do->setEnabled(true);
    place();
    raise();
    show();
    tabInReadingOrder(*this);
    first.setFocus(Qt::OtherFocusReason);
    Q_EMIT opened();
}

void TaskPanel::close()
{
    if (!isVisible())
        return;
    hide();
    Q_EMIT closed(); // wakes what had the focus
    if (m_before && m_over->isAncestorOf(m_before))
        m_before->setFocus(Qt::OtherFocusReason);
    m_before = nullptr;
}

void TaskPanel::act()
{
    if (!m_do->isEnabled())
        return;
    m_notice->dismiss();
    m_do->setEnabled(false);
    submit();
}

void TaskPanel::showError(const QString &sentence)
{
    m_do->setEnabled(true);
    m_notice->say(InlineNotice::Level::Error, sentence);
}

bool TaskPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_over && event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

void TaskPanel::place()
{
    const QRect all = m_over->rect();
    const int width = std::min(panelWidth, all.width());
    setGeometry(all.right() + 1 - width, all.top(), width, all.height());
}

void TaskPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace consent::ui
