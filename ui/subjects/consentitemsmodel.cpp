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

int ConsentItemsModel::rows() const
{
    return int(m_items.size());
}

QStringList ConsentItemsModel::titles() const
{
    return {tr("Item"), tr("Status"), tr("Since")};
}

QVariant ConsentItemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const desk::ItemState &item = m_items.at(static_cast<std::size_t>(index.row()));
    if (role == StatusRole && index.column() == StatusColumn)
        return static_cast<int>(statusOf(item.status));
    if (role == Qt::ToolTipRole && index.column() != ItemColumn)
        return item.why;
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

} // namespace consent::ui
