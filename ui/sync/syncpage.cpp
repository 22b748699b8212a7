#include "ui/sync/syncpage.h"

#include "ui/common/card.h"
#include "ui/common/emptystate.h"
#include "ui/common/inlinenotice.h"
#include "ui/common/tones.h"
#include "ui/common/typography.h"
#include "ui/sync/queuemodel.h"
#include "ui/sync/syncwords.h"
#include "ui/sync/troublemodel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

SyncPage::SyncPage(QWidget *parent)
    : Page(parent)
    , m_title(new QLabel(this))
    , m_light(new QLabel(u"●"_s, this))
    , m_headline(new QLabel(this))
    , m_explanation(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_notice(new InlineNotice(this))
    , m_queue(new QueueModel(this))
    , m_queueTable(table(m_queue, QueueModel::WhatColumn))
    , m_queueTitle(new QLabel(this))
    , m_nothingWaits(new EmptyState)
    , m_queueStack(new QStackedWidget)
    , m_troubles(new TroubleModel(this))
    , m_troubleTable(table(m_troubles, TroubleModel::MessageColumn))
    , m_troubleTitle(new QLabel(this))
    , m_noTrouble(new EmptyState)
    , m_troubleStack(new QStackedWidget)
{
    setObjectName(u"syncPage"_s);
    m_headline->setObjectName(u"syncHeadline"_s);
    m_explanation->setObjectName(u"syncExplanation"_s);
    m_facts->setObjectName(u"syncFacts"_s);
    m_queueTable->setObjectName(u"syncQueue"_s);
    m_troubleTable->setObjectName(u"syncTroubles"_s);
    build();
    const auto key = [this](int keys, auto signal) {
        connect(new QShortcut(QKeySequence(keys), this), &QShortcut::activated, this, signal);
    };
    key(Qt::Key_F5, &SyncPage::tryRequested);
    key(Qt::Key_F7, &SyncPage::seenRequested);
    connect(m_notice, &InlineNotice::actionTriggered, this, &SyncPage::seenRequested);
    retranslate();
}

QTableView *SyncPage::table(QAbstractItemModel *model, int stretched) const
{
    auto *view = new QTableView;
    view->setModel(model);
    view->setFrameShape(QFrame::NoFrame);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setTabKeyNavigation(false);
    view->setShowGrid(false);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(minimumTarget + spacing);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view->horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
    return view;
}

void SyncPage::build()
{
    QFont bold = baseFont();
    bold.setWeight(QFont::Bold);
    m_title->setFont(titleFont());
    m_headline->setFont(bold);
    m_light->setFont(bold);
    m_light->setAccessibleName(QString());
    m_queueTitle->setFont(bold);
    m_troubleTitle->setFont(bold);
    for (QLabel *label : {m_headline, m_explanation, m_facts})
        label->setTextFormat(Qt::PlainText);
    m_explanation->setWordWrap(true);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_queueStack->addWidget(m_nothingWaits);
    m_queueStack->addWidget(m_queueTable);
    m_troubleStack->addWidget(m_noTrouble);
    m_troubleStack->addWidget(m_troubleTable);

    auto *state = new Card(this);
    auto *stateColumn = new QVBoxLayout(state);
    stateColumn->setContentsMargins(3 * spacing, 2 * spacing, 3 * spacing, 2 * spacing);
    stateColumn->setSpacing(spacing);
    auto *line = new QHBoxLayout;
    line->setSpacing(spacing);
    line->addWidget(m_light);
    line->addWidget(m_headline, 1);
    stateColumn->addLayout(line);
    stateColumn->addWidget(m_explanation);
    stateColumn->addWidget(m_facts);

    const auto list = [this](QLabel *title, QStackedWidget *stack) {
        auto *card = new Card(this);
        auto *inside = new QVBoxLayout(card);
        inside->setContentsMargins(1, 2 * spacing, 1, 1);
        inside->setSpacing(spacing);
        title->setContentsMargins(2 * spacing, 0, 2 * spacing, 0);
        inside->addWidget(title);
        inside->addWidget(stack, 1);
        return card;
    };
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * spacing);
    row->addWidget(list(m_queueTitle, m_queueStack), 5);
    row->addWidget(list(m_troubleTitle, m_troubleStack), 7);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacing, 2 * spacing, 2 * spacing, 2 * spacing);
    column->setSpacing(2 * spacing);
    column->addWidget(m_title);
    column->addWidget(m_notice);
    column->addWidget(state);
    column->addLayout(row, 1);
}

