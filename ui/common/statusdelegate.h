#pragma once

#include <QStyledItemDelegate>

namespace consent::ui {

/// Draws a cell as a status chip: the display text is its word, a data role of the cell holds its ui::Status as int.
/// A cell without that data is drawn as usual.
class StatusDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit StatusDelegate(int statusRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_statusRole;
};

} // namespace consent::ui
