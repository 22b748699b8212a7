#include "ui/call/consentpanel.h"

#include "ui/common/statusdelegate.h"
#include "ui/common/statusof.h"
#include "ui/common/typography.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int statusRole = Qt::UserRole;
constexpr int statusWidth = 15 * spacing;

} // namespace

ConsentPanel::ConsentPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_model(new QStandardItemModel(0, 2, this))
    , m_table(new QTableView(this))
{
    setObjectName(u"consentPanel"_s);
    m_title->setFont(titleFont());
    m_table->setObjectName(u"consentStates"_s);
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(1, new StatusDelegate(statusRole, m_table));
    m_table->setFrameStyle(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Fixed);
    m_table->setColumnWidth(1, statusWidth);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(minimumTarget + spacing / 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing, 2 * spacing, spacing, 2 * spacing);
    m_title->setContentsMargins(spacing, 0, 0, 0); // above the words of the cells
    column->setSpacing(spacing);
    column->addWidget(m_title);
    column->addWidget(m_table, 1);
    retranslate();
}

void ConsentPanel::showItems(const std::vector<desk::ItemState> &items)
{
    m_model->setRowCount(0);
    for (const desk::ItemState &item : items) {
        auto *title = new QStandardItem(item.title);
        title->setToolTip(item.mandatory ? tr("%1 (mandatory)").arg(item.title) : item.title);
        auto *status = new QStandardItem(domain::label(item.status));
        status->setData(static_cast<int>(statusOf(item.status)), statusRole);
        status->setAccessibleText(u"%1: %2"_s.arg(item.title, domain::label(item.status)));
        m_model->appendRow({title, status});
    }
}

void ConsentPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ConsentPanel::retranslate()
{
    m_title->setText(tr("Consents"));
    m_table->setAccessibleName(tr("Consents"));
}

} // namespace consent::ui
