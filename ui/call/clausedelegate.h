#pragma once

#include <QStyledItemDelegate>

namespace consent::ui {

/// Draws a line of the clause list: number and heading, then where the call stands or what was answered.
class ClauseDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace consent::ui
