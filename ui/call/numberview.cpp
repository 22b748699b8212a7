#include "ui/call/numberview.h"

#include "ui/common/card.h"
#include "ui/common/formfield.h"
#include "ui/common/inlinenotice.h"
#include "ui/common/quietbusybar.h"
#include "ui/common/typography.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardWidth = 60 * spacing;
constexpr int numberHeight = 7 * spacing;
constexpr int longestNumber = 40; // with every separator and country code; a paste of anything longer is cut

} // namespace

NumberView::NumberView(QWidget *parent)
    : QWidget(parent)
    , m_interrupted(new InlineNotice(this))
    , m_title(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_number(new QLineEdit(this))
    , m_field(new FormField(m_number, this))
    , m_find(new QPushButton(this))
    , m_busy(new QuietBusyBar(this))
{
    setObjectName(u"numberView"_s);
    m_interrupted->setObjectName(u"interruptedCall"_s);
    m_number->setObjectName(u"callerNumber"_s);
    m_number->setFont(figureFont());
    m_number->setMaxLength(longestNumber);
    m_number->setMinimumHeight(numberHeight);
    m_number->setInputMethodHints(Qt::ImhDialableCharactersOnly);
    m_find->setObjectName(u"findCaller"_s);
    m_find->setAutoDefault(true);
    m_title->setFont(titleFont());
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);

    auto *card = new Card(this);
    card->setFixedWidth(cardWidth);
    auto *form = new QVBoxLayout(card);
    form->setContentsMargins(4 * spacing, 4 * spacing, 4 * spacing, 3 * spacing);
    form->setSpacing(2 * spacing);
    form->addWidget(m_title);
    form->addWidget(m_field);
    form->addWidget(m_busy);
    form->addWidget(m_find);
    form->addWidget(m_hint);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * spacing, 2 * spacing, 3 * spacing, 3 * spacing);
    column->addWidget(m_interrupted);
    column->addStretch(2);
    column->addWidget(card, 0, Qt::AlignHCenter);
    column->addStretch(3);

    connect(m_number, &QLineEdit::returnPressed, this, &NumberView::enter);
    connect(m_number, &QLineEdit::textEdited, this, [this] { m_field->setFault({}); });
    connect(m_find, &QPushButton::clicked, this, &NumberView::enter);
    connect(m_interrupted, &InlineNotice::actionTriggered, this, &NumberView::resumeRequested);
    retranslate();
}

void NumberView::setNumber(const QString &number)
{
    m_number->setText(number);
}
void NumberView::setFault(const QString &fault)
{
    m_field->setFault(fault);
}

void NumberView::setBusy(bool busy)
{
    m_busy->setBusy(busy);
    m_find->setEnabled(!busy);
}

void NumberView::offerInterrupted(const QString &sentence)
{
    m_offers = !sentence.isEmpty(); // closing the sentence does not take the offer away
    if (sentence.isEmpty())
        m_interrupted->dismiss();
    else
        m_interrupted->say(InlineNotice::Level::Warning, sentence, tr("Go on with that call (F9)"));
}

bool NumberView::offersInterrupted() const
{
    return !m_interrupted->isHidden();
}

void NumberView::focusNumber()
{
    m_number->setFocus(Qt::OtherFocusReason);
    m_number->selectAll();
}

void NumberView::enter()
{
    if (m_find->isEnabled())
        Q_EMIT numberEntered(m_number->text());
}

void NumberView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void NumberView::retranslate()
{
    m_title->setText(tr("Ready for the next call"));
    m_field->setLabel(tr("Caller's number"));
    m_find->setText(tr("Find the caller"));
    m_hint->setText(tr("Incoming calls fill in the number by themselves where the telephone is connected."));
}

} // namespace consent::ui
