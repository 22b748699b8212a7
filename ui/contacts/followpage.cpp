#include "ui/contacts/followpage.h"

#include "ui/common/card.h"
#include "ui/common/inlinenotice.h"
#include "ui/common/typography.h"
#include "ui/contacts/reconfirmmodel.h"
#include "ui/contacts/resultsmodel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array tellings{std::pair{Qt::Key_S, domain::ToldBy::Sms}, std::pair{Qt::Key_E, domain::ToldBy::Email},
                              std::pair{Qt::Key_L, domain::ToldBy::Post}, std::pair{Qt::Key_P, domain::ToldBy::Phone},
                              std::pair{Qt::Key_I, domain::ToldBy::InPerson}};
constexpr std::array outcomes{std::pair{Qt::Key_K, domain::Reconfirmation::Kept},
                              std::pair{Qt::Key_X, domain::Reconfirmation::Ended},
                              std::pair{Qt::Key_N, domain::Reconfirmation::Silent}};

QTableView *table(const QString &name, TitledTableModel *model, int wide, QWidget *parent)
{
    auto *view = new QTableView(parent);
    view->setObjectName(name);
    view->setModel(model);
    view->setFrameShape(QFrame::NoFrame);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
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

/// The rows of the chosen lines, top down.
std::vector<int> chosenRows(const QTableView &view)
{
    std::vector<int> rows;
    for (const QModelIndex &index : view.selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::ranges::sort(rows);
    return rows;
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
    , m_content(new QWidget(this))
    , m_resultsTitle(new QLabel(this))
    , m_resultsModel(new ResultsModel(this))
    , m_results(table(u"resultsToTell"_s, m_resultsModel, ResultsModel::WhatColumn, this))
    , m_reconfirmTitle(new QLabel(this))
    , m_reconfirmModel(new ReconfirmModel(this))
    , m_reconfirm(table(u"toReconfirm"_s, m_reconfirmModel, ReconfirmModel::ItemsColumn, this))
    , m_batch(new QPushButton(this))
    , m_notice(new InlineNotice(this))
{
    setObjectName(u"followPage"_s);
    m_notice->setObjectName(u"followNotice"_s);
    m_batch->setObjectName(u"followBatch"_s);
    m_batch->setMinimumHeight(minimumTarget);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_content);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(2 * spacing, 2 * spacing, 2 * spacing, 2 * spacing);
    column->setSpacing(spacing);
    addActs();
    addList(*m_resultsTitle, *m_results, m_tellings);
    addList(*m_reconfirmTitle, *m_reconfirm, m_answers);
    column->addWidget(m_notice);
    connect(m_batch, &QPushButton::clicked, this, &FollowPage::batchWanted);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_E), m_content), &QShortcut::activated, m_batch,
            &QPushButton::click);
    connect(new QShortcut(QKeySequence(Qt::Key_F5), m_content), &QShortcut::activated, this,
            &FollowPage::refreshWanted);
    retranslate();
}

void FollowPage::addActs()
{
    const auto button = [this](const QString &name) {
        auto *made = new QPushButton(this);
        made->setObjectName(name);
        made->setMinimumHeight(minimumTarget);
        return made;
    };
    for (const auto &[key, channel] : tellings) {
        QPushButton *made = button(u"tell_"_s + domain::toCode(channel));
        connect(made, &QPushButton::clicked, this, [this, channel = channel] { tell(channel); });
        m_tellings.push_back({key, made});
    }
    for (const auto &[key, outcome] : outcomes) {
        QPushButton *made = button(u"answer_"_s + domain::toCode(outcome));
        connect(made, &QPushButton::clicked, this, [this, outcome = outcome] { answer(outcome); });
        m_answers.push_back({key, made});
    }
}

