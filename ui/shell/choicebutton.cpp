#include "ui/shell/choicebutton.h"

#include "ui/common/tones.h"
#include "ui/common/typography.h"

#include <QKeyEvent>
#include <QPainter>

namespace consent::ui {

namespace {

constexpr int margin = 2 * spacing;
constexpr int iconSide = 28;
constexpr int capSide = 24;

QFont headFont()
{
    QFont font = baseFont();
    font.setPointSizeF(12);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

ChoiceButton::ChoiceButton(Icon which, QWidget *parent)
    : QAbstractButton(parent)
    , m_which(which)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChoiceButton::keyPressEvent(QKeyEvent *event)
{
    // The Enter key chooses what has the focus, as the space bar does.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void ChoiceButton::setTexts(const QString &title, const QString &sentence, const QString &key)
{
    setText(title);
    m_sentence = sentence;
    m_key = key;
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    setShortcut(QKeySequence(key));
    updateGeometry();
    update();
}

QRect ChoiceButton::textArea(int width) const
{
    const int left = margin + iconSide + margin;
    return {left, margin, width - left - capSide - 2 * margin, 10'000};
}

int ChoiceButton::heightForWidth(int width) const
{
    const QRect area = textArea(width);
    const int body = QFontMetrics(baseFont()).boundingRect(area, Qt::TextWordWrap, m_sentence).height();
    return 2 * margin + QFontMetrics(headFont()).height() + spacing / 2 + body;
}

QSize ChoiceButton::sizeHint() const
{
    return {70 * spacing, heightForWidth(70 * spacing)};
}

void ChoiceButton::paintEvent(QPaintEvent *)
{
    const Tones &tones = Tones::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hot = isEnabled() && (underMouse() || isDown());
    painter.setPen(hasFocus() ? QPen(tones.accent, 2) : QPen(tones.edge, 1));
    painter.setBrush(hot ? tones.accentSoft : tones.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
    const QColor ink = isEnabled() ? tones.accent : tones.muted;
    paintIcon(painter, m_which, QRectF(margin, (height() - iconSide) / 2.0, iconSide, iconSide), ink);
    QRect area = textArea(width());
    painter.setFont(headFont());
    painter.setPen(isEnabled() ? tones.text : tones.muted);
    painter.drawText(area, Qt::AlignTop | Qt::AlignLeft, text());
    area.setTop(area.top() + QFontMetrics(headFont()).height() + spacing / 2);
    painter.setFont(baseFont());
    painter.setPen(tones.muted);
    painter.drawText(area, Qt::TextWordWrap | Qt::AlignTop | Qt::AlignLeft, m_sentence);
    const QRectF cap(width() - margin - capSide, (height() - capSide) / 2.0, capSide, capSide);
    painter.setPen(tones.edge);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(cap, 4, 4);
    painter.setPen(tones.muted);
    painter.setFont(smallFont());
    painter.drawText(cap, Qt::AlignCenter, m_key);
}

} // namespace consent::ui
