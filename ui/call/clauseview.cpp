#include "ui/call/clauseview.h"

#include "ui/common/inlinenotice.h"
#include "ui/common/tones.h"
#include "ui/common/typography.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextEdit>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int charactersPerLine = 34;
constexpr int answerHeight = 6 * spacing;
constexpr int lineHeightPercent = 138;

QPushButton *makeAnswer(QWidget *parent, const QString &name)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(name);
    button->setMinimumHeight(answerHeight);
    button->setMinimumWidth(26 * spacing);
    QFont font = button->font();
    font.setPointSizeF(basePoints + 2.5);
    button->setFont(font);
    // Keys answer wherever the focus is; a button that took the focus would take Space away from "next".
    button->setFocusPolicy(Qt::NoFocus);
    return button;
}

} // namespace

ClauseView::ClauseView(QWidget *parent)
    : QWidget(parent)
    , m_heading(new QLabel(this))
    , m_kind(new QLabel(this))
    , m_text(new QTextEdit(this))
    , m_legend(new QLabel(this))
    , m_more(new QLabel(this))
    , m_warning(new InlineNotice(this))
    , m_yes(makeAnswer(this, u"answerYes"_s))
    , m_no(makeAnswer(this, u"answerNo"_s))
    , m_next(makeAnswer(this, u"nextClause"_s))
    , m_given(new QLabel(this))
{
    setObjectName(u"clauseView"_s);
    m_heading->setObjectName(u"clauseHeading"_s);
    m_heading->setFont(titleFont());
    m_heading->setTextFormat(Qt::PlainText);
    m_kind->setObjectName(u"clauseKind"_s);
    m_warning->setObjectName(u"clauseWarning"_s);
    m_given->setObjectName(u"clauseAnswer"_s);
    m_more->setObjectName(u"clauseMore"_s);
    m_legend->setFont(smallFont());
    m_more->setFont(smallFont());
    m_more->setAlignment(Qt::AlignRight);
    for (QLabel *quiet : {m_kind, m_legend, m_more})
        quiet->setForegroundRole(QPalette::PlaceholderText);
    m_text->setObjectName(u"clauseText"_s);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::NoTextInteraction);
    m_text->setAttribute(Qt::WA_InputMethodEnabled, false); // keys answer; there is nothing to compose
    m_text->setFocusPolicy(Qt::StrongFocus);
    m_text->setFrameStyle(QFrame::NoFrame);
    m_text->setFont(clauseFont());
    m_text->document()->setDocumentMargin(0);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *top = new QHBoxLayout;
    top->addWidget(m_heading);
    top->addWidget(m_kind);
    top->addStretch();
    top->addWidget(m_given);
    auto *below = new QHBoxLayout;
    below->addWidget(m_legend);
    below->addStretch();
    below->addWidget(m_more);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(2 * spacing);
    answers->addStretch();
    answers->addWidget(m_yes);
    answers->addWidget(m_no);
    answers->addWidget(m_next);
    answers->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4 * spacing, 2 * spacing, 4 * spacing, 2 * spacing);
    column->setSpacing(spacing + spacing / 2);
    column->addLayout(top);
    column->addWidget(m_text, 1, Qt::AlignHCenter);
    column->addLayout(below);
    column->addLayout(answers);
    column->addWidget(m_warning);

    connect(m_yes, &QPushButton::clicked, this, [this] { Q_EMIT answered(domain::Decision::Granted); });
    connect(m_no, &QPushButton::clicked, this, [this] { Q_EMIT answered(domain::Decision::Refused); });
    connect(m_next, &QPushButton::clicked, this, &ClauseView::nextRequested);
    connect(m_text->verticalScrollBar(), &QScrollBar::rangeChanged, this, &ClauseView::showMore);
    connect(m_text->verticalScrollBar(), &QScrollBar::valueChanged, this, &ClauseView::showMore);
    retranslate();
}

