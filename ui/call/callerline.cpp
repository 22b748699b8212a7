#include "ui/call/callerline.h"

#include "ui/common/statuschip.h"
#include "ui/common/tones.h"
#include "ui/common/typography.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int lineHeight = 7 * spacing;
constexpr int secondsPerMinute = 60;
constexpr int spelledOut = 3;

} // namespace

CallerLine::CallerLine(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLabel(this))
    , m_phone(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_optOuts(new StatusChip(Status::OptedOut, this))
    , m_requests(new StatusChip(Status::Waiting, this))
    , m_warning(new QLabel(this))
    , m_time(new QLabel(this))
{
    setObjectName(u"callerLine"_s);
    m_name->setObjectName(u"callerName"_s);
    m_name->setFont(titleFont());
    m_phone->setObjectName(u"callerPhone"_s);
    m_facts->setObjectName(u"callerFacts"_s);
    m_warning->setObjectName(u"callerWarning"_s);
    m_time->setObjectName(u"callTime"_s);
    m_time->setFont(titleFont());
    for (QLabel *label : {m_name, m_phone, m_facts, m_warning, m_time})
        label->setTextFormat(Qt::PlainText);
    m_optOuts->setObjectName(u"callerOptOuts"_s);
    m_optOuts->hide();
    m_requests->setObjectName(u"callerRequests"_s);
    m_requests->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(3 * spacing, 0, 3 * spacing, 0);
    row->setSpacing(2 * spacing);
    for (QWidget *part :
         {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_phone), static_cast<QWidget *>(m_facts),
          static_cast<QWidget *>(m_optOuts), static_cast<QWidget *>(m_requests), static_cast<QWidget *>(m_warning)})
        row->addWidget(part);
    row->addStretch();
    row->addWidget(m_time);
    setFixedHeight(lineHeight);
    retint();
}

void CallerLine::showNumber(const QString &groupedNumber)
{
    clear();
    m_name->setText(tr("Who is calling?"));
    m_phone->setText(groupedNumber);
    setAccessibleName(u"%1 %2"_s.arg(m_name->text(), groupedNumber));
}

void CallerLine::showCall(const desk::CallState &state)
{
    m_name->setText(state.subject.name);
    m_phone->setText(state.subject.maskedPhone);
    QStringList facts{state.newSubject ? tr("New customer") : domain::label(state.subject.membership)};
    if (state.under14)
        facts += state.guardianName.isEmpty() ? tr("Under 14") : tr("Under 14, guardian %1").arg(state.guardianName);
    m_facts->setText(facts.join(u" · "_s));
    showOptOuts(state);
    setAccessibleName(u"%1 %2 %3"_s.arg(m_name->text(), m_phone->text(), m_facts->text()));
}

void CallerLine::showOptOuts(const desk::CallState &state)
{
    QStringList optedOut;
    for (const desk::ItemState &item : state.items) {
        if (item.status == domain::ConsentStatus::OptedOut)
            optedOut += item.channel == domain::Channel::None ? item.title : domain::label(item.channel);
    }
    optedOut.removeDuplicates();
    m_optOuts->setVisible(!optedOut.isEmpty());
    if (optedOut.isEmpty())
        return;
    const QString named = optedOut.size() > spelledOut
                              ? tr("%1 and %2 more").arg(optedOut.first()).arg(optedOut.size() - 1)
                              : optedOut.join(u", "_s);
    m_optOuts->setStatus(Status::OptedOut, tr("Opted out: %1").arg(named));
    m_optOuts->setToolTip(optedOut.join(u", "_s));
}

void CallerLine::setRequests(const QString &words, bool overdue)
{
    m_requests->setStatus(overdue ? Status::Invalidated : Status::Waiting, words);
    m_requests->setVisible(!words.isEmpty());
}

void CallerLine::clear()
{
    m_optOuts->hide();
    m_requests->hide();
    for (QLabel *label : {m_name, m_phone, m_facts, m_warning, m_time})
        label->clear();
}

void CallerLine::setWarning(const QString &warning)
{
    m_warning->setText(warning.isEmpty() ? QString() : u"⚠ "_s + warning);
}

void CallerLine::setElapsed(int seconds)
{
    const QChar zero(u'0');
    m_time->setText(
        u"%1:%2"_s.arg(seconds / secondsPerMinute, 2, 10, zero).arg(seconds % secondsPerMinute, 2, 10, zero));
    m_time->setAccessibleName(tr("Time on the line %1").arg(m_time->text()));
}

void CallerLine::retint()
{
    const Tones &tones = Tones::of(palette());
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, tones.muted);
    m_phone->setPalette(muted);
    m_facts->setPalette(muted);
    QPalette caution = palette();
    caution.setColor(QPalette::WindowText, tones.caution.ink);
    m_warning->setPalette(caution);
}

void CallerLine::paintEvent(QPaintEvent *)
{
    const Tones &tones = Tones::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tones.surface);
    painter.fillRect(0, height() - 1, width(), 1, tones.line);
}

void CallerLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        retint();
    QWidget::changeEvent(event);
}

} // namespace consent::ui
