#pragma once

#include "desk/people/mergeviews.h"
#include "ui/common/titledtablemodel.h"

namespace consent::ui {

/// Each consent item under two registrations, and what would count for the person if they were one.
class MergeItemsModel : public TitledTableModel
{
    Q_OBJECT

public:
    enum Column { ItemColumn, OneColumn, OtherColumn, TogetherColumn, ColumnCount };
    /// ui::Status as int, on every column but the first.
    static constexpr int StatusRole = Qt::UserRole + 1;

    explicit MergeItemsModel(QObject *parent = nullptr)
        : TitledTableModel(ColumnCount, parent)
    {
    }

    void setComparison(desk::MergeComparison comparison);
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    int rows() const override { return static_cast<int>(m_comparison.together.size()); }
    QStringList titles() const override;

private:
    desk::MergeComparison m_comparison;
};

} // namespace consent::ui
