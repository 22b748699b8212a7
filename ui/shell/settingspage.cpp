#include "ui/shell/settingspage.h"

#include "ui/common/card.h"
#include "ui/common/typography.h"
#include "ui/shell/lookchoice.h"
#include "ui/shell/passwordform.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

SettingsPage::SettingsPage(QWidget *parent)
    : Page(parent)
    , m_title(new QLabel(this))
    , m_deskTitle(new QLabel(this))
    , m_desk(new QLabel(this))
    , m_look(new LookChoice(LookChoice::Direction::Column, this))
    , m_password(new PasswordForm)
    , m_passwordCard(new Card(this))
{
    setObjectName(u"settingsPage"_s);
    m_title->setFont(titleFont());
    QFont bold = baseFont();
    bold.setWeight(QFont::Bold);
    m_deskTitle->setFont(bold);
    m_desk->setObjectName(u"deskFacts"_s);
    m_desk->setWordWrap(true);
    m_desk->setTextFormat(Qt::PlainText);
    m_desk->setForegroundRole(QPalette::PlaceholderText);
    auto *look = new Card(this);
    look->setFixedWidth(50 * spacing);
    auto *lookColumn = new QVBoxLayout(look);
    lookColumn->setContentsMargins(3 * spacing, 3 * spacing, 3 * spacing, 3 * spacing);
    lookColumn->addWidget(m_look);
    auto *desk = new Card(this);
    desk->setFixedWidth(50 * spacing);
    auto *deskColumn = new QVBoxLayout(desk);
    deskColumn->setContentsMargins(3 * spacing, 3 * spacing, 3 * spacing, 3 * spacing);
    deskColumn->setSpacing(spacing);
    deskColumn->addWidget(m_deskTitle);
    deskColumn->addWidget(m_desk);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * spacing, 3 * spacing, 3 * spacing, 3 * spacing);
    column->setSpacing(2 * spacing);
    m_passwordCard->setFixedWidth(50 * spacing);
    auto *passwordColumn = new QVBoxLayout(m_passwordCard);
    passwordColumn->setContentsMargins(3 * spacing, 3 * spacing, 3 * spacing, 3 * spacing);
    passwordColumn->addWidget(m_password);
    auto *left = new QVBoxLayout;
    left->setSpacing(2 * spacing);
    left->addWidget(look);
    left->addWidget(desk);
    left->addStretch();
    auto *right = new QVBoxLayout;
    right->addWidget(m_passwordCard);
    right->addStretch();
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * spacing);
    row->addLayout(left);
    row->addLayout(right);
    row->addStretch();
    column->addWidget(m_title);
    column->addLayout(row, 1);
    auto *toPassword = new QShortcut(QKeySequence(Qt::Key_F3), this);
    connect(toPassword, &QShortcut::activated, this, [this] {
        if (!m_passwordCard->isHidden())
            m_password->begin();
    });
    setFocusProxy(m_look);
    retranslate();
}

void SettingsPage::offerPassword(bool offered)
{
    m_passwordCard->setVisible(offered);
    Q_EMIT hintsChanged();
}

void SettingsPage::setDesk(const DeskFacts &facts)
{
    m_facts = facts;
    retranslate();
}

QString SettingsPage::title() const
{
    return tr("Settings");
}
KeyHints SettingsPage::keys() const
{
    return {{u"Tab"_s, tr("Next field")},
            {u"↑↓"_s, tr("Choose")},
            {u"F3"_s, tr("Change password"), !m_passwordCard->isHidden()}};
}
void SettingsPage::activated()
{
    m_look->setFocus();
}

void SettingsPage::retranslate()
{
    m_title->setText(tr("Settings"));
    m_deskTitle->setText(tr("This desk"));
    m_desk->setText(tr("Organisation: %1\nBranch: %2\nUser: %3\nProgram version: %4\nData folder: %5")
                        .arg(m_facts.organisation, m_facts.branch, m_facts.user, m_facts.version, m_facts.folder));
    Q_EMIT hintsChanged();
}

void SettingsPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace consent::ui
