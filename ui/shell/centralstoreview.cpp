#include "ui/shell/centralstoreview.h"

#include "ui/common/typography.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

CentralStoreView::CentralStoreView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_back(new QPushButton(this))
    , m_setUp(new QPushButton(this))
{
    setObjectName(u"centralStoreView"_s);
    m_back->setObjectName(u"centralStoreBack"_s);
    m_setUp->setObjectName(u"centralStoreSetUp"_s);
    m_setUp->setDefault(true);
    m_title->setFont(titleFont());
    m_text->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * spacing);
    column->addWidget(m_title);
    column->addWidget(m_text);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addStretch();
    buttons->addWidget(m_setUp);
    column->addLayout(buttons);
    setFocusProxy(m_setUp);
    connect(m_back, &QPushButton::clicked, this, &CentralStoreView::backRequested);
    connect(m_setUp, &QPushButton::clicked, this, &CentralStoreView::setUpChosen);
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this), &QShortcut::activated, this,
            &CentralStoreView::backRequested);
    retranslate();
}

void CentralStoreView::retranslate()
{
    m_title->setText(tr("Connect to a central store"));
    m_text->setText(tr("This release works on one PC. Connecting several desks to a central store is not in it yet, so "
                       "there is nothing to enter here.\n\nWhat you record on this PC is kept as signed events, in the "
                       "form in which desks will exchange them. You can set up this PC for work now."));
    m_back->setText(tr("Back"));
    m_setUp->setText(tr("Set up this PC for work"));
}

void CentralStoreView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace consent::ui