void FollowPage::addList(QLabel &heading, QTableView &view, const std::vector<Act> &acts)
{
    heading.setFont(titleFont());
    auto *top = new QHBoxLayout;
    top->setSpacing(spacing);
    top->addWidget(&heading);
    top->addStretch();
    for (const Act &act : acts)
        top->addWidget(act.button);
    if (&view == m_reconfirm)
        top->addWidget(m_batch);
    auto *card = new Card(this);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(&view);
    auto *column = static_cast<QVBoxLayout *>(m_content->layout());
    column->addLayout(top);
    column->addWidget(card, 1);
    view.installEventFilter(this);
    connect(view.selectionModel(), &QItemSelectionModel::selectionChanged, this, &FollowPage::enableActs);
}

/// A letter is the key of its button, in the list that has the keyboard.
void FollowPage::enableActs()
{
    for (const Act &act : m_tellings)
        act.button->setEnabled(m_results->selectionModel()->hasSelection());
    for (const Act &act : m_answers)
        act.button->setEnabled(m_reconfirm->selectionModel()->hasSelection());
    m_batch->setEnabled(m_reconfirmModel->rowCount() > 0);
    Q_EMIT hintsChanged();
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
    return {{u"Tab"_s, tr("The other list")},   {u"↑↓"_s, tr("Choose")},
            {u"Shift+↑↓"_s, tr("Several")},     {u"S"_s, tr("Told by text"), results},
            {u"E"_s, tr("by e-mail"), results}, {u"L"_s, tr("by post"), results},
            {u"P"_s, tr("by phone"), results},  {u"I"_s, tr("in person"), results},
            {u"K"_s, tr("Keeps"), again},       {u"X"_s, tr("Ends"), again},
            {u"N"_s, tr("No answer"), again},   {u"Ctrl+E"_s, tr("List as a file"), m_batch->isEnabled()},
            {u"F5"_s, tr("Look again")}};
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

void FollowPage::setAwake(bool awake)
{
    m_content->setEnabled(awake);
}

void FollowPage::showDone(const QString &sentence)
{
    m_notice->say(InlineNotice::Level::Success, sentence);
}

void FollowPage::showError(const QString &sentence)
{
    m_notice->say(InlineNotice::Level::Error, sentence);
}

void FollowPage::tell(domain::ToldBy channel)
{
    std::vector<EventId> about;
    for (const int row : chosenRows(*m_results))
        about.push_back(m_resultsModel->row(row).about);
    if (!about.empty())
        Q_EMIT told(about, channel);
}

void FollowPage::answer(domain::Reconfirmation outcome)
{
    std::vector<desk::ReconfirmationRow> rows;
    for (const int row : chosenRows(*m_reconfirm))
        rows.push_back(m_reconfirmModel->row(row));
    if (!rows.empty())
        Q_EMIT reconfirmed(rows, outcome);
}

bool FollowPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        Q_EMIT hintsChanged();
    if (event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        const bool plain = (key.modifiers() & ~Qt::ShiftModifier) == Qt::NoModifier;
        const std::vector<Act> &acts = watched == m_results ? m_tellings : m_answers;
        const auto act = std::ranges::find(acts, key.key(), &Act::key);
        if (plain && act != acts.end()) {
            act->button->click();
            return true;
        }
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
    const auto name = [](const std::vector<Act> &acts, const QStringList &words) {
        for (std::size_t at = 0; at < acts.size(); ++at) {
            acts[at].button->setText(words[qsizetype(at)] + u"  "_s + QKeySequence(acts[at].key).toString());
            acts[at].button->setAccessibleName(words[qsizetype(at)]);
        }
    };
    name(m_tellings, {tr("Told by text"), tr("by e-mail"), tr("by post"), tr("by phone"), tr("in person")});
    name(m_answers, {tr("Keeps"), tr("Ends"), tr("No answer")});
    m_batch->setText(tr("List as a file") + u"  Ctrl+E"_s);
    m_batch->setAccessibleName(tr("List as a file"));
    enableActs();
}

void FollowPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace consent::ui