void ClauseView::showClause(const desk::CurrentClause &clause)
{
    const bool another = clause.id != m_clause.id;
    m_clause = clause;
    m_heading->setText(clause.heading);
    write();
    if (another)
        m_text->verticalScrollBar()->setValue(0);
    m_yes->setVisible(clause.asks);
    m_no->setVisible(clause.asks);
    m_next->setVisible(!clause.asks);
    labelAnswers();
    showAnswer();
    showMore();
}

void ClauseView::showAnswer()
{
    m_kind->setText(m_clause.itemTitle.isEmpty() ? QString() : m_clause.mandatory ? tr("Mandatory") : tr("Optional"));
    const Tones &tones = Tones::of(palette());
    QPalette colours = palette();
    if (m_clause.answer)
        colours.setColor(
            QPalette::WindowText,
            tones.status(*m_clause.answer == domain::Decision::Granted ? Status::Granted : Status::Refused).ink);
    m_given->setPalette(colours);
    m_given->setText(!m_clause.answer                                ? QString()
                     : *m_clause.answer == domain::Decision::Granted ? u"✓ "_s + tr("Answered: yes")
                                                                     : u"✕ "_s + tr("Answered: no"));
}

void ClauseView::write()
{
    const Tones &tones = Tones::of(palette());
    m_text->clear();
    QTextCursor cursor(m_text->document());
    QTextBlockFormat block;
    block.setLineHeight(lineHeightPercent, QTextBlockFormat::ProportionalHeight);
    block.setBottomMargin(spacing + spacing / 2);
    QString whole;
    bool adaptable = false;
    for (const desk::ClauseSegment &segment : m_clause.text) {
        QTextCharFormat letters;
        letters.setForeground(segment.adaptable ? tones.muted : tones.text);
        if (!whole.isEmpty())
            cursor.insertBlock();
        cursor.setBlockFormat(block);
        cursor.insertText(segment.text, letters);
        whole += (whole.isEmpty() ? QString() : u"\n"_s) + segment.text;
        adaptable = adaptable || segment.adaptable;
    }
    m_text->setAccessibleName(tr("Clause to read"));
    m_text->setAccessibleDescription(whole);
    m_legend->setText(adaptable ? tr("Lighter text may be said in your own words.") : tr("Read as it stands."));
}

/// At most 34 Hangul a line, however wide the window is.
void ClauseView::fitWidth()
{
    const int line = QFontMetrics(m_text->font()).horizontalAdvance(u'가') * charactersPerLine;
    const QMargins margins = layout()->contentsMargins();
    const int scrollBar = m_text->verticalScrollBar()->sizeHint().width();
    m_text->setFixedWidth(std::clamp(width() - margins.left() - margins.right(), 0, line + scrollBar));
}

void ClauseView::showMore()
{
    const QScrollBar *bar = m_text->verticalScrollBar();
    m_more->setText(bar->value() < bar->maximum() ? tr("More below (Page Down)") : QString());
}

void ClauseView::setWarnings(const std::vector<QString> &warnings)
{
    QStringList lines(warnings.begin(), warnings.end());
    if (lines.isEmpty())
        m_warning->dismiss();
    else
        m_warning->say(InlineNotice::Level::Warning, lines.join(u'\n'));
}

void ClauseView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitWidth();
}

void ClauseView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ClauseView::labelAnswers()
{
    // A question that is no consent (is it this person?) is answered with yes or no.
    const bool consent = !m_clause.itemTitle.isEmpty();
    m_yes->setText(consent ? tr("Y   Agrees") : tr("Y   Yes"));
    m_no->setText(consent ? tr("N   Does not agree") : tr("N   No"));
    m_next->setText(tr("Space   Next"));
    m_yes->setAccessibleName(consent ? tr("Agrees") : tr("Yes"));
    m_no->setAccessibleName(consent ? tr("Does not agree") : tr("No"));
    m_next->setAccessibleName(tr("Next clause"));
}

void ClauseView::retranslate()
{
    labelAnswers();
    showAnswer();
    write();
}

} // namespace consent::ui