QString SyncPage::title() const
{
    return tr("Sending");
}

KeyHints SyncPage::keys() const
{
    return {{u"F5"_s, tr("Try now")}, {u"F7"_s, tr("Noted"), m_view.needsAttention}, {u"↑↓"_s, tr("Choose")}};
}

void SyncPage::activated()
{
    m_queueTable->setFocus();
    Q_EMIT refreshRequested();
}

void SyncPage::setState(const desk::SyncView &view)
{
    m_view = view;
    describe();
    Q_EMIT hintsChanged();
}

void SyncPage::setOverview(const desk::SyncOverview &overview)
{
    m_overview = overview;
    m_queue->setQueue(overview.queue);
    m_troubles->setTroubles(overview.troubles);
    describe();
}

void SyncPage::showError(const QString &sentence)
{
    m_notice->say(InlineNotice::Level::Error, sentence);
}

void SyncPage::describe()
{
    const Tones &tones = Tones::of(palette());
    const bool well = m_view.online && m_view.lastError.isEmpty();
    QPalette tinted = palette();
    tinted.setColor(QPalette::WindowText, well ? tones.good.ink : tones.caution.ink);
    m_light->setPalette(tinted);
    m_headline->setText(syncwords::headline(m_view));
    m_explanation->setText(syncwords::explanation(m_view));
    const QLocale locale;
    QStringList facts;
    if (const auto contact = m_view.lastContact ? m_view.lastContact : m_overview.lastContact)
        facts += tr("Last contact %1").arg(koreanTimestamp(*contact));
    facts += tr("%1 people on this PC").arg(locale.toString(m_overview.people));
    facts += tr("%1 numbers in the opt-out list").arg(locale.toString(m_overview.blocked));
    if (m_overview.incomplete > 0)
        facts += tr("%1 people still being fetched").arg(locale.toString(m_overview.incomplete));
    if (m_overview.setAside > 0)
        facts += tr("%1 records set aside because they do not verify").arg(locale.toString(m_overview.setAside));
    m_facts->setText(facts.join(u"   ·   "_s));
    m_queueStack->setCurrentWidget(m_overview.queue.empty() ? static_cast<QWidget *>(m_nothingWaits) : m_queueTable);
    m_troubleStack->setCurrentWidget(m_overview.troubles.empty() ? static_cast<QWidget *>(m_noTrouble)
                                                                 : m_troubleTable);
    m_queueTitle->setText(tr("Waiting: %1").arg(locale.toString(m_overview.waiting)));
    m_troubleTitle->setText(tr("What went wrong lately"));
}

void SyncPage::retranslate()
{
    m_title->setText(tr("Sending"));
    m_queueTable->setAccessibleName(tr("Records that wait for the central store"));
    m_troubleTable->setAccessibleName(tr("What went wrong lately"));
    m_nothingWaits->say(Icon::Check, tr("Nothing waits"),
                        tr("Everything recorded on this PC is at the central store."));
    m_noTrouble->say(Icon::Check, tr("Nothing went wrong"), tr("Failures of the way to the central store stand here."));
    m_queue->retranslate();
    m_troubles->retranslate();
    describe();
    Q_EMIT hintsChanged();
}

void SyncPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (isVisible())
            Q_EMIT refreshRequested(); // the desk names the records
    } else if (event->type() == QEvent::PaletteChange)
        describe();
}

} // namespace consent::ui
