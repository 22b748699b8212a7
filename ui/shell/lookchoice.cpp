#include "ui/shell/lookchoice.h"

#include "ui/common/typography.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QLabel>

namespace consent::ui {

using namespace Qt::StringLiterals;

LookChoice::LookChoice(Direction direction, QWidget *parent)
    : QWidget(parent)
    , m_languageLabel(new QLabel(this))
    , m_language(new QComboBox(this))
    , m_schemeLabel(new QLabel(this))
    , m_scheme(new QComboBox(this))
{
    m_language->setObjectName(u"language"_s);
    m_scheme->setObjectName(u"colours"_s);
    m_languageLabel->setBuddy(m_language);
    m_schemeLabel->setBuddy(m_scheme);
    // A language is named in itself, so that whoever looks for it can read it.
    m_language->addItem(u"한국어"_s, static_cast<int>(domain::Language::Korean));
    m_language->addItem(u"English"_s, static_cast<int>(domain::Language::English));
    for (const ColourScheme scheme : {ColourScheme::System, ColourScheme::Light, ColourScheme::Dark})
        m_scheme->addItem({}, static_cast<int>(scheme));
    m_scheme->setMinimumWidth(17 * spacing);
    setFocusProxy(m_language);
    const bool row = direction == Direction::Row;
    auto *layout = new QBoxLayout(row ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(row ? spacing : spacing / 2);
    layout->addWidget(m_languageLabel);
    layout->addWidget(m_language);
    layout->addSpacing(2 * spacing);
    layout->addWidget(m_schemeLabel);
    layout->addWidget(m_scheme);
    if (row)
        layout->addStretch();
    connect(m_language, &QComboBox::activated, this,
            [this] { Q_EMIT languageChosen(static_cast<domain::Language>(m_language->currentData().toInt())); });
    connect(m_scheme, &QComboBox::activated, this,
            [this] { Q_EMIT schemeChosen(static_cast<ColourScheme>(m_scheme->currentData().toInt())); });
    retranslate();
}

void LookChoice::present(domain::Language language, ColourScheme scheme)
{
    m_language->setCurrentIndex(m_language->findData(static_cast<int>(language)));
    m_scheme->setCurrentIndex(m_scheme->findData(static_cast<int>(scheme)));
}

void LookChoice::retranslate()
{
    m_languageLabel->setText(tr("Language"));
    m_language->setAccessibleName(tr("Language"));
    m_schemeLabel->setText(tr("Colours"));
    m_scheme->setAccessibleName(tr("Colours"));
    m_scheme->setItemText(0, tr("As the system"));
    m_scheme->setItemText(1, tr("Light"));
    m_scheme->setItemText(2, tr("Dark"));
}

void LookChoice::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace consent::ui
