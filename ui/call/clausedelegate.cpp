#include "ui/call/clausedelegate.h"

#include "ui/call/clauselistmodel.h"
#include "ui/common/icons.h"
#include "ui/common/tones.h"
#include "ui/common/typography.h"

#include <QPainter>

namespace consent::ui {

namespace {

using Position = desk::ClauseRow::Position;

constexpr int markSide = 16;

struct Mark
{
    Icon icon = Icon::Blank;
    QColor ink;
};

Mark markOf(const QModelIndex &index, const Tones &tones)
{
    const auto position = static_cast<Position>(index.data(ClauseListModel::PositionRole).toInt());
    const QVariant answer = index.data(ClauseListModel::AnswerRole);
    if (position == Position::Current)
        return {Icon::Play, tones.accent};
    if (index.data(ClauseListModel::TooFastRole).toBool())
        return {Icon::Warning, tones.caution.ink};
    if (answer.isValid()) {
        const bool granted = static_cast<domain::Decision>(answer.toInt()) == domain::Decision::Granted;
        return granted ? Mark{Icon::Check, tones.status(Status::Granted).ink}
                       : Mark{Icon::Cross, tones.status(Status::Refused).ink};
    }
    if (position == Position::Done)
        return {Icon::Check, tones.muted};
    if (position == Position::Skipped)
        return {Icon::Dash, tones.muted};
    return {};
}

} // namespace

void ClauseDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tones &tones = Tones::of(option.palette);
    const auto position = static_cast<Position>(index.data(ClauseListModel::PositionRole).toInt());
    const bool current = position == Position::Current;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (current) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(tones.accentSoft);
        painter->drawRoundedRect(option.rect.adjusted(0, 2, 0, -2), 4, 4);
    }
    const QRect inner = option.rect.adjusted(spacing, 0, -spacing, 0);
    const QRectF place(inner.right() - markSide + 1, inner.center().y() - markSide / 2.0 + 0.5, markSide, markSide);
    if (const Mark mark = markOf(index, tones); mark.icon != Icon::Blank)
        paintIcon(*painter, mark.icon, place, mark.ink);
    QFont font = option.font;
    font.setWeight(current ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(current || position == Position::Done ? tones.text : tones.muted);
    const QRect words = inner.adjusted(0, 0, -markSide - spacing, 0);
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    painter->restore();
}

QSize ClauseDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), minimumTarget};
}

} // namespace consent::ui
