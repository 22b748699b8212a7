#include "ui/shell/rail.h"

#include "ui/common/tones.h"
#include "ui/common/typography.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int railWidth = 9 * spacing;
constexpr int buttonHeight = 8 * spacing;
constexpr int iconSide = 24;

} // namespace

RailButton::RailButton(Icon which, QWidget *parent)
    : QAbstractButton(parent)
    , m_which(which)
{
    setFont(smallFont());
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
}

void RailButton::setWord(const QString &word, const QString &keys)
{
    setText(word);
    setAccessibleName(word);
    setToolTip(word + u"  "_s + keys);
    update();
}

QSize RailButton::sizeHint() const
{
    return {railWidth, buttonHeight};
}

void RailButton::paintEvent(QPaintEvent *)
{
    const Tones &tones = Tones::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ground = QRectF(rect()).adjusted(6, 3, -6, -3);
    if (isChecked() || isDown() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() || isDown() ? tones.accentSoft : tones.page);
        painter.drawRoundedRect(ground, 8, 8);
    }
    if (hasFocus()) {
        painter.setPen(QPen(tones.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 7, 7);
    }
    const QColor ink = isChecked() ? tones.accent : tones.muted;
    paintIcon(painter, m_which, QRectF((width() - iconSide) / 2.0, 12, iconSide, iconSide), ink);
    QFont words = font();
    words.setWeight(isChecked() ? QFont::Bold : QFont::Normal);
    painter.setFont(words);
    painter.setPen(ink);
    const QRect below(2, 12 + iconSide, width() - 4, height() - 12 - iconSide - 4);
    painter.drawText(below, Qt::AlignCenter, QFontMetrics(words).elidedText(text(), Qt::ElideRight, below.width()));
}

Rail::Rail(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_lock(new RailButton(Icon::Lock, this))
{
    setObjectName(u"rail"_s);
    m_lock->setObjectName(u"railLock"_s);
    setFixedWidth(railWidth + 1);
    m_column->setContentsMargins(0, spacing, 1, spacing);
    m_column->setSpacing(0);
    m_column->addStretch();
    m_column->addWidget(m_lock);
    retranslate();
}

int Rail::add(Icon which)
{
    const int index = count();
    auto *button = new RailButton(which, this);
    button->setObjectName(u"railPage%1"_s.arg(index + 1));
    button->setCheckable(true);
    button->setAutoExclusive(true);
    m_column->insertWidget(index, button);
    m_pages.append(button);
    connect(button, &RailButton::clicked, this, [this, index] { Q_EMIT chosen(index); });
    return index;
}

void Rail::setWord(int index, const QString &word)
{
    m_pages.at(index)->setWord(word, u"Ctrl+%1"_s.arg(index + 1));
}
void Rail::setCurrent(int index)
{
    m_pages.at(index)->setChecked(true);
}

void Rail::clear()
{
    qDeleteAll(m_pages);
    m_pages.clear();
}

void Rail::retranslate()
{
    setAccessibleName(tr("Pages"));
    m_lock->setWord(tr("Lock"), u"Ctrl+L"_s);
}

void Rail::paintEvent(QPaintEvent *)
{
    const Tones &tones = Tones::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tones.surface);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), tones.line);
}

void Rail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace consent::ui
