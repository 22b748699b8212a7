#include "ui/subjects/consentitemsmodel.h"

#include "ui/common/statusof.h"

namespace consent::ui {

using namespace Qt::StringLiterals;

void ConsentItemsModel::setItems(std::vector<desk::ItemState> items)
{
    beginResetModel();
    m_items = std::move(items);
    endResetModel();
}

int ConsentItemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

int ConsentItemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ConsentItemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const desk::ItemState &item = m_items.at(static_cast<std::size_t>(index.row()));
    if (role == StatusRole && index.column() == StatusColumn)
        return static_cast<int>(statusOf(item.status));
    if (role == Qt::ToolTipRole && index.column() == ItemColumn)
        return QString(item.title + u" · "_s + domain::label(item.category));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case ItemColumn:
        return item.mandatory ? tr("%1 (mandatory)").arg(item.title) : item.title;
    case StatusColumn:
        return domain::label(item.status);
    case SinceColumn:
        return item.since ? koreanDate(*item.since).toString(Qt::ISODate) : QString();
    }
    return {};
}

QVariant ConsentItemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ItemColumn:
        return tr("Item");
    case StatusColumn:
        return tr("Status");
    case SinceColumn:
        return tr("Since");
    }
    return {};
}

void ConsentItemsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_items.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace consent::ui
