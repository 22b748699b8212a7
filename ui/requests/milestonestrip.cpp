#include "ui/requests/milestonestrip.h"

#include "ui/common/icons.h"
#include "ui/common/tones.h"
#include "ui/common/typography.h"

#include <QEvent>
#include <QPainter>

namespace consent::ui {

using namespace Qt::StringLiterals;
using domain::RequestState;

namespace {

constexpr int dot = 18;

bool passed(const desk::RequestView &request)
{
    for (const desk::IdentityCheckRow &check : request.checks) {
        if (check.outcome == domain::IdentityOutcome::Passed)
            return true;
    }
    return false;
}

bool decided(const desk::RequestSummary &request)
{
    if (request.state == RequestState::Closed)
        return request.outcome == domain::RequestOutcome::Done || request.outcome == domain::RequestOutcome::Refused;
    return request.state == RequestState::Fulfilled || request.state == RequestState::Refused;
}

} // namespace

MilestoneStrip::MilestoneStrip(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"requestMilestones"_s);
}

void MilestoneStrip::setRequest(const desk::RequestView &request)
{
    m_request = request;
    describe();
}

void MilestoneStrip::describe()
{
    const desk::RequestSummary &summary = m_request.summary;
    const bool refused = summary.state == RequestState::Refused || summary.outcome == domain::RequestOutcome::Refused;
    QString verifiedOn;
    for (const desk::IdentityCheckRow &check : m_request.checks) {
        if (check.outcome == domain::IdentityOutcome::Passed)
            verifiedOn = koreanDate(check.at).toString(Qt::ISODate);
    }
    const QString last =
        m_request.timeline.empty() ? QString() : koreanDate(m_request.timeline.back().at).toString(Qt::ISODate);
    const bool over = summary.state == RequestState::Closed;
    const bool told = over && decided(summary);
    m_way = {
        Milestone{tr("Received"), koreanDate(summary.received).toString(Qt::ISODate), true},
        Milestone{tr("Verified"), verifiedOn, passed(m_request)},
        Milestone{refused ? tr("Refused") : tr("Done"), decided(summary) && !over ? last : QString(), decided(summary)},
        Milestone{over && !told ? tr("Over") : tr("Told"), over ? last : QString(), over}};
    QStringList spoken;
    for (const Milestone &milestone : m_way) {
        if (milestone.reached)
            spoken += milestone.word;
    }
    setAccessibleName(tr("How far it is"));
    setAccessibleDescription(spoken.join(u", "_s));
    update();
}

QSize MilestoneStrip::sizeHint() const
{
    return {52 * spacing, dot + 2 * QFontMetrics(smallFont()).height() + spacing};
}

void MilestoneStrip::paintEvent(QPaintEvent *)
{
    const Tones &tones = Tones::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(smallFont());
    const int lineHeight = painter.fontMetrics().height();
    const double step = static_cast<double>(width()) / static_cast<double>(m_way.size());
    for (std::size_t at = 0; at < m_way.size(); ++at) {
        const Milestone &milestone = m_way[at];
        const double middle = step * (static_cast<double>(at) + 0.5);
        if (at + 1 < m_way.size()) {
            painter.setPen(QPen(m_way[at + 1].reached ? tones.accent : tones.line, 2));
            painter.drawLine(QPointF(middle + dot / 2.0 + 4, dot / 2.0 + 1),
                             QPointF(middle + step - dot / 2.0 - 4, dot / 2.0 + 1));
        }
        const QRectF circle(middle - dot / 2.0, 1, dot, dot);
        painter.setPen(QPen(milestone.reached ? tones.accent : tones.edge, 1.5));
        painter.setBrush(milestone.reached ? tones.accent : tones.surface);
        painter.drawEllipse(circle);
        if (milestone.reached)
            paintIcon(painter, Icon::Check, circle.adjusted(3, 3, -3, -3), tones.onAccent);
        painter.setPen(milestone.reached ? tones.text : tones.muted);
        const QRectF words(middle - step / 2, dot + 3, step, lineHeight);
        painter.drawText(words, Qt::AlignCenter, milestone.word);
        painter.setPen(tones.muted);
        painter.drawText(words.translated(0, lineHeight), Qt::AlignCenter, milestone.date);
    }
}

void MilestoneStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

} // namespace consent::ui
