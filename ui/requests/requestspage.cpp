#include "ui/requests/requestspage.h"

#include "base/continuation.h"
#include "ui/common/card.h"
#include "ui/common/emptystate.h"
#include "ui/common/inlinenotice.h"
#include "ui/common/quietbusybar.h"
#include "ui/common/statusdelegate.h"
#include "ui/common/tones.h"
#include "ui/common/typography.h"
#include "ui/requests/newrequestform.h"
#include "ui/requests/requestboard.h"
#include "ui/requests/requestcarddelegate.h"
#include "ui/requests/requestdetail.h"
#include "ui/requests/requestlistmodel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

RequestsPage::RequestsPage(RequestSource &source, QWidget *parent)
    : Page(parent)
    , m_source(source)
    , m_title(new QLabel(this))
    , m_overdue(new QPushButton(this))
    , m_summary(new QLabel(this))
    , m_view(new QPushButton(this))
    , m_new(new QPushButton(this))
    , m_notice(new InlineNotice(this))
    , m_busy(new QuietBusyBar(this))
    , m_model(new RequestListModel(this))
    , m_list(new QTableView(this))
    , m_board(new RequestBoard(this))
    , m_empty(new EmptyState(this))
    , m_body(new QStackedWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_detail(new RequestDetail(source, this))
    , m_form(new NewRequestForm(source, this))
{
    setObjectName(u"requestsPage"_s);
    m_overdue->setObjectName(u"requestsOverdue"_s);
    m_summary->setObjectName(u"requestsSummary"_s);
    m_view->setObjectName(u"requestsView"_s);
    m_new->setObjectName(u"requestsNew"_s);
    m_notice->setObjectName(u"requestsNotice"_s);
    dressList();
    build();
    connect(m_overdue, &QPushButton::clicked, this, &RequestsPage::toggleOverdue);
    connect(m_view, &QPushButton::clicked, this, &RequestsPage::turnView);
    connect(m_new, &QPushButton::clicked, this, &RequestsPage::beginHere);
    connect(m_notice, &InlineNotice::actionTriggered, this, &RequestsPage::refresh);
    connect(m_empty, &EmptyState::actionTriggered, this, &RequestsPage::toggleOverdue);
    connect(m_list, &QTableView::activated, this, &RequestsPage::openCurrent);
    connect(m_board, &RequestBoard::opened, this, &RequestsPage::open);
    connect(m_detail, &RequestDetail::hintsChanged, this, &RequestsPage::hintsChanged);
    connect(m_detail, &RequestDetail::moved, this, &RequestsPage::refresh);
    connect(m_detail, &RequestDetail::personRequested, this, &RequestsPage::personRequested);
    connect(m_form, &NewRequestForm::left, this, &RequestsPage::toOverview);
    connect(m_form, &NewRequestForm::received, this, [this](const desk::RequestView &request) {
        m_detail->show(request);
        turnTo(m_detail);
        m_detail->focusFirst();
        refresh();
    });
    addKey(Qt::Key_Insert, &RequestsPage::beginHere);
    addKey(Qt::CTRL | Qt::Key_N, &RequestsPage::beginHere);
    addKey(Qt::Key_F5, &RequestsPage::refresh);
    addKey(Qt::CTRL | Qt::Key_T, &RequestsPage::turnView);
    addKey(Qt::CTRL | Qt::Key_U, &RequestsPage::toggleOverdue);
    addKey(Qt::CTRL | Qt::Key_H, &RequestsPage::toggleClosed);
    addKey(Qt::ALT | Qt::Key_Up, &RequestsPage::previous);
    addKey(Qt::ALT | Qt::Key_Down, &RequestsPage::next);
    addKey(Qt::Key_Escape, &RequestsPage::escape);
    retranslate();
}

void RequestsPage::dressList()
{
    m_list->setObjectName(u"requestList"_s);
    m_list->setModel(m_model);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTabKeyNavigation(false);
    m_list->setShowGrid(false);
    m_list->setWordWrap(false);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setDefaultSectionSize(minimumTarget + spacing);
    m_list->setItemDelegateForColumn(RequestListModel::ClockColumn,
                                     new RequestCardDelegate(RequestCardDelegate::Shape::Clock, m_list));
    m_list->setItemDelegateForColumn(RequestListModel::StateColumn,
                                     new StatusDelegate(RequestListModel::StatusRole, m_list));
    QHeaderView *header = m_list->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(RequestListModel::PersonColumn, QHeaderView::Stretch);
}

QWidget *RequestsPage::buildOverview()
{
    m_title->setFont(titleFont());
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    for (QPushButton *button : {m_overdue, m_view, m_new})
        button->setMinimumHeight(minimumTarget);
    auto *overview = new QWidget(this);
    auto *top = new QHBoxLayout;
    top->setSpacing(2 * spacing);
    top->addWidget(m_title);
    top->addWidget(m_overdue);
    top->addWidget(m_summary);
    top->addStretch();
    top->addWidget(m_view);
    top->addWidget(m_new);
    auto *listCard = new Card(this);
    auto *inCard = new QVBoxLayout(listCard);
    inCard->setContentsMargins(1, 1, 1, 1);
    inCard->addWidget(m_list);
    m_body->addWidget(m_board);
    m_body->addWidget(listCard);
    m_body->addWidget(m_empty);
    auto *column = new QVBoxLayout(overview);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    column->addLayout(top);
    column->addWidget(m_busy);
    column->addWidget(m_body, 1);
    return overview;
}

void RequestsPage::build()
{
    m_pages->addWidget(buildOverview());
    m_pages->addWidget(m_detail);
    m_pages->addWidget(m_form);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(2 * spacing, 2 * spacing, 2 * spacing, 2 * spacing);
    page->setSpacing(spacing);
    page->addWidget(m_notice);
    page->addWidget(m_pages, 1);
}

void RequestsPage::addKey(const QKeySequence &key, void (RequestsPage::*act)())
{
    auto *shortcut = new QShortcut(key, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, act);
}

/// The count of what is late is in the rail's word, so that it is seen from every page.
QString RequestsPage::title() const
{
    return m_counts.overdue > 0 ? tr("Requests ⚠%1").arg(m_counts.overdue) : tr("Requests");
}

KeyHints RequestsPage::keys() const
{
    if (m_pages->currentWidget() == m_detail)
        return m_detail->keys();
    if (m_pages->currentWidget() == m_form)
        return {{u"Ctrl+Enter"_s, tr("Take it down")}, {u"Esc"_s, tr("Leave")}};
    const bool any = current().has_value();
    return {
        {m_asBoard ? u"←↑↓→"_s : u"↑↓"_s, tr("Choose"), any},
        {u"Enter"_s, tr("Open"), any},
        {u"Ctrl+N"_s, tr("New request")},
        {u"Ctrl+U"_s, m_filter.overdueOnly ? tr("All") : tr("Overdue"), m_filter.overdueOnly || m_counts.overdue > 0},
        {u"Ctrl+T"_s, m_asBoard ? tr("As a list") : tr("As a board")},
        {u"Ctrl+H"_s, m_filter.withClosed ? tr("Without those that are over") : tr("With those that are over")},
        {u"F5"_s, tr("Refresh")}};
}

void RequestsPage::activated()
{
    if (m_stale)
        refresh();
    if (m_pages->currentWidget() == m_detail)
        m_detail->focusFirst();
    else if (m_pages->currentWidget() == m_form)
        m_form->setFocus();
    else
        toOverview();
}

void RequestsPage::recorded()
{
    m_stale = true;
    refresh(); // the rail counts what is late even while another page is shown
    m_detail->refresh();
}

void RequestsPage::refresh()
{
    m_stale = false;
    m_busy->setBusy(true);
    const quint64 asked = ++m_asked;
    continueOn(m_source.counts(), this, [this, asked](const Result<desk::RequestCounts> &counts) {
        if (asked != m_asked || !counts)
            return;
        m_counts = *counts;
        showCounts();
    });
    continueOn(m_source.list(m_filter), this, [this, asked](const Result<std::vector<desk::RequestSummary>> &list) {
        if (asked != m_asked)
            return;
        m_busy->setBusy(false);
        if (!list)
            return m_notice->say(InlineNotice::Level::Error, list.error().message, tr("Try again"));
        m_notice->dismiss();
        showRequests(*list);
    });
}

void RequestsPage::showRequests(const std::vector<desk::RequestSummary> &requests)
{
    const auto before = current();
    const bool focused = m_body->isAncestorOf(focusWidget());
    m_model->setRequests(requests);
    m_board->setRequests(requests);
    const int row = before ? m_model->rowOf(*before) : -1;
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(std::max(row, 0), 0));
    if (requests.empty() && m_filter.overdueOnly)
        m_empty->say(Icon::Check, tr("Nothing is late"), tr("Every request is within its time."), tr("Show all"));
    else if (requests.empty())
        m_empty->say(Icon::Requests, tr("No open requests"),
                     tr("Take one down with Ctrl+N, from a customer's card, or during a call."));
    const bool closed = m_filter.withClosed || m_filter.overdueOnly; // the board has no place for what is over
    m_body->setCurrentIndex(requests.empty() ? 2 : m_asBoard && !closed ? 0 : 1);
    if (focused && inOverview())
        toOverview();
    Q_EMIT hintsChanged();
}

