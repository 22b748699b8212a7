#include "ui/subjects/contactsmodel.h"

namespace consent::ui {

void ContactsModel::setContacts(std::vector<desk::ContactSummary> contacts)
{
    beginResetModel();
    m_contacts = std::move(contacts);
    endResetModel();
}

int ContactsModel::rows() const
{
    return int(m_contacts.size());
}

QStringList ContactsModel::titles() const
{
    return {tr("When"), tr("How"), tr("Outcome"), tr("Agent"), tr("Receipt")};
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

} // namespace consent::ui
