#pragma once

#include "desk/requests/requestviews.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QListView;

namespace consent::ui {

class RequestListModel;

/// Open requests in columns by state; arrows walk in and between the columns.
class RequestBoard : public QWidget
{
    Q_OBJECT

public:
    explicit RequestBoard(QWidget *parent = nullptr);

    void setRequests(const std::vector<desk::RequestSummary> &requests);
    std::optional<desk::RequestSummary> current() const;
    /// Puts the choice on it, or leaves it where it is.
    void choose(const RequestId &request);
    void focusCurrent();
    void retranslate();

Q_SIGNALS:
    void opened(const consent::RequestId &request);
    void currentChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Column
    {
        std::vector<domain::RequestState> states;
        QLabel *title;
        QListView *view;
        RequestListModel *model;
    };

    void addColumn(std::vector<domain::RequestState> states, const QString &name);
    void turn(int step);

    std::vector<Column> m_columns;
    std::size_t m_at = 0; ///< The column that has, or will get, the focus.
};

} // namespace consent::ui