void RequestsPage::showCounts()
{
    m_overdue->setVisible(m_counts.overdue > 0 || m_filter.overdueOnly);
    m_overdue->setText(m_filter.overdueOnly ? tr("Show all  Ctrl+U") : tr("Overdue: %1  Ctrl+U").arg(m_counts.overdue));
    m_overdue->setAccessibleName(m_filter.overdueOnly ? tr("Show all") : tr("Overdue: %1").arg(m_counts.overdue));
    m_overdue->setIcon(ui::icon(m_filter.overdueOnly ? Icon::ArrowLeft : Icon::Warning));
    QPalette tint = palette();
    tint.setColor(QPalette::ButtonText, Tones::of(palette()).danger.ink);
    m_overdue->setPalette(m_filter.overdueOnly ? palette() : tint);
    QStringList parts{tr("%1 open").arg(m_counts.open)};
    if (m_counts.dueToday > 0)
        parts += tr("%1 due today").arg(m_counts.dueToday);
    if (m_counts.dueSoon > 0)
        parts += tr("%1 due soon").arg(m_counts.dueSoon);
    if (m_counts.conflicts > 0)
        parts += tr("⚠ %1 moved by two desks").arg(m_counts.conflicts);
    m_summary->setText(parts.join(u" · "_s));
    Q_EMIT hintsChanged();
}

