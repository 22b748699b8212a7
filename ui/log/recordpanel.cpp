#include "ui/log/recordpanel.h"

#include "ui/common/statusdelegate.h"
#include "ui/common/statusof.h"
#include "ui/common/tones.h"
#include "ui/common/typography.h"
#include "ui/log/logmodel.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int factsWidth = 432;
constexpr int hashGroup = 8;
constexpr int statusRole = Qt::UserRole;

QTableView *makeTable(QWidget *parent, QStandardItemModel *model, const QString &name)
{
    auto *table = new QTableView(parent);
    table->setObjectName(name);
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(minimumTarget);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return table;
}

void fitColumns(QTableView &table)
{
    table.horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table.horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    if (table.model()->rowCount() > 0)
        table.selectRow(0);
}

/// "02:14.5": minutes, seconds and tenths since the contact began.
QString positionText(qint64 ms)
{
    const QChar zero(u'0');
    const qint64 tenths = ms / 100;
    return u"%1:%2.%3"_s.arg(tenths / 600, 2, 10, zero).arg(tenths / 10 % 60, 2, 10, zero).arg(tenths % 10);
}

/// In groups, so that two people can compare it on the phone.
QString grouped(const QString &hash)
{
    QStringList groups;
    for (qsizetype at = 0; at < hash.size(); at += hashGroup)
        groups += hash.mid(at, hashGroup);
    return groups.join(u' ');
}

QStandardItem *cell(const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    return item;
}

} // namespace

RecordPanel::RecordPanel(QWidget *parent)
    : QWidget(parent)
    , m_facts(new QGridLayout)
    , m_title(new QLabel(this))
    , m_proof(new QLabel(this))
    , m_remarks(new QLabel(this))
    , m_answersTitle(new QLabel(this))
    , m_clausesTitle(new QLabel(this))
    , m_answerModel(new QStandardItemModel(this))
    , m_clauseModel(new QStandardItemModel(this))
    , m_answers(makeTable(this, m_answerModel, u"recordAnswers"_s))
    , m_clauses(makeTable(this, m_clauseModel, u"recordClauses"_s))
{
    m_answers->setItemDelegateForColumn(1, new StatusDelegate(statusRole, m_answers));
    m_title->setObjectName(u"recordTitle"_s);
    m_title->setFont(titleFont());
    m_proof->setObjectName(u"recordProof"_s);
    m_remarks->setObjectName(u"recordRemarks"_s);
    for (QLabel *text : {m_proof, m_remarks}) {
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
    }
    m_answersTitle->setBuddy(m_answers);
    m_clausesTitle->setBuddy(m_clauses);
    for (const char *name :
         {QT_TR_NOOP("Time"), QT_TR_NOOP("Customer"), QT_TR_NOOP("Agent"), QT_TR_NOOP("Method"), QT_TR_NOOP("Notice"),
          QT_TR_NOOP("Script"), QT_TR_NOOP("Receipt"), QT_TR_NOOP("Device"), QT_TR_NOOP("Event"), QT_TR_NOOP("Hash")})
        addFact(name);
    arrange();
    retranslate();
}

void RecordPanel::addFact(const char *name)
{
    auto *label = new QLabel(this);
    label->setForegroundRole(QPalette::PlaceholderText);
    auto *value = new QLabel(this);
    value->setObjectName(u"record"_s + QString::fromLatin1(name));
    value->setWordWrap(true);
    value->setTextFormat(Qt::PlainText);
    const int row = static_cast<int>(m_rows.size());
    m_facts->addWidget(label, row, 0, Qt::AlignTop);
    m_facts->addWidget(value, row, 1);
    m_rows.push_back({name, label, value});
}

