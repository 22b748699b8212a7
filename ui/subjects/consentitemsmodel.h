#pragma once

#include "desk/people/subjectviews.h"
#include "ui/common/titledtablemodel.h"

#include <vector>

namespace consent::ui {

/// Where each consent item stands for one person, and since when.
class ConsentItemsModel : public TitledTableModel
{
    Q_OBJECT

public:
    enum Column { ItemColumn, StatusColumn, SinceColumn, ColumnCount };
    /// ui::Status as int, on StatusColumn.
    static constexpr int StatusRole = Qt::UserRole + 1;

    explicit ConsentItemsModel(QObject *parent = nullptr)
        : TitledTableModel(ColumnCount, parent)
    {
    }

    void setItems(std::vector<desk::ItemState> items);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    int rows() const override;
    QStringList titles() const override;

private:
    std::vector<desk::ItemState> m_items;
};

} // namespace consent::ui
