#include "ui/subjects/subjectspage.h"

#include "ui/common/card.h"
#include "ui/common/emptystate.h"
#include "ui/common/inlinenotice.h"
#include "ui/common/quietbusybar.h"
#include "ui/common/typography.h"
#include "ui/subjects/cardtasks.h"
#include "ui/subjects/centrallookup.h"
#include "ui/subjects/mergepanel.h"
#include "ui/subjects/searchfield.h"
#include "ui/subjects/subjectinspector.h"
#include "ui/subjects/subjectlistmodel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostShown = 50; ///< What a search brings at most.

} // namespace

SubjectsPage::SubjectsPage(QWidget *parent)
    : Page(parent)
    , m_title(new QLabel(this))
    , m_search(new SearchField(this))
    , m_count(new QLabel(this))
    , m_busy(new QuietBusyBar(this))
    , m_notice(new InlineNotice(this))
    , m_central(new CentralLookUp(this))
    , m_model(new SubjectListModel(this))
    , m_list(new QTableView)
    , m_nobody(new EmptyState)
    , m_left(new QStackedWidget(this))
    , m_nothingOpen(new EmptyState)
    , m_inspector(new SubjectInspector)
    , m_merges(new MergePanel)
    , m_right(new QStackedWidget)
{
    setObjectName(u"subjectsPage"_s);
    m_search->setObjectName(u"subjectSearch"_s);
    m_list->setObjectName(u"subjectList"_s);
    build();
    m_search->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_search, &SearchField::typed, this, &SubjectsPage::search);
    connect(m_list, &QTableView::doubleClicked, this, &SubjectsPage::openCurrent);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SubjectsPage::hintsChanged);
    connect(m_inspector, &SubjectInspector::callRequested, this, &SubjectsPage::callRequested);
    connect(m_inspector, &SubjectInspector::requestsPressed, this, &SubjectsPage::requestsPressed);
    connect(m_inspector, &SubjectInspector::reasonClosed, this, &SubjectsPage::hintsChanged);
    const auto key = [this](const QKeySequence &keys, auto slot) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, slot);
    };
    key(QKeySequence(Qt::CTRL | Qt::Key_F), &SubjectsPage::toSearch);
    key(QKeySequence(Qt::Key_F9), &SubjectsPage::callCurrent);
    key(QKeySequence(Qt::Key_F7), [this] { m_central->begin(); });
    key(QKeySequence(Qt::Key_F6), [this] { m_inspector->askReason(); });
    key(QKeySequence(Qt::Key_F8), [this] {
        if (m_inspector->card())
            Q_EMIT requestsPressed();
    });
    connect(m_inspector, &SubjectInspector::separateRequested, this, &SubjectsPage::separateRequested);
    connect(m_merges, &MergePanel::choiceChanged, this, &SubjectsPage::hintsChanged);
    key(QKeySequence(Qt::Key_F4), &SubjectsPage::toMerges);
    key(QKeySequence(Qt::CTRL | Qt::Key_M), [this] {
        if (atMerges())
            m_merges->mergeChosen();
    });
    key(QKeySequence(Qt::CTRL | Qt::Key_Z), [this] {
        if (atMerges())
            m_merges->undo();
    });
    key(QKeySequence(Qt::CTRL | Qt::Key_D), [this] {
        if (atMerges())
            m_merges->keepChosenApart();
        else if (mayTakeApart())
            Q_EMIT separateRequested(m_inspector->card()->summary.id);
    });
    retranslate();
}

