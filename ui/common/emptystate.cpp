#include "ui/common/emptystate.h"

#include "ui/common/tones.h"
#include "ui/common/typography.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_image(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
{
    setObjectName(u"emptyState"_s);
    m_action->setObjectName(u"emptyStateAction"_s);
    QFont bold = baseFont();
    bold.setPointSizeF(12.5);
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_text->setWordWrap(true);
    m_text->setMaximumWidth(60 * spacing);
    for (QLabel *label : {m_image, m_title, m_text})
        label->setAlignment(Qt::AlignCenter);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(spacing);
    column->addStretch(2);
    column->addWidget(m_image, 0, Qt::AlignCenter);
    column->addWidget(m_title);
    auto *middle = new QHBoxLayout;
    middle->addStretch();
    middle->addWidget(m_text, 1);
    middle->addStretch();
    column->addLayout(middle);
    column->addSpacing(spacing);
    column->addWidget(m_action, 0, Qt::AlignCenter);
    column->addStretch(3);
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::say(Icon which, const QString &title, const QString &text, const QString &action)
{
    m_which = which;
    m_title->setText(title);
    m_text->setText(text);
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(text);
    redraw();
}

void EmptyState::redraw()
{
    constexpr int side = 40;
    QPixmap pixmap(QSize(side, side) * devicePixelRatioF());
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintIcon(painter, m_which, QRectF(0, 0, side, side), Tones::of(palette()).edge);
    painter.end();
    m_image->setPixmap(pixmap);
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        redraw();
}

} // namespace consent::ui
