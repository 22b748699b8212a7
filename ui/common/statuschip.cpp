#include "ui/common/statuschip.h"

#include "ui/common/typography.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPainter>

namespace consent::ui {

namespace {

constexpr int iconSide = 14;
constexpr int chipHeight = 24;
constexpr int padding = spacing;

QFont chipFont()
{
    QFont font = smallFont();
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

QString statusWord(Status status)
{
    switch (status) {
    case Status::None:
        return StatusChip::tr("None");
    case Status::Granted:
        return StatusChip::tr("Granted");
    case Status::Refused:
        return StatusChip::tr("Refused");
    case Status::Withdrawn:
        return StatusChip::tr("Withdrawn");
    case Status::OptedOut:
        return StatusChip::tr("Opted out");
    case Status::Frozen:
        return StatusChip::tr("Frozen");
    case Status::Expired:
        return StatusChip::tr("Expired");
    case Status::Invalidated:
        return StatusChip::tr("Invalidated");
    case Status::Waiting:
        return StatusChip::tr("Waiting");
    case Status::NoRecording:
        return StatusChip::tr("No recording");
    }
    Q_UNREACHABLE();
}

Icon statusIcon(Status status)
{
    switch (status) {
    case Status::None:
        return Icon::Dash;
    case Status::Granted:
        return Icon::Check;
    case Status::Refused:
        return Icon::Cross;
    case Status::Withdrawn:
        return Icon::Undo;
    case Status::OptedOut:
        return Icon::OptOut;
    case Status::Frozen:
        return Icon::Snowflake;
    case Status::Expired:
        return Icon::Hourglass;
    case Status::Invalidated:
        return Icon::Void;
    case Status::Waiting:
        return Icon::Clock;
    case Status::NoRecording:
        return Icon::MicrophoneOff;
    }
    Q_UNREACHABLE();
}

QSize chipSize(const QString &word)
{
    return {padding + iconSide + padding / 2 + QFontMetrics(chipFont()).horizontalAdvance(word) + padding, chipHeight};
}

QRect paintChip(QPainter &painter, const QRect &rect, Status status, const QString &word, const QPalette &palette)
{
    const Tone tone = Tones::of(palette).status(status);
    QRect chip(QPoint(0, 0), chipSize(word));
    chip.setWidth(qMin(chip.width(), rect.width()));
    chip.moveTopLeft({rect.left(), rect.center().y() - chipHeight / 2 + 1});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone.ground);
    painter.drawRoundedRect(chip, chipHeight / 2.0, chipHeight / 2.0);
    const QRectF image(chip.left() + padding, chip.center().y() - iconSide / 2.0 + 0.5, iconSide, iconSide);
    paintIcon(painter, statusIcon(status), image, tone.ink);
    painter.setPen(tone.ink);
    painter.setFont(chipFont());
    const int left = padding + iconSide + padding / 2;
    const QRect words = chip.adjusted(left, 0, -padding / 2, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(chipFont()).elidedText(word, Qt::ElideRight, words.width()));
    painter.restore();
    return chip;
}

StatusChip::StatusChip(Status status, QWidget *parent)
    : QWidget(parent)
    , m_status(status)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    describe();
}

void StatusChip::setStatus(Status status, const QString &word)
{
    m_status = status;
    m_word = word;
    describe();
}

QString StatusChip::word() const
{
    return m_word.isEmpty() ? statusWord(m_status) : m_word;
}
QSize StatusChip::sizeHint() const
{
    return chipSize(word());
}

void StatusChip::describe()
{
    setAccessibleName(word());
    updateGeometry();
    update();
}

void StatusChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(painter, rect(), m_status, word(), palette());
}

void StatusChip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

} // namespace consent::ui
