#include "ui/call/clauselistmodel.h"

#include <algorithm>

namespace consent::ui {

using namespace Qt::StringLiterals;
using Position = desk::ClauseRow::Position;

void ClauseListModel::setClauses(const std::vector<desk::ClauseRow> &clauses)
{
    const bool sameClauses = std::ranges::equal(clauses, m_clauses, {}, &desk::ClauseRow::id, &desk::ClauseRow::id);
    if (!sameClauses)
        beginResetModel(); // a branch was taken, or another script
    m_clauses = clauses;
    if (!sameClauses)
        endResetModel();
    else if (!m_clauses.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int ClauseListModel::currentRow() const
{
    const auto current = std::ranges::find(m_clauses, Position::Current, &desk::ClauseRow::position);
    return current == m_clauses.end() ? -1 : static_cast<int>(current - m_clauses.begin());
}

int ClauseListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_clauses.size());
}

QVariant ClauseListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const desk::ClauseRow &row = m_clauses[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return u"%1  %2"_s.arg(index.row() + 1).arg(row.heading);
    case Qt::ToolTipRole:
        return row.heading;
    case Qt::AccessibleTextRole:
        return spoken(row, index.row() + 1);
    case PositionRole:
        return static_cast<int>(row.position);
    case AnswerRole:
        return row.answer ? QVariant(static_cast<int>(*row.answer)) : QVariant();
    case TooFastRole:
        return row.tooFast;
    default: // roles are an open set
        return {};
    }
}

QString ClauseListModel::spoken(const desk::ClauseRow &row, int number) const
{
    QStringList parts{u"%1 %2"_s.arg(number).arg(row.heading)};
    switch (row.position) {
    case Position::Done:
        parts += tr("done");
        break;
    case Position::Current:
        parts += tr("now");
        break;
    case Position::Ahead:
        break;
    case Position::Skipped:
        parts += tr("skipped");
        break;
    }
    if (row.answer)
        parts += domain::label(*row.answer);
    if (row.tooFast)
        parts += tr("read too fast");
    return parts.join(u", "_s);
}

} // namespace consent::ui
