#include "ui/subjects/subjectlistmodel.h"

namespace consent::ui {

using namespace Qt::StringLiterals;

void SubjectListModel::setPeople(std::vector<desk::SubjectSummary> people)
{
    beginResetModel();
    m_people = std::move(people);
    endResetModel();
}

int SubjectListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_people.size());
}

int SubjectListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SubjectListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const desk::SubjectSummary &one = person(index.row());
    if (role == Qt::AccessibleTextRole && index.column() == NameColumn)
        return QString(one.name + u", "_s + one.maskedPhone + u", "_s + one.birthDate.toString(Qt::ISODate));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case NameColumn:
        return one.name;
    case PhoneColumn:
        return one.maskedPhone;
    case BirthColumn:
        return one.birthDate.toString(Qt::ISODate);
    case MembershipColumn:
        return domain::label(one.membership);
    }
    return {};
}

QVariant SubjectListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case PhoneColumn:
        return tr("Phone");
    case BirthColumn:
        return tr("Born");
    case MembershipColumn:
        return tr("Membership");
    }
    return {};
}

void SubjectListModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_people.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace consent::ui
