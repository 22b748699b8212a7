#include "ui/subjects/cardtasks.h"

#include "ui/common/inlinenotice.h"
#include "ui/common/statuschip.h"
#include "ui/common/typography.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

CardTasks::CardTasks(QWidget *parent)
    : QWidget(parent)
    , m_frozen(new StatusChip(Status::Frozen, this))
    , m_guardian(new QPushButton(this))
    , m_provision(new QPushButton(this))
    , m_notice(new InlineNotice(this))
{
    setObjectName(u"cardTasks"_s);
    m_frozen->setObjectName(u"subjectFrozen"_s);
    m_guardian->setObjectName(u"subjectLinkGuardian"_s);
    m_provision->setObjectName(u"subjectProvide"_s);
    m_notice->setObjectName(u"subjectDone"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing);
    row->addWidget(m_frozen);
    row->addWidget(m_guardian);
    row->addWidget(m_provision);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    column->addLayout(row);
    column->addWidget(m_notice);
    connect(m_guardian, &QPushButton::clicked, this, &CardTasks::requestGuardian);
    connect(m_provision, &QPushButton::clicked, this, &CardTasks::requestProvision);
    connect(new QShortcut(QKeySequence(Qt::Key_F3), this), &QShortcut::activated, this, &CardTasks::requestGuardian);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_R), this), &QShortcut::activated, this,
            &CardTasks::requestProvision);
    retranslate();
}

void CardTasks::setCard(const desk::SubjectCard &card)
{
    if (!m_person || m_person->id != card.summary.id)
        m_notice->dismiss();
    m_person = card.summary;
    m_under14 = card.under14;
    m_isFrozen = card.frozen;
    retranslate();
}

void CardTasks::setRights(bool mayLinkGuardian, bool mayRecordProvision)
{
    m_mayLinkGuardian = mayLinkGuardian;
    m_mayRecordProvision = mayRecordProvision;
    retranslate();
}

bool CardTasks::offersGuardian() const
{
    return m_person && m_under14 && m_mayLinkGuardian;
}

/// While the data is frozen it goes to nobody.
bool CardTasks::offersProvision() const
{
    return m_person && m_mayRecordProvision && !m_isFrozen;
}

KeyHints CardTasks::keys() const
{
    return {{u"F3"_s, tr("Link a guardian"), offersGuardian()},
            {u"Ctrl+R"_s, tr("Record a provision"), offersProvision()}};
}

void CardTasks::requestGuardian()
{
    if (offersGuardian())
        Q_EMIT guardianRequested(*m_person);
}

void CardTasks::requestProvision()
{
    if (offersProvision())
        Q_EMIT provisionRequested(*m_person);
}

void CardTasks::sayDone(const QString &sentence)
{
    m_notice->say(InlineNotice::Level::Success, sentence);
}

void CardTasks::retranslate()
{
    m_frozen->setStatus(Status::Frozen, tr("Frozen: not used, not provided"));
    m_frozen->setVisible(m_isFrozen);
    m_guardian->setText(tr("Link a guardian") + u"  F3"_s);
    m_guardian->setAccessibleName(tr("Link a guardian"));
    m_guardian->setVisible(offersGuardian());
    m_provision->setText(tr("Record a provision") + u"  Ctrl+R"_s);
    m_provision->setAccessibleName(tr("Record a provision"));
    m_provision->setVisible(offersProvision());
}

void CardTasks::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace consent::ui
