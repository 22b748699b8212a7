#include "ui/requests/timelinemodel.h"

#include "ui/common/icons.h"
#include "ui/common/tones.h"
#include "ui/common/typography.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int lineLeft = 2 * spacing;
constexpr int textLeft = 4 * spacing;
constexpr int dotRadius = 4;

/// The lines of an entry below its first one.
QString below(const desk::RequestTimelineEntry &entry)
{
    QStringList lines;
    if (!entry.reason.isEmpty())
        lines += entry.reason;
    if (entry.conflict)
        lines += TimelineModel::tr("⚠ Came when it could not count any more: kept, without effect.");
    return lines.join(u'\n');
}

int textWidth(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    return std::max(width - textLeft - 2 * spacing, 10 * spacing);
}

int heightOf(const QString &text, const QFont &font, int width)
{
    if (text.isEmpty())
        return 0;
    return QFontMetrics(font).boundingRect(0, 0, width, 10'000, Qt::TextWordWrap, text).height();
}

} // namespace

TimelineModel::TimelineModel(QObject *parent)
    : TitledTableModel(1, parent)
{
}

void TimelineModel::setEntries(std::vector<desk::RequestTimelineEntry> entries)
{
    std::ranges::reverse(entries);
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

int TimelineModel::rows() const
{
    return static_cast<int>(m_entries.size());
}

QStringList TimelineModel::titles() const
{
    return {tr("What happened")};
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const desk::RequestTimelineEntry &one = entry(index.row());
    if (role == Qt::DisplayRole)
        return one.what;
    if (role == Qt::AccessibleTextRole)
        return QStringList{koreanTimestamp(one.at), one.what, one.actorName, below(one)}.join(u", "_s);
    return {};
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const TimelineModel *>(index.model());
    if (!model)
        return {};
    const desk::RequestTimelineEntry &entry = model->entry(index.row());
    const int width = textWidth(option);
    return {10 * spacing, QFontMetrics(smallFont()).height() + heightOf(entry.what, option.font, width) +
                              heightOf(below(entry), smallFont(), width) + 2 * spacing};
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const TimelineModel *>(index.model());
    if (!model)
        return;
    const desk::RequestTimelineEntry &entry = model->entry(index.row());
    const Tones &tones = Tones::of(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state.testFlag(QStyle::State_Selected) && option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(tones.accentSoft);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 1, -2, -1), 6, 6);
    }
    const int small = QFontMetrics(smallFont()).height();
    const int dotAt = option.rect.top() + spacing + small / 2;
    painter->setPen(QPen(tones.line, 2));
    painter->drawLine(lineLeft, index.row() == 0 ? dotAt : option.rect.top(), lineLeft,
                      index.row() + 1 == model->rowCount() ? dotAt : option.rect.bottom() + 1);
    painter->setPen(Qt::NoPen);
    painter->setBrush(entry.conflict ? tones.danger.ink : tones.accent);
    painter->drawEllipse(QPointF(lineLeft, dotAt), dotRadius, dotRadius);
    const int width = textWidth(option);
    QRect room(textLeft, option.rect.top() + spacing, width, small);
    painter->setFont(smallFont());
    painter->setPen(tones.muted);
    painter->drawText(room, Qt::AlignLeft, u"%1 · %2"_s.arg(koreanTimestamp(entry.at).left(16), entry.actorName));
    painter->setFont(option.font);
    painter->setPen(tones.text);
    room = QRect(textLeft, room.bottom() + 1, width, heightOf(entry.what, option.font, width));
    painter->drawText(room, Qt::TextWordWrap, entry.what);
    painter->setFont(smallFont());
    painter->setPen(entry.conflict ? tones.danger.ink : tones.muted);
    room = QRect(textLeft, room.bottom() + 1, width, heightOf(below(entry), smallFont(), width));
    painter->drawText(room, Qt::TextWordWrap, below(entry));
    painter->restore();
}

} // namespace consent::ui
