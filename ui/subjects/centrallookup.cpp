#include "ui/subjects/centrallookup.h"

#include "ui/common/tones.h"
#include "ui/common/typography.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;
using desk::LookUpReason;

CentralLookUp::CentralLookUp(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
{
    setObjectName(u"centralLookUp"_s);
    m_text->setObjectName(u"centralLookUpText"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing);
    for (std::size_t i = 0; i < m_reasons.size(); ++i) {
        m_reasons[i] = new QPushButton(this);
        m_reasons[i]->setObjectName(u"centralReason%1"_s.arg(i + 1));
        m_reasons[i]->setMinimumHeight(minimumTarget);
        connect(m_reasons[i], &QPushButton::clicked, this, [this, i] { ask(static_cast<LookUpReason>(i)); });
        row->addWidget(m_reasons[i]);
    }
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacing, spacing, 2 * spacing, spacing);
    column->setSpacing(spacing);
    column->addWidget(m_text);
    column->addLayout(row);
    retranslate();
    hide();
}

void CentralLookUp::offer(bool askable)
{
    if (m_asking)
        return;
    m_askable = askable;
    retranslate();
    setVisible(askable);
}

bool CentralLookUp::begin()
{
    if (!m_askable || m_asking)
        return false;
    m_reasons.front()->setFocus(Qt::ShortcutFocusReason);
    return true;
}

void CentralLookUp::ask(LookUpReason reason)
{
    if (m_askable && !m_asking)
        Q_EMIT asked(reason);
}

void CentralLookUp::showAsking()
{
    m_asking = true;
    retranslate();
}

void CentralLookUp::showAnswer(const desk::LookUpView &view)
{
    m_asking = false;
    retranslate();
    switch (view.answer) {
    case central::LookUpAnswer::Granted:
        if (!view.people.empty())
            m_text->setText(
                tr("%n people fetched from the central store.", nullptr, static_cast<int>(view.people.size())));
        else if (view.erased > 0)
            m_text->setText(tr("The person was erased. Nothing about them can be opened any more."));
        else
            m_text->setText(tr("The central store does not know anybody like that either."));
        break;
    case central::LookUpAnswer::OverQuota:
        m_text->setText(tr("You have asked for too many people this hour. Try again later, or ask your supervisor."));
        break;
    case central::LookUpAnswer::NotPermitted:
        m_text->setText(tr("Your role may not look people up at the central store."));
        break;
    }
}

void CentralLookUp::showError(const QString &sentence)
{
    m_asking = false;
    retranslate();
    m_text->setText(sentence);
}

void CentralLookUp::keyPressEvent(QKeyEvent *event)
{
    const int reason = event->key() - Qt::Key_1;
    if (event->modifiers() == Qt::NoModifier && reason >= 0 && reason < static_cast<int>(m_reasons.size()))
        return ask(static_cast<LookUpReason>(reason));
    QFrame::keyPressEvent(event);
}

void CentralLookUp::retranslate()
{
    m_text->setText(m_asking ? tr("Asking the central store…")
                             : tr("Not on this PC? Ask the central store (F7). What do you need the person for?"));
    const std::array words{tr("1 Caller on the line"), tr("2 Visitor"), tr("3 Request"), tr("4 Letter or e-mail")};
    for (std::size_t i = 0; i < m_reasons.size(); ++i) {
        m_reasons[i]->setText(words[i]);
        m_reasons[i]->setEnabled(m_askable && !m_asking);
    }
}

void CentralLookUp::paintEvent(QPaintEvent *)
{
    const Tones &tones = Tones::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tones.line);
    painter.setBrush(tones.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), spacing, spacing);
}

void CentralLookUp::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace consent::ui
