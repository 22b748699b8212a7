#pragma once

#include "desk/exchange/syncviews.h"
#include "ui/common/titledtablemodel.h"

#include <vector>

namespace consent::ui {

/// What went wrong lately on the way to the central store, newest first.
class TroubleModel : public TitledTableModel
{
    Q_OBJECT

public:
    enum Column { LastColumn, TimesColumn, MessageColumn, ColumnCount };

    explicit TroubleModel(QObject *parent = nullptr);

    void setTroubles(std::vector<cache::SyncTrouble> troubles);
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    int rows() const override { return static_cast<int>(m_troubles.size()); }
    QStringList titles() const override;

private:
    std::vector<cache::SyncTrouble> m_troubles;
};

} // namespace consent::ui
