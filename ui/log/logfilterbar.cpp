#include "ui/log/logfilterbar.h"

#include "ui/common/typography.h"

#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int weekDays = 7;
constexpr int monthDays = 30;

QComboBox *makeCombo(QWidget *parent, const QString &name)
{
    auto *combo = new QComboBox(parent);
    combo->setObjectName(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return combo;
}

QDateEdit *makeDate(QWidget *parent, const QString &name)
{
    auto *edit = new QDateEdit(parent);
    edit->setObjectName(name);
    edit->setDisplayFormat(u"yyyy-MM-dd"_s);
    edit->setCalendarPopup(true);
    edit->hide();
    return edit;
}

/// Fills a combo box anew and keeps its choice by value.
class Refill
{
public:
    explicit Refill(QComboBox *combo)
        : m_combo(combo)
        , m_blocker(combo)
        , m_chosen(combo->currentData())
    {
        combo->clear();
    }
    ~Refill() { m_combo->setCurrentIndex(std::max(0, m_combo->findData(m_chosen))); }
    Q_DISABLE_COPY_MOVE(Refill)

private:
    QComboBox *m_combo;
    QSignalBlocker m_blocker;
    QVariant m_chosen;
};

} // namespace

LogFilterBar::LogFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_period(makeCombo(this, u"logPeriod"_s))
    , m_from(makeDate(this, u"logFrom"_s))
    , m_to(makeDate(this, u"logTo"_s))
    , m_agent(makeCombo(this, u"logAgent"_s))
    , m_item(makeCombo(this, u"logItem"_s))
    , m_decision(makeCombo(this, u"logDecision"_s))
    , m_method(makeCombo(this, u"logMethod"_s))
    , m_today(QDate::currentDate())
{
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(spacing);
    m_grid->setVerticalSpacing(spacing / 2);
    for (QWidget *field :
         {static_cast<QWidget *>(m_period), static_cast<QWidget *>(m_from), static_cast<QWidget *>(m_to),
          static_cast<QWidget *>(m_agent), static_cast<QWidget *>(m_item), static_cast<QWidget *>(m_decision),
          static_cast<QWidget *>(m_method)})
        addField(field);
    m_grid->setColumnStretch(m_grid->columnCount(), 1);
    m_labels[m_from]->hide();
    m_labels[m_to]->hide();
    retranslate();
    setToday(m_today);
    for (QComboBox *combo : {m_agent, m_item, m_decision, m_method})
        connect(combo, &QComboBox::currentIndexChanged, this, &LogFilterBar::changed);
    connect(m_period, &QComboBox::currentIndexChanged, this, &LogFilterBar::applyPeriod);
    for (QDateEdit *edit : {m_from, m_to}) {
        edit->setKeyboardTracking(false);
        connect(edit, &QDateEdit::dateChanged, this, &LogFilterBar::changed);
    }
}

/// A combo box tells assistive technology its current text, so that its name has to come from a label.
void LogFilterBar::addField(QWidget *field)
{
    auto *label = new QLabel(this);
    label->setFont(smallFont());
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setBuddy(field);
    field->setMinimumHeight(minimumTarget);
    const int column = m_grid->columnCount();
    m_grid->addWidget(label, 0, column);
    m_grid->addWidget(field, 1, column);
    m_labels.insert(field, label);
}

void LogFilterBar::name(QWidget *field, const QString &text)
{
    m_labels[field]->setText(text);
    field->setAccessibleName(text);
}

void LogFilterBar::setToday(QDate today)
{
    m_today = today;
    const QSignalBlocker from(m_from);
    const QSignalBlocker to(m_to);
    if (!m_from->isVisibleTo(this)) {
        m_from->setDate(today.addDays(1 - monthDays));
        m_to->setDate(today);
    }
}

desk::LogFilter LogFilterBar::filter() const
{
    desk::LogFilter filter;
    switch (static_cast<Period>(m_period->currentData().toInt())) {
    case AllTime:
        break;
    case Today:
        filter.from = filter.to = m_today;
        break;
    case LastWeek:
        filter.from = m_today.addDays(1 - weekDays);
        filter.to = m_today;
        break;
    case LastMonth:
        filter.from = m_today.addDays(1 - monthDays);
        filter.to = m_today;
        break;
    case Between:
        filter.from = std::min(m_from->date(), m_to->date());
        filter.to = std::max(m_from->date(), m_to->date());
        break;
    }
    filter.agent = UserId::fromString(m_agent->currentData().toString());
    filter.item = m_item->currentData().toString();
    filter.decision = domain::fromCode<domain::Decision>(m_decision->currentData().toString());
    filter.method = domain::fromCode<domain::CaptureMethod>(m_method->currentData().toString());
    return filter;
}

void LogFilterBar::setChoices(const desk::LogChoices &choices)
{
    m_choices = choices;
    {
        const Refill refill(m_agent);
        m_agent->addItem(tr("All agents"), QString());
        for (const desk::LogChoices::Agent &agent : choices.agents)
            m_agent->addItem(agent.name, agent.id.toString());
    }
    const Refill refill(m_item);
    m_item->addItem(tr("All items"), QString());
    for (const desk::LogChoices::Item &item : choices.items)
        m_item->addItem(item.title, item.code);
}

void LogFilterBar::clear()
{
    {
        const QSignalBlocker period(m_period);
        const QSignalBlocker agent(m_agent);
        const QSignalBlocker item(m_item);
        const QSignalBlocker decision(m_decision);
        const QSignalBlocker method(m_method);
        for (QComboBox *combo : {m_period, m_agent, m_item, m_decision, m_method})
            combo->setCurrentIndex(0);
    }
    applyPeriod();
}

void LogFilterBar::focusFirst()
{
    m_period->setFocus(Qt::ShortcutFocusReason);
}

void LogFilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LogFilterBar::retranslate()
{
    {
        const Refill period(m_period);
        m_period->addItem(tr("All time"), AllTime);
        m_period->addItem(tr("Today"), Today);
        m_period->addItem(tr("Last 7 days"), LastWeek);
        m_period->addItem(tr("Last 30 days"), LastMonth);
        m_period->addItem(tr("From … to …"), Between);
    }
    setChoices(m_choices);
    offerDecisions();
    offerMethods();
    name(m_period, tr("Period"));
    name(m_from, tr("First day"));
    name(m_to, tr("Last day"));
    name(m_agent, tr("Agent"));
    name(m_item, tr("Consent item"));
    name(m_decision, tr("Decision"));
    name(m_method, tr("Method"));
}

void LogFilterBar::offerDecisions()
{
    const Refill decision(m_decision);
    m_decision->addItem(tr("All decisions"), QString());
    for (const domain::Decision value : {domain::Decision::Granted, domain::Decision::Refused})
        m_decision->addItem(domain::label(value), domain::toCode(value));
}

void LogFilterBar::offerMethods()
{
    const Refill method(m_method);
    m_method->addItem(tr("All methods"), QString());
    for (const domain::CaptureMethod value :
         {domain::CaptureMethod::PhoneRead, domain::CaptureMethod::PhoneWeb, domain::CaptureMethod::Counter,
          domain::CaptureMethod::WebReturn, domain::CaptureMethod::PostReturn})
        m_method->addItem(domain::label(value), domain::toCode(value));
}

void LogFilterBar::applyPeriod()
{
    const bool between = m_period->currentData().toInt() == Between;
    for (QWidget *field : {m_from, m_to}) {
        field->setVisible(between);
        m_labels[field]->setVisible(between);
    }
    changed();
}

void LogFilterBar::changed()
{
    Q_EMIT filterChanged(filter());
}

} // namespace consent::ui
