#include "ui/call/summaryview.h"

#include "ui/common/card.h"
#include "ui/common/quietbusybar.h"
#include "ui/common/statusdelegate.h"
#include "ui/common/tones.h"
#include "ui/common/typography.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int statusRole = Qt::UserRole;
constexpr int cardWidth = 104 * spacing;
constexpr int answerRowHeight = 5 * spacing;
constexpr int saveHeight = 6 * spacing;

enum Column { ItemColumn, KindColumn, DecisionColumn };

} // namespace

SummaryView::SummaryView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_explanation(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_readBack(new QLabel(this))
    , m_model(new QStandardItemModel(0, DecisionColumn + 1, this))
    , m_answers(new QTableView(this))
    , m_busy(new QuietBusyBar(this))
    , m_save(new QPushButton(this))
    , m_back(new QPushButton(this))
    , m_discard(new QPushButton(this))
{
    setObjectName(u"summaryView"_s);
    m_title->setObjectName(u"summaryTitle"_s);
    m_title->setFont(titleFont());
    m_explanation->setObjectName(u"summaryExplanation"_s);
    m_facts->setObjectName(u"summaryFacts"_s);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel *label : {m_explanation, m_facts}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    QFont large = m_answers->font();
    large.setPointSizeF(basePoints + 2.5);
    m_answers->setFont(large);
    m_answers->setObjectName(u"summaryAnswers"_s);
    m_answers->setModel(m_model);
    m_answers->setItemDelegateForColumn(DecisionColumn, new StatusDelegate(statusRole, m_answers));
    m_answers->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_answers->setSelectionMode(QAbstractItemView::SingleSelection);
    m_answers->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_answers->setTabKeyNavigation(false);
    m_answers->setShowGrid(false);
    m_answers->horizontalHeader()->hide();
    m_answers->verticalHeader()->hide();
    m_answers->verticalHeader()->setDefaultSectionSize(answerRowHeight);
    m_answers->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_answers->horizontalHeader()->setSectionResizeMode(ItemColumn, QHeaderView::Stretch);
    m_save->setObjectName(u"saveCall"_s);
    m_save->setMinimumHeight(saveHeight);
    m_save->setMinimumWidth(28 * spacing);
    for (QPushButton *button : {m_save, m_back, m_discard})
        button->setAutoDefault(true); // Enter presses the one that has the focus
    m_back->setObjectName(u"backToScript"_s);
    m_back->setMinimumHeight(saveHeight);
    m_discard->setObjectName(u"discardCall"_s);
    m_discard->setMinimumHeight(saveHeight);

    auto *card = new Card(this);
    card->setMaximumWidth(cardWidth);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2 * spacing);
    buttons->addWidget(m_save);
    buttons->addWidget(m_back);
    buttons->addStretch();
    buttons->addWidget(m_discard);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(4 * spacing, 3 * spacing, 4 * spacing, 3 * spacing);
    column->setSpacing(spacing + spacing / 2);
    column->addWidget(m_title);
    column->addWidget(m_explanation);
    column->addWidget(m_readBack);
    column->addWidget(m_answers, 1);
    column->addWidget(m_facts);
    column->addWidget(m_busy);
    column->addLayout(buttons);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2 * spacing, 2 * spacing, 2 * spacing, 2 * spacing);
    row->addStretch(1);
    row->addWidget(card, 100);
    row->addStretch(1);

    connect(m_save, &QPushButton::clicked, this, &SummaryView::saveRequested);
    connect(m_answers, &QTableView::activated, this, &SummaryView::saveRequested);
    connect(m_back, &QPushButton::clicked, this, &SummaryView::backRequested);
    connect(m_discard, &QPushButton::clicked, this, &SummaryView::discardRequested);
    retranslate();
}

void SummaryView::showCall(const desk::CallState &state)
{
    m_state = state;
    const bool saving = state.stage == desk::CallState::Stage::Saving;
    m_busy->setBusy(saving);
    m_save->setEnabled(!saving);
    m_back->setEnabled(!saving);
    m_discard->setVisible(canDiscard());
    m_discard->setEnabled(!saving);
    explain();
    fill();
}

bool SummaryView::canDiscard() const
{
    return m_state.answers.empty();
}

void SummaryView::focusSave()
{
    m_save->setFocus(Qt::OtherFocusReason);
}

void SummaryView::explain()
{
    m_title->setText(domain::label(m_state.outcome));
    switch (m_state.outcome) {
    case domain::ContactOutcome::Completed:
        m_explanation->setText(tr("Read the answers back once more, then save."));
        break;
    case domain::ContactOutcome::MandatoryRefused:
        m_explanation->setText(
            tr("A mandatory item was refused: nobody joins. The refusal is recorded when you save."));
        break;
    case domain::ContactOutcome::EndedEarly:
        m_explanation->setText(
            m_state.answers.empty()
                ? tr("The call ended before anything was answered. Save that it took place, or close "
                     "it without a record.")
                : tr("The call ended early. What was answered so far is recorded when you save."));
        break;
    case domain::ContactOutcome::SecondCallDue:
        m_explanation->setText(tr("The customer was told where to read it and agrees on a second call."));
        break;
    }
    QStringList facts;
    if (!m_state.guardianName.isEmpty())
        facts += tr("Guardian: %1").arg(m_state.guardianName);
    if (!m_state.optedOut.empty())
        facts += tr("Opted out in this call (already saved): %1")
                     .arg(QStringList(m_state.optedOut.begin(), m_state.optedOut.end()).join(u", "_s));
    if (!m_state.note.trimmed().isEmpty())
        facts += tr("Note: %1").arg(m_state.note.trimmed());
    for (const QString &warning : m_state.warnings)
        facts += u"⚠ "_s + warning;
    m_facts->setText(facts.join(u'\n'));
    m_facts->setVisible(!facts.isEmpty());
}

void SummaryView::fill()
{
    m_model->setRowCount(0);
    for (const desk::AnswerRow &answer : m_state.answers) {
        auto *kind = new QStandardItem(answer.mandatory ? tr("mandatory") : tr("optional"));
        auto *decision = new QStandardItem(domain::label(answer.decision));
        decision->setData(
            static_cast<int>(answer.decision == domain::Decision::Granted ? Status::Granted : Status::Refused),
            statusRole);
        m_model->appendRow({new QStandardItem(answer.itemTitle), kind, decision});
    }
    m_answers->setVisible(!m_state.answers.empty());
    m_readBack->setVisible(!m_state.answers.empty());
    if (!m_state.answers.empty())
        m_answers->selectRow(0);
}

void SummaryView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SummaryView::retranslate()
{
    m_readBack->setText(tr("Answers"));
    m_readBack->setBuddy(m_answers);
    m_answers->setAccessibleName(tr("Answers"));
    m_save->setText(tr("Save (Enter, Ctrl+S)"));
    m_back->setText(tr("Back to the script (Backspace)"));
    m_discard->setText(tr("Close without a record (Ctrl+D)"));
    explain();
    fill();
}

} // namespace consent::ui
