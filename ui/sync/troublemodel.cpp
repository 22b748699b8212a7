#include "ui/sync/troublemodel.h"

#include "ui/common/icons.h"

#include <QLocale>

namespace consent::ui {

TroubleModel::TroubleModel(QObject *parent)
    : TitledTableModel(ColumnCount, parent)
{
}

void TroubleModel::setTroubles(std::vector<cache::SyncTrouble> troubles)
{
    beginResetModel();
    m_troubles = std::move(troubles);
    endResetModel();
}

QVariant TroubleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const cache::SyncTrouble &trouble = m_troubles.at(static_cast<std::size_t>(index.row()));
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::DecorationRole && column == MessageColumn)
        return icon(trouble.lasting ? Icon::Warning : Icon::Offline);
    if (role == Qt::TextAlignmentRole && column == MessageColumn)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case LastColumn:
        return koreanTimestamp(trouble.last);
    case TimesColumn:
        return tr("%n times", nullptr, static_cast<int>(trouble.times));
    case MessageColumn:
        return trouble.message;
    case ColumnCount:
        break;
    }
    return {};
}

QStringList TroubleModel::titles() const
{
    return {tr("Last"), tr("How often"), tr("What happened")};
}

} // namespace consent::ui
