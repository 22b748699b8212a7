#pragma once

#include "desk/requests/requestviews.h"
#include "ui/common/titledtablemodel.h"

#include <vector>

namespace consent::ui {

/// Requests in the order in which the desk gave them: the most urgent first.
class RequestListModel : public TitledTableModel
{
    Q_OBJECT

public:
    enum Column { ClockColumn, KindColumn, PersonColumn, RequesterColumn, StateColumn, ReceivedColumn, NumberColumn };
    static constexpr int columns = NumberColumn + 1;
    enum Role { StatusRole = Qt::UserRole }; ///< ui::Status of the state, as int.

    explicit RequestListModel(QObject *parent = nullptr);

    void setRequests(std::vector<desk::RequestSummary> requests);
    const std::vector<desk::RequestSummary> &requests() const { return m_requests; }
    /// Precondition: a row of this model.
    const desk::RequestSummary &request(int row) const { return m_requests.at(static_cast<std::size_t>(row)); }
    /// -1 when it is not here.
    int rowOf(const RequestId &request) const;

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    int rows() const override;
    QStringList titles() const override;

private:
    std::vector<desk::RequestSummary> m_requests;
};

} // namespace consent::ui
