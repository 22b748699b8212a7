#pragma once

#include "desk/requests/requestviews.h"
#include "ui/common/titledtablemodel.h"

#include <QStyledItemDelegate>

#include <vector>

namespace consent::ui {

/// What happened to a request, newest first.
class TimelineModel : public TitledTableModel
{
    Q_OBJECT

public:
    explicit TimelineModel(QObject *parent = nullptr);

    /// @param entries oldest first, as the desk gives them
    void setEntries(std::vector<desk::RequestTimelineEntry> entries);
    /// Precondition: a row of this model.
    const desk::RequestTimelineEntry &entry(int row) const { return m_entries.at(static_cast<std::size_t>(row)); }

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    int rows() const override;
    QStringList titles() const override;

private:
    std::vector<desk::RequestTimelineEntry> m_entries;
};

/// Draws it as a line of dots: when, what, who, and the reason below.
class TimelineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace consent::ui
