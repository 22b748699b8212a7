#pragma once

#include "desk/subjectviews.h"

#include <QAbstractTableModel>

#include <vector>

namespace consent::ui {

/// Where each consent item stands for one person, and since when.
class ConsentItemsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { ItemColumn, StatusColumn, SinceColumn, ColumnCount };
    /// ui::Status as int, on StatusColumn.
    static constexpr int StatusRole = Qt::UserRole + 1;

    using QAbstractTableModel::QAbstractTableModel;

    void setItems(std::vector<desk::ItemState> items);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void retranslate();

private:
    std::vector<desk::ItemState> m_items;
};

} // namespace consent::ui
