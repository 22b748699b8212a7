#include "ui/common/maskedlabel.h"

#include "ui/common/icons.h"
#include "ui/common/typography.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QTimerEvent>
#include <QToolButton>

namespace consent::ui {

using namespace Qt::StringLiterals;

MaskedLabel::MaskedLabel(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_eye(new QToolButton(this))
{
    m_text->setObjectName(u"maskedText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_eye->setObjectName(u"maskedReveal"_s);
    m_eye->setAutoRaise(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing / 2);
    row->addWidget(m_text);
    row->addWidget(m_eye);
    row->addStretch();
    connect(m_eye, &QToolButton::clicked, this, [this] {
        if (m_revealed)
            mask();
        else
            Q_EMIT revealRequested();
    });
    describe();
}

void MaskedLabel::setMasked(const QString &name, const QString &masked)
{
    m_name = name;
    m_masked = masked;
    mask();
}

void MaskedLabel::reveal(const QString &full, int seconds)
{
    m_text->setText(full);
    m_revealed = true;
    m_timer.start(seconds * 1000, this);
    describe();
}

void MaskedLabel::mask()
{
    m_timer.stop();
    m_revealed = false;
    m_text->setText(m_masked);
    describe();
}

QString MaskedLabel::text() const
{
    return m_text->text();
}

void MaskedLabel::describe()
{
    m_eye->setIcon(icon(m_revealed ? Icon::EyeOff : Icon::Eye));
    m_eye->setAccessibleName((m_revealed ? tr("Hide %1") : tr("Show %1")).arg(m_name));
    m_eye->setToolTip(m_eye->accessibleName());
    m_eye->setEnabled(!m_masked.isEmpty());
    m_text->setAccessibleName(m_name);
}

void MaskedLabel::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer.timerId())
        mask();
    else
        QWidget::timerEvent(event);
}

void MaskedLabel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

} // namespace consent::ui
