#include "ui/log/logpage.h"

#include "base/continuation.h"
#include "ui/common/emptystate.h"
#include "ui/common/inlinenotice.h"
#include "ui/common/quietbusybar.h"
#include "ui/common/typography.h"
#include "ui/log/logfilterbar.h"
#include "ui/log/logmodel.h"
#include "ui/log/recordpanel.h"

#include <QApplication>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

void dress(QTableView &table)
{
    table.setObjectName(u"logTable"_s);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setTabKeyNavigation(false);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(minimumTarget);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setSectionsMovable(false);
}

/// Widths by what each column can hold, never by looking at rows: there may be a million.
void sizeColumns(QTableView &table)
{
    const auto wide = [&table](const QString &sample) {
        return table.fontMetrics().horizontalAdvance(sample) + 3 * spacing;
    };
    table.setColumnWidth(LogModel::AtColumn, wide(u"2026-11-23 14:05:09"_s));
    table.setColumnWidth(LogModel::PersonColumn, wide(u"가나다라마바"_s));
    table.setColumnWidth(LogModel::GrantedColumn, wide(u"Granted"_s));
    table.setColumnWidth(LogModel::RefusedColumn, wide(u"Refused"_s));
    table.setColumnWidth(LogModel::EndedColumn, wide(u"Withdrawn"_s));
    table.setColumnWidth(LogModel::MethodColumn, wide(u"Phone, read by the agent"_s));
    table.setColumnWidth(LogModel::AgentColumn, wide(u"가나다라마바"_s));
    table.setColumnWidth(LogModel::ReceiptColumn, wide(u"261123-7K3QX-0042-M"_s));
    table.setColumnWidth(LogModel::FlagColumn, wide(u"⚠ Check it"_s));
    table.horizontalHeader()->setSectionResizeMode(LogModel::OutcomeColumn, QHeaderView::Stretch);
}

} // namespace

LogPage::LogPage(LogSource &source, QWidget *parent)
    : Page(parent)
    , m_source(source)
    , m_model(new LogModel(source, this))
    , m_filters(new LogFilterBar(this))
    , m_table(new QTableView(this))
    , m_count(new QLabel(this))
    , m_empty(new EmptyState(this))
    , m_notice(new InlineNotice(this))
    , m_busy(new QuietBusyBar(this))
    , m_body(new QStackedWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_record(new RecordPanel(this))
{
    setObjectName(u"logPage"_s);
    m_count->setObjectName(u"logCount"_s);
    dress(*m_table);
    m_table->setModel(m_model);
    sizeColumns(*m_table);
    build();
    connect(m_filters, &LogFilterBar::filterChanged, m_model, &LogModel::setFilter);
    connect(m_model, &LogModel::counted, this, &LogPage::showTable);
    connect(m_model, &LogModel::countingChanged, m_busy, &QuietBusyBar::setBusy);
    connect(m_model, &LogModel::failed, this,
            [this](const QString &message) { m_notice->say(InlineNotice::Level::Error, message, tr("Try again")); });
    connect(m_notice, &InlineNotice::actionTriggered, this, &LogPage::refresh);
    connect(m_empty, &EmptyState::actionTriggered, this, &LogPage::clearFilters);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) { openRow(index.row()); });
    addKey(Qt::Key_Escape, &LogPage::closeRecord);
    addKey(Qt::Key_F5, &LogPage::refresh);
    addKey(QKeySequence::Find, &LogPage::goToFilters);
    addKey(Qt::ALT | Qt::Key_Up, &LogPage::previousRecord);
    addKey(Qt::ALT | Qt::Key_Down, &LogPage::nextRecord);
    retranslate();
}

void LogPage::build()
{
    m_body->addWidget(m_table);
    m_body->addWidget(m_empty);
    auto *list = new QWidget(this);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    auto *top = new QHBoxLayout;
    top->addWidget(m_filters, 1);
    top->addWidget(m_count, 0, Qt::AlignBottom);
    column->addLayout(top);
    column->addWidget(m_busy);
    column->addWidget(m_body, 1);
    m_pages->addWidget(list);
    m_pages->addWidget(m_record);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(3 * spacing, 2 * spacing, 3 * spacing, 2 * spacing);
    page->setSpacing(spacing);
    page->addWidget(m_notice);
    page->addWidget(m_pages, 1);
}

void LogPage::addKey(const QKeySequence &key, void (LogPage::*act)())
{
    auto *shortcut = new QShortcut(key, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, act);
}

