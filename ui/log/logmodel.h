#pragma once

#include "ui/log/logsource.h"

#include <QAbstractTableModel>
#include <QCache>

namespace consent::ui {

/// What happened in a line of the log, in words.
QString logOutcome(const desk::LogRow &row);

/// The consent log as a table of any length: only windows of rows are in memory, and they come when a view asks
/// for them. A row that has not come yet shows an ellipsis and reports LoadedRole false.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        AtColumn,
        PersonColumn,
        OutcomeColumn,
        GrantedColumn,
        RefusedColumn,
        EndedColumn,
        MethodColumn,
        AgentColumn,
        ReceiptColumn,
        FlagColumn
    };
    static constexpr int columns = FlagColumn + 1;
    enum Role { LoadedRole = Qt::UserRole };
    static constexpr int windowRows = 128; ///< Rows fetched at once.

    explicit LogModel(LogSource &source, QObject *parent = nullptr); ///< source outlives this.

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    const desk::LogFilter &filter() const { return m_filter; }
    void setFilter(const desk::LogFilter &filter);
    /// Counts again and drops what was fetched.
    void refresh();
    /// nullptr while the row has not come.
    const desk::LogRow *row(int number) const;
    bool isCounting() const { return m_counting; }
    /// The words of the table, after a change of language.
    void retranslate();

Q_SIGNALS:
    void countingChanged(bool counting);
    void counted(int rows);
    void failed(const QString &message);

private:
    using Window = std::vector<desk::LogRow>;

    void want(int window) const;
    void fetchWanted();
    void fetch(int window);
    void arrived(int window, const Result<Window> &rows);
    void setCounting(bool counting);

    LogSource &m_source;
    desk::LogFilter m_filter;
    int m_rows = 0;
    bool m_counting = false;
    quint64 m_generation = 0; ///< Answers to an older question are dropped.
    QCache<int, Window> m_windows;
    mutable std::vector<int> m_wanted; ///< Latest wish last: it is fetched first.
    mutable bool m_scheduled = false;
    std::vector<int> m_underWay;
};

} // namespace consent::ui
