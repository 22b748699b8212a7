#include "ui/shell/entranceview.h"

#include "ui/common/card.h"
#include "ui/common/typography.h"
#include "ui/shell/centralstoreview.h"
#include "ui/shell/firstrunview.h"
#include "ui/shell/lookchoice.h"
#include "ui/shell/setupview.h"
#include "ui/shell/signinview.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

EntranceView::EntranceView(QWidget *parent)
    : QWidget(parent)
    , m_product(new QLabel(this))
    , m_line(new QLabel(this))
    , m_firstRun(new FirstRunView)
    , m_setUp(new SetUpView)
    , m_signIn(new SignInView)
    , m_centralStore(new CentralStoreView)
    , m_look(new LookChoice(LookChoice::Direction::Row, this))
{
    setObjectName(u"entranceView"_s);
    QFont name = titleFont();
    name.setPointSizeF(20);
    m_product->setFont(name);
    m_line->setForegroundRole(QPalette::PlaceholderText);
    auto *card = new Card(this);
    card->setFixedWidth(86 * spacing);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(4 * spacing, 4 * spacing, 4 * spacing, 4 * spacing);
    for (QWidget *face : {static_cast<QWidget *>(m_firstRun), static_cast<QWidget *>(m_setUp),
                          static_cast<QWidget *>(m_signIn), static_cast<QWidget *>(m_centralStore)}) {
        inside->addWidget(face);
        face->hide(); // Only the face in front decides how high the card is.
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacing, 2 * spacing, 2 * spacing, 2 * spacing);
    column->setSpacing(spacing);
    column->addStretch(2);
    auto *middle = new QVBoxLayout;
    middle->setSpacing(spacing / 2);
    middle->addWidget(m_product);
    middle->addWidget(m_line);
    middle->addSpacing(2 * spacing);
    middle->addWidget(card);
    middle->addSpacing(spacing);
    middle->addWidget(m_look);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addLayout(middle);
    row->addStretch();
    column->addLayout(row);
    column->addStretch(3);
    retranslate();
    bring(*m_firstRun);
}

void EntranceView::bring(QWidget &face)
{
    if (m_current)
        m_current->hide();
    m_current = &face;
    face.show();
    face.setFocus();
}

void EntranceView::retranslate()
{
    m_product->setText(tr("Consent Desk"));
    m_line->setText(tr("Capture, prove and honour consent"));
}

void EntranceView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace consent::ui
