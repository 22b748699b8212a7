#include "ui/log/logmodel.h"

#include "base/continuation.h"
#include <QLocale>

#include <algorithm>
#include <limits>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int keptWindows = 48; // 6,144 rows: many screens in each direction, under 4 MB
constexpr size_t parallelFetches = 2;
constexpr size_t rememberedWishes = 4; // a fast scroll leaves behind windows that nobody sees any more

/// A count that says nothing stays empty, so that what there is stands out.
QString number(int count, bool meant)
{
    return meant || count > 0 ? QLocale().toString(count) : QString();
}

QString text(const desk::LogRow &row, int column)
{
    const bool captured = row.kind == desk::LogKind::Captured;
    switch (column) {
    case LogModel::AtColumn:
        return koreanTimestamp(row.at);
    case LogModel::PersonColumn:
        return row.subjectMaskedName;
    case LogModel::OutcomeColumn:
        return logOutcome(row);
    case LogModel::GrantedColumn:
        return number(row.granted, captured);
    case LogModel::RefusedColumn:
        return number(row.refused, captured);
    case LogModel::EndedColumn:
        return number(row.ended, !captured);
    case LogModel::MethodColumn:
        return domain::label(row.method);
    case LogModel::AgentColumn:
        return row.agentName;
    case LogModel::ReceiptColumn:
        return row.receipt;
    case LogModel::FlagColumn:
        return row.flagged ? u"⚠ "_s + LogModel::tr("Check") : QString();
    }
    return {};
}

bool isNumber(int column)
{
    return column >= LogModel::GrantedColumn && column <= LogModel::EndedColumn;
}

} // namespace

QString logOutcome(const desk::LogRow &row)
{
    switch (row.kind) {
    case desk::LogKind::Captured:
        return domain::label(row.outcome);
    case desk::LogKind::Withdrawn:
        return domain::label(domain::ConsentStatus::Withdrawn);
    case desk::LogKind::OptedOut:
        return domain::label(domain::ConsentStatus::OptedOut);
    case desk::LogKind::Mistaken:
        return LogModel::tr("Slip corrected");
    }
    return {};
}

LogModel::LogModel(LogSource &source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_windows(keptWindows)
{
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case AtColumn:
        return tr("Time");
    case PersonColumn:
        return tr("Customer");
    case OutcomeColumn:
        return tr("Result");
    case GrantedColumn:
        return tr("Granted");
    case RefusedColumn:
        return tr("Refused");
    case EndedColumn:
        return tr("Withdrawn");
    case MethodColumn:
        return tr("Method");
    case AgentColumn:
        return tr("Agent");
    case ReceiptColumn:
        return tr("Receipt");
    case FlagColumn:
        return tr("Remark");
    }
    return {};
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const desk::LogRow *found = row(index.row());
    if (role == LoadedRole)
        return found != nullptr;
    if (!found) {
        want(index.row() / windowRows);
        return role == Qt::DisplayRole ? QVariant(u"…"_s) : QVariant();
    }
    if (role == Qt::DisplayRole)
        return text(*found, index.column());
    if (role == Qt::TextAlignmentRole && isNumber(index.column()))
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    return {};
}

const desk::LogRow *LogModel::row(int number) const
{
    if (number < 0 || number >= m_rows)
        return nullptr;
    const Window *window = m_windows.object(number / windowRows);
    const auto place = static_cast<size_t>(number % windowRows);
    return window && place < window->size() ? &(*window)[place] : nullptr;
}

void LogModel::setFilter(const desk::LogFilter &filter)
{
    if (filter == m_filter && m_generation > 0)
        return;
    m_filter = filter;
    refresh();
}

void LogModel::refresh()
{
    const quint64 generation = ++m_generation;
    setCounting(true);
    continueOn(m_source.count(m_filter), this, [this, generation](const Result<qint64> &result) {
        if (generation != m_generation)
            return;
        beginResetModel();
        m_windows.clear();
        m_wanted.clear();
        m_underWay.clear();
        m_rows = result ? static_cast<int>(std::min<qint64>(*result, std::numeric_limits<int>::max() / 2)) : 0;
        endResetModel();
        setCounting(false);
        if (result)
            Q_EMIT counted(m_rows);
        else
            Q_EMIT failed(result.error().message);
    });
}

void LogModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, columns - 1));
}

void LogModel::setCounting(bool counting)
{
    if (m_counting == counting)
        return;
    m_counting = counting;
    Q_EMIT countingChanged(counting);
}

void LogModel::want(int window) const
{
    if (m_windows.contains(window) || std::find(m_underWay.begin(), m_underWay.end(), window) != m_underWay.end())
        return; // a log that became shorter since it was counted would be asked for ever
    std::erase(m_wanted, window);
    m_wanted.push_back(window);
    if (m_wanted.size() > rememberedWishes)
        m_wanted.erase(m_wanted.begin());
    if (m_scheduled)
        return;
    m_scheduled = true; // all cells of one painting are one wish
    auto *self = const_cast<LogModel *>(this);
    QMetaObject::invokeMethod(
        self, [self] { self->fetchWanted(); }, Qt::QueuedConnection);
}

void LogModel::fetchWanted()
{
    m_scheduled = false;
    while (!m_wanted.empty() && m_underWay.size() < parallelFetches) {
        const int window = m_wanted.back();
        m_wanted.pop_back();
        fetch(window);
    }
}

void LogModel::fetch(int window)
{
    m_underWay.push_back(window);
    continueOn(m_source.rows(m_filter, qint64(window) * windowRows, windowRows), this,
               [this, window, generation = m_generation](const Result<Window> &rows) {
                   if (generation == m_generation)
                       arrived(window, rows);
               });
}

void LogModel::arrived(int window, const Result<Window> &rows)
{
    std::erase(m_underWay, window);
    if (!rows) {
        Q_EMIT failed(rows.error().message);
        return; // asked again only when a view paints it again: a lasting fault must not become a storm
    }
    m_windows.insert(window, new Window(*rows));
    const int first = window * windowRows;
    const int last = std::min(first + windowRows, m_rows) - 1;
    if (first <= last)
        Q_EMIT dataChanged(index(first, 0), index(last, columns - 1));
    fetchWanted();
}

} // namespace consent::ui