void RequestsPage::turnView()
{
    if (!inOverview())
        return;
    m_asBoard = !m_asBoard;
    if (m_asBoard)
        m_filter.withClosed = m_filter.overdueOnly = false;
    retranslate();
    refresh();
    toOverview();
}

void RequestsPage::toggleOverdue()
{
    if (!inOverview() && !m_filter.overdueOnly)
        turnTo(m_pages->widget(0));
    m_filter.overdueOnly = !m_filter.overdueOnly;
    refresh();
}

void RequestsPage::toggleClosed()
{
    if (!inOverview())
        return;
    m_filter.withClosed = !m_filter.withClosed;
    refresh();
}

std::optional<RequestId> RequestsPage::current() const
{
    if (m_body->currentIndex() == 0) {
        const auto chosen = m_board->current();
        return chosen ? std::optional(chosen->id) : std::nullopt;
    }
    const QModelIndex index = m_list->currentIndex();
    if (m_body->currentIndex() != 1 || !index.isValid())
        return std::nullopt;
    return m_model->request(index.row()).id;
}

void RequestsPage::openCurrent()
{
    if (const auto chosen = current())
        open(*chosen);
}

void RequestsPage::open(const RequestId &request)
{
    m_detail->open(request);
    turnTo(m_detail);
    m_detail->focusFirst();
}

/// The request before or behind the open one, by due date.
void RequestsPage::neighbour(int step)
{
    if (m_pages->currentWidget() != m_detail || !m_detail->request())
        return;
    const int row = m_model->rowOf(m_detail->request()->summary.id) + step;
    if (row < 0 || row >= m_model->rowCount())
        return;
    m_list->setCurrentIndex(m_model->index(row, 0));
    m_board->choose(m_model->request(row).id);
    open(m_model->request(row).id);
}

void RequestsPage::begin(const std::optional<desk::SubjectSummary> &person, domain::RequestChannel channel,
                         domain::RequestKind kind)
{
    turnTo(m_form);
    m_form->start(person, channel, kind);
}

std::optional<SubjectId> RequestsPage::currentPerson() const
{
    const bool open = m_pages->currentWidget() == m_detail && m_detail->request();
    return open ? std::optional(m_detail->request()->subject.id) : std::nullopt;
}

void RequestsPage::escape()
{
    if (m_pages->currentWidget() == m_detail && m_detail->leavePanel())
        return;
    if (!inOverview())
        toOverview();
}

void RequestsPage::turnTo(QWidget *view)
{
    m_pages->setCurrentWidget(view);
    Q_EMIT hintsChanged();
}

bool RequestsPage::inOverview() const
{
    return m_pages->currentIndex() == 0;
}

void RequestsPage::toOverview()
{
    turnTo(m_pages->widget(0));
    if (m_body->currentIndex() == 0)
        m_board->focusCurrent();
    else if (m_body->currentIndex() == 1)
        m_list->setFocus(Qt::OtherFocusReason);
    else
        m_new->setFocus(Qt::OtherFocusReason);
}

void RequestsPage::retranslate()
{
    setAccessibleName(tr("Requests"));
    m_title->setText(tr("Requests"));
    m_list->setAccessibleName(tr("Requests"));
    m_view->setText(m_asBoard ? tr("As a list  Ctrl+T") : tr("As a board  Ctrl+T"));
    m_view->setAccessibleName(m_asBoard ? tr("As a list") : tr("As a board"));
    m_new->setText(tr("New request  Ctrl+N"));
    m_new->setAccessibleName(tr("New request"));
    m_board->retranslate();
    m_model->retranslate();
    showCounts();
}

void RequestsPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        showCounts(); // what is late is tinted for light or dark
}

} // namespace consent::ui
