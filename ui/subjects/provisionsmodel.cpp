#include "ui/subjects/provisionsmodel.h"

namespace consent::ui {

using namespace Qt::StringLiterals;

void ProvisionsModel::setProvisions(std::vector<desk::ProvisionRow> provisions)
{
    beginResetModel();
    m_provisions = std::move(provisions);
    endResetModel();
}

QStringList ProvisionsModel::titles() const
{
    return {tr("When"), tr("To"), tr("For"), tr("What"), tr("Correction told")};
}

QVariant ProvisionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const desk::ProvisionRow &one = m_provisions.at(size_t(index.row()));
    if (role == Qt::ToolTipRole && index.column() == RecipientColumn)
        return one.period;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case WhenColumn:
        return koreanTimestamp(one.at).left(16);
    case RecipientColumn:
        return one.recipient;
    case PurposeColumn:
        return one.purpose;
    case ItemsColumn:
        return one.items.join(u", "_s);
    case CorrectedColumn:
        return one.corrected ? koreanDate(*one.corrected).toString(Qt::ISODate) : QString();
    }
    return {};
}

} // namespace consent::ui
