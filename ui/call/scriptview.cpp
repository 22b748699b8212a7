#include "ui/call/scriptview.h"

#include "ui/call/answerkeys.h"
#include "ui/call/clausedelegate.h"
#include "ui/call/clauselistmodel.h"
#include "ui/call/clauseview.h"
#include "ui/call/consentpanel.h"
#include "ui/call/guardianpanel.h"
#include "ui/call/notepanel.h"
#include "ui/call/optoutpanel.h"
#include "ui/common/card.h"
#include "ui/common/typography.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QStackedWidget>
#include <QTableView>
#include <QTextEdit>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int listWidth = 25 * spacing;
constexpr int sideWidth = 36 * spacing;

} // namespace

ScriptView::ScriptView(QWidget *parent)
    : QWidget(parent)
    , m_clauses(new ClauseListModel(this))
    , m_list(new QListView(this))
    , m_clause(new ClauseView(this))
    , m_side(new QStackedWidget(this))
    , m_consents(new ConsentPanel(this))
    , m_optOut(new OptOutPanel(this))
    , m_guardian(new GuardianPanel(this))
    , m_note(new NotePanel(this))
    , m_keys(new AnswerKeys(this))
{
    setObjectName(u"scriptView"_s);
    m_list->setObjectName(u"clauseList"_s);
    m_list->setModel(m_clauses);
    m_list->setItemDelegate(new ClauseDelegate(m_list));
    m_list->setFrameStyle(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedWidth(listWidth);
    m_list->viewport()->setAutoFillBackground(false);
    for (QWidget *panel : {static_cast<QWidget *>(m_consents), static_cast<QWidget *>(m_optOut),
                           static_cast<QWidget *>(m_guardian), static_cast<QWidget *>(m_note)})
        m_side->addWidget(panel);
    auto *clauseCard = new Card(this);
    auto *clauseColumn = new QHBoxLayout(clauseCard);
    clauseColumn->setContentsMargins(1, 1, 1, 1);
    clauseColumn->addWidget(m_clause);
    auto *sideCard = new Card(this);
    sideCard->setFixedWidth(sideWidth);
    auto *sideColumn = new QHBoxLayout(sideCard);
    sideColumn->setContentsMargins(1, 1, 1, 1);
    sideColumn->addWidget(m_side);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2 * spacing, 2 * spacing, 2 * spacing, 2 * spacing);
    row->setSpacing(2 * spacing);
    row->addWidget(m_list);
    row->addWidget(clauseCard, 1);
    row->addWidget(sideCard);
    setTabOrder(m_list, &m_clause->text());
    setTabOrder(&m_clause->text(), &m_consents->table());

    for (QWidget *watched : {static_cast<QWidget *>(m_list), static_cast<QWidget *>(&m_clause->text()),
                             static_cast<QWidget *>(&m_consents->table())})
        m_keys->watch(*watched);
    connect(m_keys, &AnswerKeys::yes, this, [this] { Q_EMIT answered(domain::Decision::Granted); });
    connect(m_keys, &AnswerKeys::no, this, [this] { Q_EMIT answered(domain::Decision::Refused); });
    connect(m_clause, &ClauseView::answered, this, &ScriptView::answered);
    connect(m_clause, &ClauseView::nextRequested, this, &ScriptView::nextRequested);
    connect(m_note, &NotePanel::noteChanged, this, &ScriptView::noteChanged);
    for (SidePanel *panel :
         {static_cast<SidePanel *>(m_optOut), static_cast<SidePanel *>(m_guardian), static_cast<SidePanel *>(m_note)})
        connect(panel, &SidePanel::closed, this, &ScriptView::closePanel);
    m_list->setAccessibleName(tr("Clauses"));
}

void ScriptView::showCall(const desk::CallState &state)
{
    m_clauses->setClauses(state.clauses);
    if (const int row = m_clauses->currentRow(); row >= 0)
        m_list->scrollTo(m_clauses->index(row), QAbstractItemView::EnsureVisible);
    m_clause->showClause(state.current);
    m_clause->setWarnings(state.warnings);
    m_consents->showItems(state.items);
    m_optOut->offer(state.items);
    m_note->setNote(state.note);
}

void ScriptView::beginCall()
{
    m_guardian->reset();
    m_note->flush();
    m_side->setCurrentWidget(m_consents);
}

bool ScriptView::panelIsOpen() const
{
    return m_side->currentWidget() != m_consents;
}

void ScriptView::open(SidePanel *panel)
{
    m_note->flush();
    m_side->setCurrentWidget(panel);
    panel->open();
    Q_EMIT panelChanged();
}

void ScriptView::openOptOut()
{
    open(m_optOut);
}
void ScriptView::openGuardian()
{
    open(m_guardian);
}
void ScriptView::openNote()
{
    open(m_note);
}
void ScriptView::flushNote()
{
    m_note->flush();
}

void ScriptView::closePanel()
{
    if (!panelIsOpen())
        return;
    m_note->flush();
    m_side->setCurrentWidget(m_consents);
    focusClause();
    Q_EMIT panelChanged();
}

void ScriptView::submitPanel()
{
    if (auto *panel = qobject_cast<SidePanel *>(m_side->currentWidget()))
        panel->submit();
}

void ScriptView::focusClause()
{
    m_clause->text().setFocus(Qt::OtherFocusReason);
}

void ScriptView::setAnswerable(bool answerable)
{
    m_keys->setEnabled(answerable);
}

void ScriptView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_list->setAccessibleName(tr("Clauses"));
    QWidget::changeEvent(event);
}

} // namespace consent::ui
