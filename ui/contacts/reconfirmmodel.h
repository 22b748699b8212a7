#pragma once

#include "desk/contacts/contactviews.h"
#include "ui/common/titledtablemodel.h"

#include <vector>

namespace consent::ui {

/// Consents to advertising that are to be asked about again, soonest first.
class ReconfirmModel : public TitledTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, PhoneColumn, ItemsColumn, SinceColumn, BeforeColumn, ColumnCount };

    explicit ReconfirmModel(QObject *parent = nullptr)
        : TitledTableModel(ColumnCount, parent)
    {
    }

    void setRows(std::vector<desk::ReconfirmationRow> rows);
    const desk::ReconfirmationRow &row(int row) const { return m_rows.at(size_t(row)); }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    int rows() const override { return int(m_rows.size()); }
    QStringList titles() const override;

private:
    std::vector<desk::ReconfirmationRow> m_rows;
};

} // namespace consent::ui