void RecordPanel::arrange()
{
    m_facts->setHorizontalSpacing(2 * spacing);
    m_facts->setVerticalSpacing(spacing);
    m_facts->setColumnStretch(1, 1);
    auto *facts = new QWidget(this);
    facts->setFixedWidth(factsWidth);
    auto *left = new QVBoxLayout(facts);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(2 * spacing);
    left->addWidget(m_title);
    left->addWidget(m_proof);
    left->addLayout(m_facts);
    left->addWidget(m_remarks);
    left->addStretch();
    auto *right = new QVBoxLayout;
    right->setSpacing(spacing);
    right->addWidget(m_answersTitle);
    right->addWidget(m_answers, 1);
    right->addSpacing(spacing);
    right->addWidget(m_clausesTitle);
    right->addWidget(m_clauses, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(3 * spacing);
    row->addWidget(facts);
    row->addLayout(right, 1);
}

void RecordPanel::retranslate()
{
    for (const Fact &fact : m_rows) {
        fact.label->setText(tr(fact.name));
        fact.value->setAccessibleName(tr(fact.name));
    }
    m_answersTitle->setText(tr("Answers"));
    m_clausesTitle->setText(tr("Clauses as read"));
    m_answers->setAccessibleName(tr("Answers"));
    m_clauses->setAccessibleName(tr("Clauses as read"));
    m_answerModel->setHorizontalHeaderLabels({tr("Consent item"), tr("Decision"), tr("Answered at")});
    m_clauseModel->setHorizontalHeaderLabels({tr("Clause"), tr("From"), tr("Until"), tr("Seconds"), tr("Remark")});
    if (m_record)
        showRecord(desk::RecordView(*m_record));
}

void RecordPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        retint();
    QWidget::changeEvent(event);
}

void RecordPanel::focusFirst()
{
    m_answers->setFocus(Qt::OtherFocusReason);
}

void RecordPanel::showLoading()
{
    m_record.reset();
    m_title->clear();
    m_proof->setText(tr("Opening the record…"));
    m_remarks->hide();
    for (const Fact &fact : m_rows)
        fact.value->clear();
    m_answerModel->setRowCount(0);
    m_clauseModel->setRowCount(0);
    retint();
}

void RecordPanel::showError(const QString &message)
{
    showLoading();
    m_proof->setText(message);
}

void RecordPanel::showRecord(const desk::RecordView &record)
{
    m_record = record;
    m_title->setText(logOutcome(record.row));
    m_proof->setText((record.verified ? u"✓ "_s : u"✕ "_s) + record.verification);
    QStringList remarks;
    for (const QString &flag : record.flags)
        remarks += u"⚠ "_s + flag;
    m_remarks->setText(remarks.join(u'\n'));
    m_remarks->setVisible(!remarks.isEmpty());
    retint();
    fillFacts(record);
    fillAnswers(record);
    fillClauses(record);
}

void RecordPanel::retint()
{
    const Tones &tones = Tones::of(palette());
    QPalette proof = palette();
    if (m_record)
        proof.setColor(QPalette::WindowText, m_record->verified ? tones.good.ink : tones.danger.ink);
    m_proof->setPalette(proof);
    QPalette remarks = palette();
    remarks.setColor(QPalette::WindowText, tones.caution.ink);
    m_remarks->setPalette(remarks);
}

void RecordPanel::fillFacts(const desk::RecordView &record)
{
    const QStringList values{koreanTimestamp(record.row.at),
                             u"%1  %2"_s.arg(record.subjectMaskedName, record.maskedPhone).trimmed(),
                             record.row.agentName,
                             domain::label(record.row.method),
                             record.noticeLine,
                             record.scriptLine,
                             record.row.receipt,
                             tr("%1, number %2").arg(record.device, QLocale().toString(record.sequence)),
                             record.row.event.toString(),
                             grouped(record.eventHash)};
    for (size_t at = 0; at < m_rows.size(); ++at) {
        const QString &value = values.at(static_cast<qsizetype>(at));
        m_rows[at].value->setText(value.isEmpty() ? u"–"_s : value);
    }
}

void RecordPanel::fillAnswers(const desk::RecordView &record)
{
    m_answerModel->setRowCount(0);
    for (const desk::AnswerRow &answer : record.answers) {
        QStandardItem *decision = cell(domain::label(answer.decision));
        const auto status = answer.decision == domain::Decision::Granted ? Status::Granted : Status::Refused;
        decision->setData(static_cast<int>(status), statusRole);
        m_answerModel->appendRow(
            {cell(answer.mandatory ? tr("%1 (mandatory)").arg(answer.itemTitle) : answer.itemTitle), decision,
             cell(positionText(answer.answeredMs))});
    }
    fitColumns(*m_answers);
}

void RecordPanel::fillClauses(const desk::RecordView &record)
{
    m_clauseModel->setRowCount(0);
    for (const desk::RecordView::Clause &clause : record.clauses) {
        const double seconds = double(clause.endMs - clause.startMs) / 1000.0;
        m_clauseModel->appendRow({cell(clause.heading), cell(positionText(clause.startMs)),
                                  cell(positionText(clause.endMs)), cell(QLocale().toString(seconds, 'f', 1)),
                                  cell(clause.tooFast ? u"⚠ "_s + tr("Read too fast") : QString())});
    }
    fitColumns(*m_clauses);
}

} // namespace consent::ui
