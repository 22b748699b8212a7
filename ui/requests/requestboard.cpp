#include "ui/requests/requestboard.h"

#include "ui/common/typography.h"
#include "ui/requests/requestcarddelegate.h"
#include "ui/requests/requestlistmodel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace consent::ui {

using namespace Qt::StringLiterals;
using domain::RequestState;

RequestBoard::RequestBoard(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing);
    addColumn({RequestState::Received}, u"boardReceived"_s);
    addColumn({RequestState::AwaitingPapers}, u"boardAwaitingPapers"_s);
    addColumn({RequestState::Verified}, u"boardVerified"_s);
    addColumn({RequestState::Paused}, u"boardPaused"_s);
    addColumn({RequestState::Fulfilled, RequestState::Refused}, u"boardToTell"_s);
    retranslate();
}

void RequestBoard::addColumn(std::vector<RequestState> states, const QString &name)
{
    Column column{std::move(states), new QLabel(this), new QListView(this), nullptr};
    column.model = new RequestListModel(column.view);
    column.title->setFont(smallFont());
    column.title->setBuddy(column.view);
    column.title->setContentsMargins(spacing / 2, 0, 0, 0); // in line with the cards, which are inset
    column.title->setForegroundRole(QPalette::PlaceholderText);
    column.view->setObjectName(name);
    column.view->setModel(column.model);
    column.view->setModelColumn(RequestListModel::KindColumn);
    column.view->setItemDelegate(new RequestCardDelegate(RequestCardDelegate::Shape::Card, column.view));
    column.view->setFrameShape(QFrame::NoFrame);
    column.view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    column.view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    column.view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column.view->viewport()->setAutoFillBackground(false);
    column.view->installEventFilter(this);
    connect(column.view, &QListView::activated, this,
            [this, model = column.model](const QModelIndex &index) { Q_EMIT opened(model->request(index.row()).id); });
    connect(column.view->selectionModel(), &QItemSelectionModel::currentChanged, this, &RequestBoard::currentChanged);
    auto *stack = new QVBoxLayout;
    stack->setSpacing(spacing / 2);
    stack->addWidget(column.title);
    stack->addWidget(column.view, 1);
    static_cast<QHBoxLayout *>(layout())->addLayout(stack, 1);
    m_columns.push_back(std::move(column));
}

void RequestBoard::setRequests(const std::vector<desk::RequestSummary> &requests)
{
    const auto before = current();
    for (Column &column : m_columns) {
        std::vector<desk::RequestSummary> own;
        std::ranges::copy_if(requests, std::back_inserter(own), [&column](const desk::RequestSummary &request) {
            return std::ranges::find(column.states, request.state) != column.states.end();
        });
        column.model->setRequests(std::move(own));
        if (column.model->rowCount() > 0)
            column.view->setCurrentIndex(column.model->index(0, RequestListModel::KindColumn));
    }
    if (m_columns[m_at].model->rowCount() == 0) {
        const auto filled =
            std::ranges::find_if(m_columns, [](const Column &column) { return column.model->rowCount() > 0; });
        if (filled != m_columns.end())
            m_at = static_cast<std::size_t>(filled - m_columns.begin());
    }
    if (before)
        choose(before->id);
    retranslate();
}

std::optional<desk::RequestSummary> RequestBoard::current() const
{
    const Column &column = m_columns[m_at];
    const QModelIndex index = column.view->currentIndex();
    if (!index.isValid())
        return std::nullopt;
    return column.model->request(index.row());
}

void RequestBoard::choose(const RequestId &request)
{
    for (std::size_t at = 0; at < m_columns.size(); ++at) {
        const int row = m_columns[at].model->rowOf(request);
        if (row < 0)
            continue;
        m_at = at;
        m_columns[at].view->setCurrentIndex(m_columns[at].model->index(row, RequestListModel::KindColumn));
    }
}

void RequestBoard::focusCurrent()
{
    m_columns[m_at].view->setFocus(Qt::OtherFocusReason);
}

/// To the next column in that direction that has anything in it.
void RequestBoard::turn(int step)
{
    for (int at = static_cast<int>(m_at) + step; at >= 0 && at < static_cast<int>(m_columns.size()); at += step) {
        if (m_columns[static_cast<std::size_t>(at)].model->rowCount() == 0)
            continue;
        m_at = static_cast<std::size_t>(at);
        focusCurrent();
        Q_EMIT currentChanged();
        return;
    }
}

bool RequestBoard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        const auto found =
            std::ranges::find_if(m_columns, [watched](const Column &column) { return column.view == watched; });
        if (found != m_columns.end())
            m_at = static_cast<std::size_t>(found - m_columns.begin());
    } else if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right) {
            turn(key->key() == Qt::Key_Left ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void RequestBoard::retranslate()
{
    for (Column &column : m_columns) {
        const QString name = column.states.size() > 1 ? tr("To be told") : domain::label(column.states.front());
        column.title->setText(u"%1  %2"_s.arg(name).arg(column.model->rowCount()));
        column.view->setAccessibleName(name);
        column.model->retranslate();
        column.view->viewport()->update();
    }
}

} // namespace consent::ui
