#pragma once

#include "ui/common/page.h"
#include "ui/log/logsource.h"

class QLabel;
class QStackedWidget;
class QTableView;

namespace consent::ui {

class EmptyState;
class InlineNotice;
class LogFilterBar;
class LogModel;
class QuietBusyBar;
class RecordPanel;

/// The consent log: every contact recorded on this desk, newest first; Enter opens the record behind a line.
class LogPage : public Page
{
    Q_OBJECT

public:
    explicit LogPage(LogSource &source, QWidget *parent = nullptr); ///< source outlives this.

    QString title() const override;
    Icon icon() const override;
    KeyHints keys() const override;
    void activated() override;

    /// The date in Korea, by which the periods of the filter count.
    void setToday(QDate today);
    /// Something was recorded: counts again, now or when the page is next shown.
    void recorded();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void addKey(const QKeySequence &key, void (LogPage::*act)());
    void retranslate();
    void refresh();
    void showTable();
    void openRow(int row);
    void closeRecord();
    void previousRecord();
    void nextRecord();
    void goToFilters();
    void clearFilters();
    bool recordIsOpen() const;

    LogSource &m_source;
    LogModel *m_model;
    LogFilterBar *m_filters;
    QTableView *m_table;
    QLabel *m_count;
    EmptyState *m_empty;
    InlineNotice *m_notice;
    QuietBusyBar *m_busy;
    QStackedWidget *m_body;  ///< The table, or why there is none.
    QStackedWidget *m_pages; ///< The list, or one record.
    RecordPanel *m_record;
    quint64 m_opening = 0; ///< Answers for a record that is no longer wanted are dropped.
    bool m_stale = true;
};

} // namespace consent::ui
