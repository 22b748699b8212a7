#pragma once

#include "desk/contacts/provisionlog.h"
#include "ui/common/titledtablemodel.h"

#include <vector>

namespace consent::ui {

/// What was provided of a person, to whom, newest first.
class ProvisionsModel : public TitledTableModel
{
    Q_OBJECT

public:
    enum Column { WhenColumn, RecipientColumn, PurposeColumn, ItemsColumn, CorrectedColumn, ColumnCount };

    explicit ProvisionsModel(QObject *parent = nullptr)
        : TitledTableModel(ColumnCount, parent)
    {
    }

    void setProvisions(std::vector<desk::ProvisionRow> provisions);
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    int rows() const override { return int(m_provisions.size()); }
    QStringList titles() const override;

private:
    std::vector<desk::ProvisionRow> m_provisions;
};

} // namespace consent::ui