void SubjectsPage::build()
{
    m_title->setFont(titleFont());
    m_count->setForegroundRole(QPalette::PlaceholderText);
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
    QHeaderView *header = m_list->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(SubjectListModel::NameColumn, QHeaderView::Stretch);
    m_left->addWidget(m_nobody);
    m_left->addWidget(m_list);
    m_right->addWidget(m_nothingOpen);
    m_right->addWidget(m_inspector);
    m_right->addWidget(m_merges);
    m_merges->installEventFilter(this);
    auto *listCard = new Card(this);
    auto *listColumn = new QVBoxLayout(listCard);
    listColumn->setContentsMargins(1, 1, 1, 1);
    listColumn->setSpacing(0);
    listColumn->addWidget(m_busy);
    listColumn->addWidget(m_left, 1);
    auto *personCard = new Card(this);
    auto *personColumn = new QVBoxLayout(personCard);
    personColumn->setContentsMargins(1, 1, 1, 1);
    personColumn->addWidget(m_right);
    auto *top = new QHBoxLayout;
    top->addWidget(m_title);
    top->addStretch();
    top->addWidget(m_count);
    auto *left = new QVBoxLayout;
    left->setSpacing(spacing);
    left->addLayout(top);
    left->addWidget(m_search);
    left->addWidget(m_notice);
    left->addWidget(m_central);
    left->addWidget(listCard, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2 * spacing, 2 * spacing, 2 * spacing, 2 * spacing);
    row->setSpacing(2 * spacing);
    row->addLayout(left, 5);
    row->addWidget(personCard, 6);
}

QString SubjectsPage::title() const
{
    return m_mayMerge && m_pairs > 0 ? tr("People (%1)").arg(m_pairs) : tr("People");
}

KeyHints SubjectsPage::keys() const
{
    const bool chosen = m_list->currentIndex().isValid() && m_left->currentWidget() == m_list && !atMerges();
    const bool open = m_right->currentWidget() == m_inspector;
    KeyHints hints{{u"Ctrl+F"_s, tr("Search")},
                   {u"↑↓"_s, tr("Choose"), chosen},
                   {u"Enter"_s, tr("Open"), chosen},
                   {u"F2"_s, tr("Opt-out"), chosen || open},
                   {u"F6"_s, tr("Show what is masked"), open},
                   {u"F7"_s, tr("Ask the central store"), m_central->isVisible()},
                   {u"F8"_s, tr("Requests"), open},
                   {u"F9"_s, tr("Call"), chosen || open},
                   {u"F4"_s, tr("Registered twice?"), m_mayMerge && !atMerges()},
                   {u"Ctrl+M"_s, tr("One person"), atMerges() && m_merges->hasChoice()},
                   {u"Ctrl+D"_s, atMerges() ? tr("Two people") : tr("Take apart"),
                    atMerges() ? m_merges->hasChoice() : mayTakeApart()},
                   {u"Ctrl+Z"_s, tr("Undo"), atMerges() && m_merges->canUndo()}};
    return open ? hints + m_inspector->tasks().keys() : hints;
}

void SubjectsPage::setMayMerge(bool may)
{
    m_mayMerge = may;
    m_inspector->setMayMerge(may);
    Q_EMIT hintsChanged();
}

bool SubjectsPage::atMerges() const
{
    return m_right->currentWidget() == m_merges;
}

void SubjectsPage::toMerges()
{
    if (!m_mayMerge)
        return;
    m_merges->beginWith(m_inspector->card() ? std::optional(m_inspector->card()->summary.id) : std::nullopt);
    m_right->setCurrentWidget(m_merges);
    m_merges->takeFocus();
    Q_EMIT mergesRequested();
    Q_EMIT hintsChanged();
}

/// Back to the person who was open, as he stands now.
void SubjectsPage::leaveMerges()
{
    if (!atMerges())
        return;
    m_right->setCurrentWidget(m_inspector->card() ? static_cast<QWidget *>(m_inspector) : m_nothingOpen);
    if (m_inspector->card())
        Q_EMIT openRequested(m_inspector->card()->summary.id);
    Q_EMIT hintsChanged();
}

bool SubjectsPage::mayTakeApart() const
{
    return m_mayMerge && m_right->currentWidget() == m_inspector && m_inspector->card() &&
           m_inspector->card()->registrations > 1;
}

void SubjectsPage::setPairs(qint64 pairs)
{
    if (std::exchange(m_pairs, pairs) != pairs)
        Q_EMIT hintsChanged();
}

void SubjectsPage::activated()
{
    toSearch();
}

void SubjectsPage::toSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

QString SubjectsPage::searchText() const
{
    return m_search->typedText();
}

void SubjectsPage::searchAgain()
{
    search(m_search->typedText());
}

