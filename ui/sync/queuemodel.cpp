#include "ui/sync/queuemodel.h"

namespace consent::ui {

QueueModel::QueueModel(QObject *parent)
    : TitledTableModel(ColumnCount, parent)
{
}

void QueueModel::setQueue(std::vector<desk::WaitingEvent> queue)
{
    beginResetModel();
    m_queue = std::move(queue);
    endResetModel();
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const desk::WaitingEvent &event = m_queue.at(static_cast<std::size_t>(index.row()));
    switch (static_cast<Column>(index.column())) {
    case SinceColumn:
        return koreanTimestamp(event.since);
    case WhatColumn:
        return event.what;
    case UrgentColumn:
        return event.urgent ? tr("Goes first") : QString();
    case ColumnCount:
        break;
    }
    return {};
}

QStringList QueueModel::titles() const
{
    return {tr("Saved"), tr("Record"), tr("Order")};
}

} // namespace consent::ui
