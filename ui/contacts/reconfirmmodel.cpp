#include "ui/contacts/reconfirmmodel.h"

#include "ui/contacts/resultsmodel.h"

namespace consent::ui {

using namespace Qt::StringLiterals;

void ReconfirmModel::setRows(std::vector<desk::ReconfirmationRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

QStringList ReconfirmModel::titles() const
{
    return {tr("Name"), tr("Phone"), tr("Agreed to"), tr("Since"), tr("Confirm before")};
}

QVariant ReconfirmModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const desk::ReconfirmationRow &one = row(index.row());
    if (role == Qt::ToolTipRole && index.column() == ItemsColumn)
        return one.titles.join(u'\n');
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case NameColumn:
        return one.person.name;
    case PhoneColumn:
        return one.person.maskedPhone;
    case ItemsColumn:
        return one.titles.join(u", "_s);
    case SinceColumn:
        return koreanDate(one.since).toString(Qt::ISODate);
    case BeforeColumn:
        return one.daysLeft > 0 ? u"%1  (%2)"_s.arg(one.before.toString(Qt::ISODate), daysInWords(one.daysLeft))
                                : tr("⚠ %1: counts no longer").arg(one.before.toString(Qt::ISODate));
    }
    return {};
}

} // namespace consent::ui
