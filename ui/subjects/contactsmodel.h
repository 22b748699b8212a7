#pragma once

#include "desk/subjectviews.h"

#include <QAbstractTableModel>

#include <vector>

namespace consent::ui {

/// What happened with one person, newest first: when, how, how it ended, who, receipt.
class ContactsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, MethodColumn, OutcomeColumn, AgentColumn, ReceiptColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setContacts(std::vector<desk::ContactSummary> contacts);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void retranslate();

private:
    std::vector<desk::ContactSummary> m_contacts;
};

} // namespace consent::ui
