#include "ui/contacts/followpage.h"

#include "ui/common/card.h"
#include "ui/common/inlinenotice.h"
#include "ui/common/typography.h"
#include "ui/contacts/reconfirmmodel.h"
#include "ui/contacts/resultsmodel.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array tellingKeys{std::pair{Qt::Key_S, domain::ToldBy::Sms}, std::pair{Qt::Key_E, domain::ToldBy::Email},
                                 std::pair{Qt::Key_L, domain::ToldBy::Post},
                                 std::pair{Qt::Key_P, domain::ToldBy::Phone},
                                 std::pair{Qt::Key_I, domain::ToldBy::InPerson}};
constexpr std::array outcomeKeys{std::pair{Qt::Key_K, domain::Reconfirmation::Kept},
                                 std::pair{Qt::Key_X, domain::Reconfirmation::Ended},
                                 std::pair{Qt::Key_N, domain::Reconfirmation::Silent}};

QTableView *table(const QString &name, TitledTableModel *model, int wide, QWidget *parent)
{
    auto *view = new QTableView(parent);
    view->setObjectName(name);
    view->setModel(model);
    view->setFrameShape(QFrame::NoFrame);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setTabKeyNavigation(false);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(minimumTarget);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view->horizontalHeader()->setSectionResizeMode(wide, QHeaderView::Stretch);
    return view;
}

/// Keeps the line where it was, or the one that took its place.
void choose(QTableView &view, int row)
{
    const int rows = view.model()->rowCount();
    if (rows > 0)
        view.setCurrentIndex(view.model()->index(std::clamp(row, 0, rows - 1), 0));
}

} // namespace

FollowPage::FollowPage(QWidget *parent)
    : Page(parent)
    , m_resultsTitle(new QLabel(this))
    , m_resultsModel(new ResultsModel(this))
    , m_results(table(u"resultsToTell"_s, m_resultsModel, ResultsModel::WhatColumn, this))
    , m_reconfirmTitle(new QLabel(this))
    , m_reconfirmModel(new ReconfirmModel(this))
    , m_reconfirm(table(u"toReconfirm"_s, m_reconfirmModel, ReconfirmModel::ItemsColumn, this))
    , m_notice(new InlineNotice(this))
{
    setObjectName(u"followPage"_s);
    m_notice->setObjectName(u"followNotice"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacing, 2 * spacing, 2 * spacing, 2 * spacing);
    column->setSpacing(spacing);
    for (const auto &[heading, view] :
         {std::pair(m_resultsTitle, m_results), std::pair(m_reconfirmTitle, m_reconfirm)}) {
        heading->setFont(titleFont());
        column->addWidget(heading);
        auto *card = new Card(this);
        auto *inside = new QVBoxLayout(card);
        inside->setContentsMargins(1, 1, 1, 1);
        inside->addWidget(view);
        column->addWidget(card, 1);
        view->installEventFilter(this);
    }
    column->addWidget(m_notice);
    connect(new QShortcut(QKeySequence(Qt::Key_F5), this), &QShortcut::activated, this, &FollowPage::refreshWanted);
    retranslate();
}

QString FollowPage::title() const
{
    return tr("Follow-up");
}

Icon FollowPage::icon() const
{
    return Icon::Clock;
}

KeyHints FollowPage::keys() const
{
    const bool results = m_results->hasFocus() && m_results->currentIndex().isValid();
    const bool again = m_reconfirm->hasFocus() && m_reconfirm->currentIndex().isValid();
    return {{u"Tab"_s, tr("The other list")},   {u"↑↓"_s, tr("Choose")},          {u"S"_s, tr("Told by text"), results},
            {u"E"_s, tr("by e-mail"), results}, {u"L"_s, tr("by post"), results}, {u"P"_s, tr("by phone"), results},
            {u"I"_s, tr("in person"), results}, {u"K"_s, tr("Keeps"), again},     {u"X"_s, tr("Ends"), again},
            {u"N"_s, tr("No answer"), again},   {u"F5"_s, tr("Look again")}};
}

void FollowPage::activated()
{
    (m_resultsModel->rowCount() > 0 || m_reconfirmModel->rowCount() == 0 ? m_results : m_reconfirm)->setFocus();
    Q_EMIT refreshWanted();
}

void FollowPage::showResults(std::vector<desk::ResultNoticeRow> rows)
{
    const int row = m_results->currentIndex().row();
    m_resultsModel->setRows(std::move(rows));
    choose(*m_results, row);
    retranslate();
}

void FollowPage::showReconfirmations(desk::ReconfirmationList list)
{
    const int row = m_reconfirm->currentIndex().row();
    m_more = list.more;
    m_reconfirmModel->setRows(std::move(list.people));
    choose(*m_reconfirm, row);
    retranslate();
}

void FollowPage::showDone(const QString &sentence)
{
    m_notice->say(InlineNotice::Level::Success, sentence);
}

void FollowPage::showError(const QString &sentence)
{
    m_notice->say(InlineNotice::Level::Error, sentence);
}

bool FollowPage::takeResultKey(int key)
{
    const QModelIndex current = m_results->currentIndex();
    for (const auto &[letter, channel] : tellingKeys) {
        if (key == letter && current.isValid()) {
            Q_EMIT told(m_resultsModel->row(current.row()).about, channel);
            return true;
        }
    }
    return false;
}

bool FollowPage::takeReconfirmKey(int key)
{
    const QModelIndex current = m_reconfirm->currentIndex();
    for (const auto &[letter, outcome] : outcomeKeys) {
        if (key == letter && current.isValid()) {
            Q_EMIT reconfirmed(m_reconfirmModel->row(current.row()), outcome);
            return true;
        }
    }
    return false;
}

bool FollowPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        Q_EMIT hintsChanged();
    if (event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        const bool plain = (key.modifiers() & ~Qt::ShiftModifier) == Qt::NoModifier;
        if (plain && (watched == m_results ? takeResultKey(key.key()) : takeReconfirmKey(key.key())))
            return true;
    }
    return Page::eventFilter(watched, event);
}

void FollowPage::retranslate()
{
    const int results = m_resultsModel->rowCount();
    const int people = m_reconfirmModel->rowCount();
    m_resultsTitle->setText(results == 0 ? tr("Nothing waits to be told")
                                         : tr("To be told: %n outcomes", nullptr, results));
    m_reconfirmTitle->setText(people == 0 ? tr("Nobody is to be asked again")
                              : m_more    ? tr("To be asked again: the first %n people", nullptr, people)
                                          : tr("To be asked again: %n people", nullptr, people));
    m_results->setAccessibleName(tr("Outcomes to be told"));
    m_reconfirm->setAccessibleName(tr("People to be asked again"));
    m_resultsModel->retranslate();
    m_reconfirmModel->retranslate();
    Q_EMIT hintsChanged();
}

void FollowPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace consent::ui
