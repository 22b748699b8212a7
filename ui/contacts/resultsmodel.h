#pragma once

#include "desk/contacts/contactviews.h"
#include "ui/common/titledtablemodel.h"

#include <vector>

namespace consent::ui {

/// Outcomes that wait to be told, soonest first.
class ResultsModel : public TitledTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, PhoneColumn, WhatColumn, AnsweredColumn, ByColumn, ColumnCount };

    explicit ResultsModel(QObject *parent = nullptr)
        : TitledTableModel(ColumnCount, parent)
    {
    }

    void setRows(std::vector<desk::ResultNoticeRow> rows);
    const desk::ResultNoticeRow &row(int row) const { return m_rows.at(size_t(row)); }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    int rows() const override { return int(m_rows.size()); }
    QStringList titles() const override;

private:
    std::vector<desk::ResultNoticeRow> m_rows;
};

/// "in 3 days", "today", "2 days late": how long there is, in words.
QString daysInWords(int days);

} // namespace consent::ui
