#include "ui/subjects/subjectlistmodel.h"

namespace consent::ui {

using namespace Qt::StringLiterals;

void SubjectListModel::setPeople(std::vector<desk::SubjectSummary> people)
{
    beginResetModel();
    m_people = std::move(people);
    endResetModel();
}

int SubjectListModel::rows() const
{
    return int(m_people.size());
}

QStringList SubjectListModel::titles() const
{
    return {tr("Name"), tr("Phone"), tr("Born"), tr("Membership")};
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

} // namespace consent::ui
