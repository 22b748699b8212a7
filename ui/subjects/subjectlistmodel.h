#pragma once

#include "desk/subjectviews.h"

#include <QAbstractTableModel>

#include <vector>

namespace consent::ui {

/// People found, best first: name, masked number, birth date, membership.
class SubjectListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, PhoneColumn, BirthColumn, MembershipColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setPeople(std::vector<desk::SubjectSummary> people);
    /// Precondition: a row of this model.
    const desk::SubjectSummary &person(int row) const { return m_people.at(static_cast<std::size_t>(row)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// The words have changed their language.
    void retranslate();

private:
    std::vector<desk::SubjectSummary> m_people;
};

} // namespace consent::ui
