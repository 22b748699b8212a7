#include "ui/subjects/mergepanel.h"

#include "ui/common/emptystate.h"
#include "ui/common/inlinenotice.h"
#include "ui/common/statusdelegate.h"
#include "ui/common/typography.h"
#include "ui/subjects/mergeitemsmodel.h"
#include "ui/subjects/mergeoffersmodel.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

QTableView *quietTable(const QString &name, QAbstractItemModel *model, int stretched)
{
    auto *table = new QTableView;
    table->setObjectName(name);
    table->setModel(model);
    table->setFrameShape(QFrame::NoFrame);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(minimumTarget);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
    return table;
}

} // namespace

MergePanel::MergePanel(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_count(new QLabel(this))
    , m_notice(new InlineNotice(this))
    , m_offersModel(new MergeOffersModel(this))
    , m_offers(quietTable(u"mergeOffers"_s, m_offersModel, MergeOffersModel::NameColumn))
    , m_none(new EmptyState)
    , m_stack(new QStackedWidget(this))
    , m_one(new QLabel)
    , m_other(new QLabel)
    , m_itemsModel(new MergeItemsModel(this))
    , m_items(quietTable(u"mergeItems"_s, m_itemsModel, MergeItemsModel::ItemColumn))
    , m_rule(new QLabel)
    , m_merge(new QPushButton)
    , m_apart(new QPushButton)
{
    setObjectName(u"mergePanel"_s);
    m_notice->setObjectName(u"mergeNotice"_s);
    m_merge->setObjectName(u"mergeMerge"_s);
    m_apart->setObjectName(u"mergeApart"_s);
    m_one->setObjectName(u"mergeOne"_s);
    m_other->setObjectName(u"mergeOther"_s);
    build();
    connect(m_offers->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &MergePanel::choose);
    connect(m_merge, &QPushButton::clicked, this, &MergePanel::mergeChosen);
    connect(m_apart, &QPushButton::clicked, this, &MergePanel::keepChosenApart);
    connect(m_notice, &InlineNotice::actionTriggered, this, &MergePanel::undo);
    retranslate();
}

void MergePanel::undo()
{
    if (!m_merged)
        return;
    const desk::MergeView merge = *std::exchange(m_merged, std::nullopt);
    Q_EMIT separateRequested(merge.into.id, merge.id, merge.into.name);
    Q_EMIT choiceChanged();
}

void MergePanel::build()
{
    m_title->setFont(titleFont());
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_rule->setForegroundRole(QPalette::PlaceholderText);
    m_rule->setWordWrap(true);
    for (QLabel *label : {m_one, m_other}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    for (const int column : {MergeItemsModel::OneColumn, MergeItemsModel::OtherColumn, MergeItemsModel::TogetherColumn})
        m_items->setItemDelegateForColumn(column, new StatusDelegate(MergeItemsModel::StatusRole, m_items));
    auto *top = new QHBoxLayout;
    top->addWidget(m_title);
    top->addStretch();
    top->addWidget(m_count);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(2 * spacing);
    sides->addWidget(m_one, 1);
    sides->addWidget(m_other, 1);
    auto *decide = new QHBoxLayout;
    decide->addWidget(m_rule, 1);
    decide->addWidget(m_apart);
    decide->addWidget(m_merge);
    auto *pairs = new QWidget;
    auto *column = new QVBoxLayout(pairs);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    column->addWidget(m_offers, 2);
    column->addLayout(sides);
    column->addWidget(m_items, 3);
    column->addLayout(decide);
    m_stack->addWidget(m_none);
    m_stack->addWidget(pairs);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(3 * spacing, 2 * spacing, 3 * spacing, 2 * spacing);
    whole->setSpacing(spacing);
    whole->addLayout(top);
    whole->addWidget(m_notice);
    whole->addWidget(m_stack, 1);
}

/// The pair that was being looked at, if it is still offered; else the pair of the person one came from; else the one
/// that has taken its place.
int MergePanel::rowToChoose(const desk::MergeOffers &offers) const
{
    const QModelIndex current = m_offers->currentIndex();
    const auto rowWhere = [&offers](auto fits) {
        const auto found = std::ranges::find_if(offers.offers, fits);
        return found == offers.offers.end() ? -1 : int(found - offers.offers.begin());
    };
    int row = -1;
    if (m_first)
        row = rowWhere(
            [this](const desk::MergeOffer &pair) { return pair.one.id == *m_first || pair.other.id == *m_first; });
    if (row < 0 && current.isValid()) {
        const desk::MergeOffer &chosen = m_offersModel->offer(current.row());
        row = rowWhere([&chosen](const desk::MergeOffer &pair) {
            return pair.one.id == chosen.one.id && pair.other.id == chosen.other.id;
        });
    }
    return row >= 0 ? row : std::clamp(current.row(), 0, std::max(0, int(offers.offers.size()) - 1));
}

void MergePanel::showOffers(const desk::MergeOffers &offers)
{
    const int row = rowToChoose(offers);
    m_first.reset();
    m_total = offers.total;
    m_comparison.reset();
    m_itemsModel->setComparison({});
    m_offersModel->setOffers(offers.offers);
    const int rows = m_offersModel->rowCount();
    m_stack->setCurrentIndex(rows > 0 ? 1 : 0);
    if (rows > 0)
        m_offers->setCurrentIndex(m_offersModel->index(row, 0));
    describe();
    Q_EMIT choiceChanged();
}

bool MergePanel::hasChoice() const
{
    return m_comparison.has_value();
}

void MergePanel::choose()
{
    m_comparison.reset();
    describe();
    const QModelIndex current = m_offers->currentIndex();
    if (!current.isValid())
        return;
    const desk::MergeOffer &pair = m_offersModel->offer(current.row());
    Q_EMIT comparisonRequested(pair.one.id, pair.other.id);
}

void MergePanel::showComparison(const desk::MergeComparison &comparison)
{
    const QModelIndex current = m_offers->currentIndex();
    if (!current.isValid())
        return;
    const desk::MergeOffer &pair = m_offersModel->offer(current.row());
    if (pair.one.id != comparison.one.summary.id || pair.other.id != comparison.other.summary.id)
        return;
    m_comparison = comparison;
    m_itemsModel->setComparison(comparison);
    describe();
    Q_EMIT choiceChanged();
}

void MergePanel::showError(const QString &sentence)
{
    m_merged.reset();
    m_notice->say(InlineNotice::Level::Error, sentence);
}

void MergePanel::sayMerged(const desk::MergeView &merge)
{
    m_merged = merge;
    m_notice->sayUndoable(tr("%1 is one person from now on.").arg(merge.into.name));
    Q_EMIT choiceChanged();
}

void MergePanel::sayKeptApart(const QString &name)
{
    m_merged.reset();
    m_notice->say(InlineNotice::Level::Info, tr("%1: two people. They are not offered again.").arg(name));
}

void MergePanel::saySeparated(const QString &name)
{
    m_merged.reset();
    m_notice->say(InlineNotice::Level::Info, tr("%1 is two registrations again.").arg(name));
}

/// The older registration goes on: its receipts are the ones that the person has had longest.
void MergePanel::mergeChosen()
{
    if (!m_comparison)
        return;
    const desk::MergeSide &one = m_comparison->one;
    const desk::MergeSide &other = m_comparison->other;
    const bool otherIsOlder = other.registered && (!one.registered || *other.registered < *one.registered);
    Q_EMIT mergeRequested(otherIsOlder ? other.summary.id : one.summary.id,
                          otherIsOlder ? one.summary.id : other.summary.id);
}

void MergePanel::keepChosenApart()
{
    if (m_comparison)
        Q_EMIT keepApartRequested(m_comparison->one.summary.id, m_comparison->other.summary.id,
                                  m_comparison->one.summary.name);
}

void MergePanel::takeFocus()
{
    m_offers->setFocus();
}

void MergePanel::describe()
{
    m_count->setText(m_total > 0 ? tr("%n pair(s)", nullptr, int(m_total)) : QString());
    m_merge->setEnabled(m_comparison.has_value());
    m_apart->setEnabled(m_comparison.has_value());
    if (!m_comparison) {
        m_one->clear();
        m_other->clear();
        return;
    }
    const auto say = [this](const QString &which, const desk::MergeSide &side) {
        const QString registered =
            side.registered ? koreanDate(*side.registered).toString(Qt::ISODate) : tr("not known");
        return QString(which + u"\n"_s + side.summary.name + u"  "_s + side.summary.maskedPhone + u"\n"_s +
                       tr("Born %1 · %2")
                           .arg(side.summary.birthDate.toString(Qt::ISODate), domain::label(side.summary.membership)) +
                       u"\n"_s + tr("Registered %1").arg(registered) + u" · "_s +
                       tr("%n contact(s)", nullptr, side.contacts));
    };
    m_one->setText(say(tr("First registration"), m_comparison->one));
    m_other->setText(say(tr("Second registration"), m_comparison->other));
}

void MergePanel::retranslate()
{
    m_title->setText(tr("Registered twice?"));
    m_offers->setAccessibleName(tr("Pairs that look like one person"));
    m_items->setAccessibleName(tr("Consent under both registrations"));
    m_rule->setText(tr("A no under either counts for both. Nothing is deleted; it can be taken back."));
    m_merge->setText(tr("One person  Ctrl+M"));
    m_merge->setAccessibleName(tr("One person"));
    m_apart->setText(tr("Two people  Ctrl+D"));
    m_apart->setAccessibleName(tr("Two people"));
    m_none->say(Icon::Person, tr("Nobody is registered twice"),
                tr("When two desks register the same person without seeing each other, it is shown here."));
    m_offersModel->retranslate();
    m_itemsModel->retranslate();
    describe();
}

void MergePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace consent::ui
