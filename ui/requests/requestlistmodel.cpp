#include "ui/requests/requestlistmodel.h"

#include "ui/requests/requestwords.h"

#include <QFont>

#include <algorithm>

namespace consent::ui {

using namespace Qt::StringLiterals;

RequestListModel::RequestListModel(QObject *parent)
    : TitledTableModel(columns, parent)
{
}

void RequestListModel::setRequests(std::vector<desk::RequestSummary> requests)
{
    beginResetModel();
    m_requests = std::move(requests);
    endResetModel();
}

int RequestListModel::rowOf(const RequestId &request) const
{
    const auto found = std::ranges::find(m_requests, request, &desk::RequestSummary::id);
    return found == m_requests.end() ? -1 : static_cast<int>(found - m_requests.begin());
}

int RequestListModel::rows() const
{
    return static_cast<int>(m_requests.size());
}

QStringList RequestListModel::titles() const
{
    return {tr("Due"), tr("Request"), tr("Customer"), tr("Requested by"), tr("State"), tr("Received"), tr("Number")};
}

QVariant RequestListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const desk::RequestSummary &one = request(index.row());
    if (role == Qt::AccessibleTextRole)
        return QString(requestLine(one) + u", "_s + clockLine(one));
    if (role == StatusRole && index.column() == StateColumn)
        return static_cast<int>(statusOf(one.state));
    if (role == Qt::ToolTipRole && index.column() == ClockColumn)
        return clockLine(one);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case ClockColumn:
        return clockFigure(one);
    case KindColumn:
        return domain::label(one.kind);
    case PersonColumn:
        return one.subjectMaskedName;
    case RequesterColumn:
        return domain::label(one.requester);
    case StateColumn:
        return domain::label(one.state);
    case ReceivedColumn:
        return QString(koreanDate(one.received).toString(Qt::ISODate) + u" · "_s + domain::label(one.channel));
    case NumberColumn:
        return one.number;
    }
    return {};
}

} // namespace consent::ui
