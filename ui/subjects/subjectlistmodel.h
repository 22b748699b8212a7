#pragma once

#include "desk/people/subjectviews.h"
#include "ui/common/titledtablemodel.h"

#include <vector>

namespace consent::ui {

/// People found, best first: name, masked number, birth date, membership.
class SubjectListModel : public TitledTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, PhoneColumn, BirthColumn, MembershipColumn, ColumnCount };

    explicit SubjectListModel(QObject *parent = nullptr)
        : TitledTableModel(ColumnCount, parent)
    {
    }

    void setPeople(std::vector<desk::SubjectSummary> people);
    /// Precondition: a row of this model.
    const desk::SubjectSummary &person(int row) const { return m_people.at(static_cast<std::size_t>(row)); }

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    int rows() const override;
    QStringList titles() const override;

private:
    std::vector<desk::SubjectSummary> m_people;
};

} // namespace consent::ui
