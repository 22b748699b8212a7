#pragma once

#include "desk/people/mergeviews.h"
#include "ui/common/titledtablemodel.h"

namespace consent::ui {

/// Pairs of registrations that look like one person, the likeliest first.
class MergeOffersModel : public TitledTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, OneColumn, OtherColumn, WhyColumn, ColumnCount };

    explicit MergeOffersModel(QObject *parent = nullptr)
        : TitledTableModel(ColumnCount, parent)
    {
    }

    void setOffers(std::vector<desk::MergeOffer> offers);
    /// Precondition: a row of this model.
    const desk::MergeOffer &offer(int row) const { return m_offers.at(static_cast<std::size_t>(row)); }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    int rows() const override { return static_cast<int>(m_offers.size()); }
    QStringList titles() const override;

private:
    std::vector<desk::MergeOffer> m_offers;
};

} // namespace consent::ui
