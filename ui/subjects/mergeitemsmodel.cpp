#include "ui/subjects/mergeitemsmodel.h"

#include "ui/common/statusof.h"

namespace consent::ui {

void MergeItemsModel::setComparison(desk::MergeComparison comparison)
{
    beginResetModel();
    m_comparison = std::move(comparison);
    endResetModel();
}

QStringList MergeItemsModel::titles() const
{
    return {tr("Item"), tr("First"), tr("Second"), tr("As one person")};
}

QVariant MergeItemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != StatusRole))
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    if (index.column() == ItemColumn)
        return role == Qt::DisplayRole ? QVariant(m_comparison.together.at(row).title) : QVariant();
    const std::vector<desk::ItemState> &states = index.column() == OneColumn     ? m_comparison.one.items
                                                 : index.column() == OtherColumn ? m_comparison.other.items
                                                                                 : m_comparison.together;
    const domain::ConsentStatus status = states.at(row).status;
    return role == StatusRole ? QVariant(static_cast<int>(statusOf(status))) : QVariant(domain::label(status));
}

} // namespace consent::ui
