#include "ui/common/statusdelegate.h"

#include "ui/common/statuschip.h"
#include "ui/common/typography.h"

#include <QApplication>
#include <QStyle>

namespace consent::ui {

StatusDelegate::StatusDelegate(int statusRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_statusRole(statusRole)
{
}

void StatusDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant status = index.data(m_statusRole);
    if (!status.isValid())
        return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
    paintChip(*painter, option.rect.adjusted(spacing * 3 / 4, 0, -spacing / 2, 0), static_cast<Status>(status.toInt()),
              index.data(Qt::DisplayRole).toString(), option.palette);
}

QSize StatusDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize usual = QStyledItemDelegate::sizeHint(option, index);
    if (!index.data(m_statusRole).isValid())
        return usual;
    return usual.expandedTo(chipSize(index.data(Qt::DisplayRole).toString()) + QSize(spacing, spacing));
}

} // namespace consent::ui
