#pragma once

#include "desk/people/subjectviews.h"
#include "ui/common/titledtablemodel.h"

#include <vector>

namespace consent::ui {

/// What happened with one person, newest first: when, how, how it ended, who, receipt.
class ContactsModel : public TitledTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, MethodColumn, OutcomeColumn, AgentColumn, ReceiptColumn, ColumnCount };

    explicit ContactsModel(QObject *parent = nullptr)
        : TitledTableModel(ColumnCount, parent)
    {
    }

    void setContacts(std::vector<desk::ContactSummary> contacts);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    int rows() const override;
    QStringList titles() const override;

private:
    std::vector<desk::ContactSummary> m_contacts;
};

} // namespace consent::ui
