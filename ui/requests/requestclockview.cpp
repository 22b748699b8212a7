#include "ui/requests/requestclockview.h"

#include "ui/common/typography.h"
#include "ui/requests/requestwords.h"

#include <QEvent>
#include <QPainter>

namespace consent::ui {

namespace {

constexpr double clockPoints = 34;
constexpr int iconSide = 28;

QFont clockFont()
{
    QFont font = figureFont();
    font.setPointSizeF(clockPoints);
    return font;
}

} // namespace

RequestClockView::RequestClockView(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("requestClock"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void RequestClockView::setRequest(const desk::RequestSummary &request)
{
    m_request = request;
    describe();
}

QString RequestClockView::figure() const
{
    return m_request ? clockFigure(*m_request) : QString();
}

QSize RequestClockView::sizeHint() const
{
    const int figureWidth = QFontMetrics(clockFont()).horizontalAdvance(figure()) + iconSide + 2 * spacing;
    const int lineWidth = m_request ? QFontMetrics(smallFont()).horizontalAdvance(clockLine(*m_request)) : 0;
    return {std::max(figureWidth, lineWidth) + spacing,
            QFontMetrics(clockFont()).height() + QFontMetrics(smallFont()).height() + spacing / 2};
}

void RequestClockView::paintEvent(QPaintEvent *)
{
    if (!m_request)
        return;
    const Urgency urgency = urgencyOf(*m_request);
    const Tones &tones = Tones::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(clockFont());
    const int figureHeight = painter.fontMetrics().height();
    const int figureWidth = painter.fontMetrics().horizontalAdvance(figure());
    const QColor ink = urgency == Urgency::Calm ? tones.text : toneOf(urgency, tones).ink;
    painter.setPen(ink);
    painter.drawText(QRect(0, 0, width(), figureHeight), Qt::AlignRight | Qt::AlignVCenter, figure());
    paintIcon(painter, iconOf(urgency),
              QRectF(width() - figureWidth - iconSide - spacing, (figureHeight - iconSide) / 2.0, iconSide, iconSide),
              ink);
    painter.setFont(smallFont());
    painter.setPen(urgency == Urgency::Calm ? tones.muted : ink);
    painter.drawText(QRect(0, figureHeight, width(), height() - figureHeight), Qt::AlignRight | Qt::AlignTop,
                     clockLine(*m_request));
}

void RequestClockView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

void RequestClockView::describe()
{
    if (!m_request)
        return;
    setAccessibleName(tr("Clock"));
    setAccessibleDescription(figure() + QStringLiteral(", ") + clockLine(*m_request));
    updateGeometry();
    update();
}

} // namespace consent::ui
