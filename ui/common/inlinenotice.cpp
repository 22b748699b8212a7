#include "ui/common/inlinenotice.h"

#include "ui/common/icons.h"
#include "ui/common/tones.h"
#include "ui/common/typography.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconSide = 20;

Tone toneOf(InlineNotice::Level level, const Tones &tones)
{
    switch (level) {
    case InlineNotice::Level::Info:
        return tones.info;
    case InlineNotice::Level::Success:
        return tones.good;
    case InlineNotice::Level::Warning:
        return tones.caution;
    case InlineNotice::Level::Error:
        return tones.danger;
    }
    Q_UNREACHABLE();
}

Icon iconOf(InlineNotice::Level level)
{
    switch (level) {
    case InlineNotice::Level::Info:
        return Icon::Info;
    case InlineNotice::Level::Success:
        return Icon::Check;
    case InlineNotice::Level::Warning:
        return Icon::Warning;
    case InlineNotice::Level::Error:
        return Icon::Error;
    }
    Q_UNREACHABLE();
}

} // namespace

InlineNotice::InlineNotice(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(u"notice"_s);
    m_text->setObjectName(u"noticeText"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_action->setObjectName(u"noticeAction"_s);
    m_close->setObjectName(u"noticeClose"_s);
    m_close->setAutoRaise(true);
    m_close->setIcon(icon(Icon::Cross));
    m_close->setAccessibleName(tr("Close this message"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(spacing + spacing / 2 + iconSide + spacing, spacing / 2, spacing / 2, spacing / 2);
    row->setSpacing(spacing);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    setMinimumHeight(minimumTarget + spacing);
    connect(m_action, &QPushButton::clicked, this, &InlineNotice::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, [this] {
        dismiss();
        Q_EMIT dismissed();
    });
    hide();
}

void InlineNotice::say(Level level, const QString &text, const QString &action)
{
    m_level = level;
    m_text->setText(text);
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(text);
    retint();
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void InlineNotice::sayUndoable(const QString &text)
{
    say(Level::Info, text, tr("Undo"));
}

void InlineNotice::dismiss()
{
    m_text->clear();
    hide();
}

QString InlineNotice::text() const
{
    return m_text->text();
}

void InlineNotice::retint()
{
    QPalette tinted = m_text->palette();
    tinted.setColor(QPalette::WindowText, toneOf(m_level, Tones::of(palette())).ink);
    m_text->setPalette(tinted);
    update();
}

void InlineNotice::paintEvent(QPaintEvent *)
{
    const Tone tone = toneOf(m_level, Tones::of(palette()));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone.ground);
    painter.drawRoundedRect(rect(), 6, 6);
    const QRectF image(spacing + spacing / 2.0, (height() - iconSide) / 2.0, iconSide, iconSide);
    paintIcon(painter, iconOf(m_level), image, tone.ink);
}

void InlineNotice::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        retint();
    else if (event->type() == QEvent::LanguageChange)
        m_close->setAccessibleName(tr("Close this message"));
}

} // namespace consent::ui
