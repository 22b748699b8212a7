#pragma once

#include "desk/calls/callviews.h"

#include <QAbstractListModel>

#include <vector>

namespace consent::ui {

/// The clauses of the script as the call walks through them.
class ClauseListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    enum Role { PositionRole = Qt::UserRole, AnswerRole, TooFastRole };

    void setClauses(const std::vector<desk::ClauseRow> &clauses);
    /// -1 when none is.
    int currentRow() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QString spoken(const desk::ClauseRow &row, int number) const;

    std::vector<desk::ClauseRow> m_clauses;
};

} // namespace consent::ui
