#include "ui/requests/requestcarddelegate.h"

#include "ui/common/statuschip.h"
#include "ui/common/tones.h"
#include "ui/common/typography.h"
#include "ui/requests/requestlistmodel.h"
#include "ui/requests/requestwords.h"

#include <QPainter>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardHeight = 11 * spacing;
constexpr int iconSide = 14;
constexpr int chipHeight = 24;

QFont strong(const QFont &font)
{
    QFont bold = font;
    bold.setWeight(QFont::Bold);
    return bold;
}

/// The clock as icon, figure and colour together, its right or left edge at that of the room.
/// @return what is left of the room
QRect paintClock(QPainter &painter, const QRect &room, const desk::RequestSummary &request, const QPalette &palette,
                 bool right)
{
    const Urgency urgency = urgencyOf(request);
    const Tone tone = toneOf(urgency, Tones::of(palette));
    const QString figure = clockFigure(request);
    painter.setFont(strong(smallFont()));
    const int width = iconSide + spacing / 2 + painter.fontMetrics().horizontalAdvance(figure) + 2 * spacing;
    const QRect chip(right ? room.right() - width + 1 : room.left(), room.top() + (room.height() - chipHeight) / 2,
                     width, chipHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone.ground);
    painter.drawRoundedRect(chip, 6, 6);
    paintIcon(painter, iconOf(urgency),
              QRectF(chip.left() + spacing, chip.top() + (chipHeight - iconSide) / 2.0, iconSide, iconSide), tone.ink);
    painter.setPen(tone.ink);
    painter.drawText(chip.adjusted(spacing + iconSide + spacing / 2, 0, -spacing, 0), Qt::AlignVCenter, figure);
    return right ? room.adjusted(0, 0, -width - spacing, 0) : room.adjusted(width + spacing, 0, 0, 0);
}

} // namespace

RequestCardDelegate::RequestCardDelegate(Shape shape, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_shape(shape)
{
}

QSize RequestCardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (m_shape == Shape::Card)
        return {16 * spacing, cardHeight};
    const auto *model = qobject_cast<const RequestListModel *>(index.model());
    const QFontMetrics metrics(strong(smallFont()));
    const int words = model ? metrics.horizontalAdvance(clockFigure(model->request(index.row()))) : 0;
    return {words + iconSide + 5 * spacing, std::max(option.rect.height(), minimumTarget)};
}

void RequestCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const RequestListModel *>(index.model());
    if (!model)
        return;
    const desk::RequestSummary &request = model->request(index.row());
    const Tones &tones = Tones::of(option.palette);
    // Every column has a card it would go on from; only the one where the keys act shows it.
    const bool focused = option.state.testFlag(QStyle::State_Selected) && option.state.testFlag(QStyle::State_HasFocus);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_shape == Shape::Clock) {
        QStyleOptionViewItem ground = option;
        initStyleOption(&ground, index);
        ground.text.clear();
        const QWidget *widget = option.widget;
        widget->style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, widget);
        paintClock(*painter, option.rect.adjusted(spacing, 0, -spacing, 0), request, option.palette, false);
        painter->restore();
        return;
    }
    const QRectF card = QRectF(option.rect).adjusted(4.5, 3.5, -4.5, -3.5);
    painter->setPen(QPen(focused ? tones.accent : tones.line, focused ? 2 : 1));
    painter->setBrush(focused ? tones.accentSoft : tones.surface);
    painter->drawRoundedRect(card, 8, 8);
    const QRect text = option.rect.adjusted(2 * spacing, spacing + 4, -2 * spacing, -spacing - 2);
    const int line = text.height() / 3;
    const QRect top =
        paintClock(*painter, QRect(text.left(), text.top(), text.width(), line), request, option.palette, true);
    painter->setPen(tones.text);
    painter->setFont(strong(option.font));
    painter->drawText(top, Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(domain::label(request.kind), Qt::ElideRight, top.width()));
    painter->setFont(option.font);
    const QRect middle(text.left(), text.top() + line, text.width(), line);
    painter->drawText(
        middle, Qt::AlignVCenter,
        painter->fontMetrics().elidedText(u"%1 · %2"_s.arg(request.subjectMaskedName, domain::label(request.requester)),
                                          Qt::ElideRight, middle.width()));
    painter->setFont(smallFont());
    painter->setPen(request.conflict ? tones.danger.ink : tones.muted);
    const QRect below(text.left(), text.top() + 2 * line, text.width(), line);
    const QString foot = request.conflict ? tr("⚠ Two desks moved it")
                                          : u"%1 · %2"_s.arg(request.number, domain::label(request.channel));
    painter->drawText(below, Qt::AlignVCenter, painter->fontMetrics().elidedText(foot, Qt::ElideRight, below.width()));
    painter->restore();
}

} // namespace consent::ui