void SubjectsPage::search(const QString &text)
{
    ++m_ticket;
    m_answered = false;
    m_busy->setBusy(!text.trimmed().isEmpty());
    Q_EMIT searchRequested(text, m_ticket);
}

void SubjectsPage::showResults(quint64 ticket, std::vector<desk::SubjectSummary> people)
{
    if (ticket != m_ticket)
        return;
    m_answered = true;
    m_busy->setBusy(false);
    m_notice->dismiss();
    m_model->setPeople(std::move(people));
    const bool any = m_model->rowCount() > 0;
    if (any)
        m_list->setCurrentIndex(m_model->index(0, 0));
    m_left->setCurrentWidget(any ? static_cast<QWidget *>(m_list) : m_nobody);
    describe();
    Q_EMIT hintsChanged();
}

void SubjectsPage::showSearchError(quint64 ticket, const QString &sentence)
{
    if (ticket != m_ticket)
        return;
    m_busy->setBusy(false);
    showError(sentence);
}

void SubjectsPage::showError(const QString &sentence)
{
    m_notice->say(InlineNotice::Level::Error, sentence);
}

void SubjectsPage::showCard(const desk::SubjectCard &card)
{
    m_notice->dismiss();
    m_inspector->setCard(card);
    m_right->setCurrentWidget(m_inspector);
    Q_EMIT hintsChanged();
    Q_EMIT cardShown(card.summary);
}

void SubjectsPage::setRequests(const SubjectId &subject, const QString &words, bool overdue)
{
    m_inspector->setRequests(subject, words, overdue);
}

void SubjectsPage::openCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid() && m_left->currentWidget() == m_list)
        Q_EMIT openRequested(m_model->person(current.row()).id);
}

std::optional<SubjectId> SubjectsPage::currentPerson() const
{
    const QModelIndex current = m_list->currentIndex();
    const bool inList = m_list->hasFocus() || m_search->hasFocus();
    if (current.isValid() && m_left->currentWidget() == m_list && (inList || !m_inspector->card()))
        return m_model->person(current.row()).id;
    return m_inspector->card() ? std::optional(m_inspector->card()->summary.id) : std::nullopt;
}

void SubjectsPage::callCurrent()
{
    if (const auto person = currentPerson())
        Q_EMIT callRequested(*person);
}

bool SubjectsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return Page::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (enter && watched != m_merges) {
        openCurrent();
        return true;
    }
    // In the search box the arrows choose in the list, so that a hand never leaves the keys.
    if (watched == m_search && (key == Qt::Key_Down || key == Qt::Key_Up) && m_left->currentWidget() == m_list) {
        const int row = m_list->currentIndex().row() + (key == Qt::Key_Down ? 1 : -1);
        m_list->setCurrentIndex(m_model->index(std::clamp(row, 0, m_model->rowCount() - 1), 0));
        return true;
    }
    if (key == Qt::Key_Escape) {
        if (watched == m_search)
            m_search->clear();
        leaveMerges();
        toSearch();
        return true;
    }
    return Page::eventFilter(watched, event);
}

void SubjectsPage::describe()
{
    const bool asked = !m_search->typedText().trimmed().isEmpty();
    const int found = m_model->rowCount();
    const bool all = found < mostShown;
    const QString count = all ? tr("%n people", nullptr, found) : tr("The best %n matches", nullptr, found);
    m_count->setText(asked && m_answered ? count : QString());
    if (asked && m_answered)
        m_nobody->say(Icon::Search, tr("Nobody found"),
                      tr("Try fewer letters, initial consonants, or the last four digits."));
    else
        m_nobody->say(Icon::Search, tr("Whom are you looking for?"),
                      tr("Name or initial consonants, any part of a phone number, birth date, or receipt number."));
}

void SubjectsPage::retranslate()
{
    m_title->setText(tr("People"));
    m_search->setPlaceholderText(tr("Name, initials, phone, birth date, receipt"));
    m_search->setAccessibleName(tr("Search people"));
    m_list->setAccessibleName(tr("People found"));
    m_nothingOpen->say(Icon::Person, tr("Nobody is open"), tr("Choose a person with the arrow keys and press Enter."));
    m_model->retranslate();
    describe();
    Q_EMIT hintsChanged();
}

void SubjectsPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace consent::ui
