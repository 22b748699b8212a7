#pragma once

#include "desk/exchange/syncviews.h"
#include "ui/common/titledtablemodel.h"

#include <vector>

namespace consent::ui {

/// What waits for the central store, oldest first. Says what kind of record it is, never whose.
class QueueModel : public TitledTableModel
{
    Q_OBJECT

public:
    enum Column { SinceColumn, WhatColumn, UrgentColumn, ColumnCount };

    explicit QueueModel(QObject *parent = nullptr);

    void setQueue(std::vector<desk::WaitingEvent> queue);
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    int rows() const override { return static_cast<int>(m_queue.size()); }
    QStringList titles() const override;

private:
    std::vector<desk::WaitingEvent> m_queue;
};

} // namespace consent::ui
