#pragma once

#include <QStyledItemDelegate>

namespace consent::ui {

/// Draws requests: as a card on the board, or the clock of a row in the list. For views over a RequestListModel.
class RequestCardDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Shape { Card, Clock };

    explicit RequestCardDelegate(Shape shape, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Shape m_shape;
};

} // namespace consent::ui
