#include "ui/subjects/contactsmodel.h"

namespace consent::ui {

void ContactsModel::setContacts(std::vector<desk::ContactSummary> contacts)
{
    beginResetModel();
    m_contacts = std::move(contacts);
    endResetModel();
}

int ContactsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_contacts.size());
}

int ContactsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ContactsModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const desk::ContactSummary &contact = m_contacts.at(static_cast<std::size_t>(index.row()));
    switch (index.column()) {
    case TimeColumn:
        return koreanTimestamp(contact.at).left(16); // To the minute.
    case MethodColumn:
        return domain::label(contact.method);
    case OutcomeColumn:
        return domain::label(contact.outcome);
    case AgentColumn:
        return contact.agentName;
    case ReceiptColumn:
        return contact.receipt;
    }
    return {};
}

QVariant ContactsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("When");
    case MethodColumn:
        return tr("How");
    case OutcomeColumn:
        return tr("Outcome");
    case AgentColumn:
        return tr("Agent");
    case ReceiptColumn:
        return tr("Receipt");
    }
    return {};
}

void ContactsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_contacts.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace consent::ui
