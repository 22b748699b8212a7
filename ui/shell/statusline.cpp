#include "ui/shell/statusline.h"

#include "ui/common/keyline.h"
#include "ui/common/tones.h"
#include "ui/common/typography.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

/// "14:05" of today, "11-23 14:05" before.
QString sinceWhen(UtcTime time)
{
    const QString whole = koreanTimestamp(time); // "2026-11-23 14:05:09"
    return koreanDate(time) == koreanDate(SystemClock().now()) ? whole.mid(11, 5) : whole.mid(5, 11);
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
    , m_keys(new KeyLine(this))
    , m_user(new QLabel(this))
    , m_dot(new QLabel(u"●"_s, this))
    , m_sync(new QLabel(this))
{
    setObjectName(u"statusLine"_s);
    m_sync->setObjectName(u"syncState"_s);
    m_user->setObjectName(u"signedInUser"_s);
    for (QLabel *label : {m_user, m_sync, m_dot}) {
        label->setFont(smallFont());
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setTextFormat(Qt::PlainText);
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2 * spacing, 2, 2 * spacing, 2);
    row->setSpacing(spacing);
    row->addWidget(m_keys, 1);
    row->addWidget(m_user);
    row->addSpacing(spacing);
    row->addWidget(m_dot);
    row->addWidget(m_sync);
    setFixedHeight(5 * spacing);
    retranslate();
}

void StatusLine::setHints(const KeyHints &hints)
{
    m_keys->setHints(hints);
}
void StatusLine::setUser(const QString &user)
{
    m_user->setText(user);
}

void StatusLine::setSync(const desk::SyncView &sync)
{
    m_view = sync;
    retranslate();
}

void StatusLine::retranslate()
{
    const Tones &tones = Tones::of(palette());
    const bool well = m_view.online && m_view.lastError.isEmpty();
    m_dot->setForegroundRole(QPalette::WindowText);
    QPalette tinted = palette();
    tinted.setColor(QPalette::WindowText, well ? tones.good.ink : tones.caution.ink);
    m_dot->setPalette(tinted);
    const QString waiting = QLocale().toString(m_view.waiting);
    QString text = m_view.online ? tr("Online · %1 waiting").arg(waiting) : tr("Offline · %1 waiting").arg(waiting);
    if (m_view.waiting > 0 && m_view.since && !m_view.online)
        text = tr("Offline · %1 waiting since %2").arg(waiting, sinceWhen(*m_view.since));
    else if (m_view.online && m_view.needsAttention)
        text = tr("Online · needs attention");
    else if (m_view.online && m_view.catchingUp)
        text = tr("Online · fetching");
    m_sync->setText(text);
    QString more = m_view.lastError;
    if (more.isEmpty() && m_view.since)
        more = tr("Waiting since %1").arg(koreanTimestamp(*m_view.since));
    m_sync->setToolTip(more);
    m_sync->setAccessibleDescription(more);
}

void StatusLine::paintEvent(QPaintEvent *)
{
    const Tones &tones = Tones::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tones.surface);
    painter.fillRect(QRect(0, 0, width(), 1), tones.line);
}

void StatusLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
}

} // namespace consent::ui