QString LogPage::title() const
{
    return tr("Log");
}
Icon LogPage::icon() const
{
    return Icon::Log;
}

KeyHints LogPage::keys() const
{
    const bool open = recordIsOpen();
    return {{u"↑↓"_s, tr("Move"), !open},
            {u"Enter"_s, tr("Open"), !open},
            {u"Ctrl+F"_s, tr("Filter"), !open},
            {u"Ctrl+End"_s, tr("Oldest"), !open},
            {u"F5"_s, tr("Refresh"), !open},
            {u"Esc"_s, tr("Back"), open},
            {u"Alt+↑↓"_s, tr("Previous, next record"), open}};
}

void LogPage::activated()
{
    if (m_stale)
        refresh();
    if (recordIsOpen())
        m_record->focusFirst();
    else
        m_table->setFocus(Qt::OtherFocusReason);
}

void LogPage::setToday(QDate today)
{
    m_filters->setToday(today);
}

void LogPage::recorded()
{
    m_stale = true;
    if (isVisible() && !recordIsOpen())
        refresh();
}

void LogPage::refresh()
{
    m_stale = false;
    m_notice->dismiss();
    m_model->refresh();
    continueOn(m_source.choices(), this, [this](const Result<desk::LogChoices> &choices) {
        if (choices)
            m_filters->setChoices(*choices);
        else
            m_notice->say(InlineNotice::Level::Error, choices.error().message, tr("Try again"));
    });
}

void LogPage::showTable()
{
    const int rows = m_model->rowCount();
    const bool filtered = m_model->filter() != desk::LogFilter{};
    m_count->setText(tr("%1 record(s)").arg(QLocale().toString(rows)));
    if (rows == 0 && filtered)
        m_empty->say(Icon::Search, tr("Nothing fits the filter"), tr("Choose a longer period or fewer conditions."),
                     tr("Clear the filter"));
    else if (rows == 0)
        m_empty->say(Icon::Log, tr("Nothing recorded yet"), tr("Every call that is saved appears here at once."));
    const bool focusIsHere = m_body->isAncestorOf(QApplication::focusWidget());
    m_body->setCurrentWidget(rows == 0 ? static_cast<QWidget *>(m_empty) : m_table);
    if (focusIsHere && rows == 0)
        m_filters->focusFirst();
    else if (focusIsHere)
        m_table->setFocus(Qt::OtherFocusReason);
    if (rows > 0 && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 0));
}

bool LogPage::recordIsOpen() const
{
    return m_pages->currentWidget() == m_record;
}

void LogPage::openRow(int row)
{
    const desk::LogRow *found = m_model->row(row);
    if (!found)
        return; // still an ellipsis
    m_table->setCurrentIndex(m_model->index(row, 0));
    m_record->showLoading();
    m_pages->setCurrentWidget(m_record);
    m_record->focusFirst();
    Q_EMIT hintsChanged();
    const quint64 opening = ++m_opening;
    continueOn(m_source.open(found->event), this, [this, opening](const Result<desk::RecordView> &record) {
        if (opening != m_opening)
            return;
        if (record)
            m_record->showRecord(*record);
        else
            m_record->showError(record.error().message);
    });
}

void LogPage::closeRecord()
{
    if (!recordIsOpen())
        return;
    ++m_opening;
    m_pages->setCurrentIndex(0);
    m_table->setFocus(Qt::OtherFocusReason);
    if (m_stale)
        refresh();
    Q_EMIT hintsChanged();
}

void LogPage::previousRecord()
{
    if (recordIsOpen())
        openRow(m_table->currentIndex().row() - 1);
}

void LogPage::nextRecord()
{
    if (recordIsOpen())
        openRow(m_table->currentIndex().row() + 1);
}

void LogPage::goToFilters()
{
    if (!recordIsOpen())
        m_filters->focusFirst();
}

void LogPage::clearFilters()
{
    m_body->setCurrentWidget(m_table); // what is hidden can't take the focus
    m_table->setFocus(Qt::OtherFocusReason);
    m_filters->clear();
}

void LogPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

void LogPage::retranslate()
{
    setAccessibleName(title());
    m_table->setAccessibleName(tr("Consent log"));
    m_model->retranslate();
    if (!m_stale && !m_model->isCounting())
        showTable(); // before that nobody knows whether there is nothing
}

} // namespace consent::ui
