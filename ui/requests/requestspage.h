#pragma once

#include "ui/common/page.h"
#include "ui/requests/requestsource.h"

#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace consent::ui {

class EmptyState;
class InlineNotice;
class NewRequestForm;
class QuietBusyBar;
class RequestBoard;
class RequestDetail;
class RequestListModel;

/// 요청: what people asked for about their data. Columns by state or a list by due date, switched by a key; what is
/// overdue stands in the header and is one key away; Enter opens a request as a timeline.
class RequestsPage : public Page
{
    Q_OBJECT

public:
    explicit RequestsPage(RequestSource &source, QWidget *parent = nullptr); // source outlives this

    QString title() const override;
    Icon icon() const override { return Icon::Requests; }
    KeyHints keys() const override;
    void activated() override;

    /// Something was recorded: looks again, now or when the page is next shown.
    void recorded();
    void open(const RequestId &request);
    /// A new request of this person, from their card or from a call.
    void begin(const std::optional<desk::SubjectSummary> &person, domain::RequestChannel channel,
               domain::RequestKind kind = domain::RequestKind::Access);
    /// Whose request is open.
    std::optional<SubjectId> currentPerson() const;
    int overdue() const { return m_counts.overdue; }

Q_SIGNALS:
    void personRequested(const consent::SubjectId &subject);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *buildOverview();
    void dressList();
    void addKey(const QKeySequence &key, void (RequestsPage::*act)());
    void refresh();
    void showRequests(const std::vector<desk::RequestSummary> &requests);
    void showCounts();
    void turnView();
    void toggleOverdue();
    void toggleClosed();
    void beginHere() { begin(std::nullopt, domain::RequestChannel::Phone); }
    void openCurrent();
    void neighbour(int step);
    void previous() { neighbour(-1); }
    void next() { neighbour(1); }
    void escape();
    void toOverview();
    bool inOverview() const;
    std::optional<RequestId> current() const;
    void retranslate();
    void turnTo(QWidget *view);

    RequestSource &m_source;
    desk::RequestFilter m_filter;
    desk::RequestCounts m_counts;
    QLabel *m_title;
    QPushButton *m_overdue;
    QLabel *m_summary;
    QPushButton *m_view;
    QPushButton *m_new;
    InlineNotice *m_notice;
    QuietBusyBar *m_busy;
    RequestListModel *m_model;
    QTableView *m_list;
    RequestBoard *m_board;
    EmptyState *m_empty;
    QStackedWidget *m_body;  ///< Board, list, or why there is nothing.
    QStackedWidget *m_pages; ///< Overview, one request, or a new one.
    RequestDetail *m_detail;
    NewRequestForm *m_form;
    bool m_asBoard = true;
    bool m_stale = true;
    quint64 m_asked = 0; ///< Answers to older questions are dropped.
};

} // namespace consent::ui
