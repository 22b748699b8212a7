#include "ui/contacts/resultsmodel.h"

#include <cstdlib>

namespace consent::ui {

using namespace Qt::StringLiterals;

QString daysInWords(int days)
{
    if (days == 0)
        return ResultsModel::tr("today");
    return days > 0 ? ResultsModel::tr("in %n days", nullptr, days)
                    : u"⚠ "_s + ResultsModel::tr("%n days late", nullptr, std::abs(days));
}

void ResultsModel::setRows(std::vector<desk::ResultNoticeRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

QStringList ResultsModel::titles() const
{
    return {tr("Name"), tr("Phone"), tr("What was said"), tr("On"), tr("Tell by")};
}

QVariant ResultsModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const desk::ResultNoticeRow &one = row(index.row());
    switch (index.column()) {
    case NameColumn:
        return one.person.name;
    case PhoneColumn:
        return one.person.maskedPhone;
    case WhatColumn:
        return one.what;
    case AnsweredColumn:
        return koreanTimestamp(one.answered).left(16);
    case ByColumn:
        return u"%1  (%2)"_s.arg(one.tellBy.toString(Qt::ISODate), daysInWords(one.daysLeft));
    }
    return {};
}

} // namespace consent::ui
