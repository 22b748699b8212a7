#include "ui/common/keyline.h"

#include "ui/common/tones.h"
#include "ui/common/typography.h"

#include <QPainter>
#include <QStringList>

#include <algorithm>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int capPadding = 6;
constexpr int capHeight = 22;

QFont capFont()
{
    QFont font = smallFont();
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

KeyLine::KeyLine(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"keyLine"_s);
    setFont(smallFont());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void KeyLine::setHints(const KeyHints &hints)
{
    KeyHints valid;
    std::copy_if(hints.begin(), hints.end(), std::back_inserter(valid), [](const KeyHint &h) { return h.valid; });
    if (valid == m_hints)
        return;
    m_hints = valid;
    QStringList words;
    for (const KeyHint &hint : m_hints)
        words.append(hint.keys + u' ' + hint.action);
    setAccessibleName(words.join(u", "_s));
    update();
}

QSize KeyLine::sizeHint() const
{
    return {400, 4 * spacing};
}
QSize KeyLine::minimumSizeHint() const
{
    return {100, 4 * spacing};
}

int KeyLine::widthOf(const KeyHint &hint) const
{
    const int cap = std::max(QFontMetrics(capFont()).horizontalAdvance(hint.keys) + 2 * capPadding, capHeight);
    return cap + capPadding + QFontMetrics(font()).horizontalAdvance(hint.action) + 2 * spacing;
}

void KeyLine::paintEvent(QPaintEvent *)
{
    if (m_hints.isEmpty())
        return;
    const Tones &tones = Tones::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int reserved = widthOf(m_hints.last());
    int x = 0;
    for (qsizetype i = 0; i < m_hints.size(); ++i) {
        const KeyHint &hint = m_hints.at(i);
        const bool last = i + 1 == m_hints.size();
        if (!last && x + widthOf(hint) + reserved > width())
            continue;
        const QFontMetrics capMetrics{capFont()};
        const int capWidth = std::max(capMetrics.horizontalAdvance(hint.keys) + 2 * capPadding, capHeight);
        const QRectF cap(x + 0.5, (height() - capHeight) / 2.0, capWidth - 1, capHeight - 1);
        painter.setPen(tones.edge);
        painter.setBrush(tones.surface);
        painter.drawRoundedRect(cap, 4, 4);
        painter.setPen(tones.text);
        painter.setFont(capFont());
        painter.drawText(cap, Qt::AlignCenter, hint.keys);
        painter.setPen(tones.muted);
        painter.setFont(font());
        const QRect word(x + capWidth + capPadding, 0, width(), height());
        painter.drawText(word, Qt::AlignVCenter | Qt::AlignLeft, hint.action);
        x += widthOf(hint);
    }
}

} // namespace consent::ui
