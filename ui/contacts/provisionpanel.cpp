#include "ui/contacts/provisionpanel.h"

#include "ui/common/formfield.h"
#include "ui/common/taborder.h"
#include "ui/common/typography.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace consent::ui {

using namespace Qt::StringLiterals;
using domain::ProvisionBasis;

namespace {

QString words(const domain::LocalText &text)
{
    return text.in(QLocale().language() == QLocale::English ? domain::Language::English : domain::Language::Korean);
}

} // namespace

ProvisionPanel::ProvisionPanel(const domain::Organisation &organisation, QWidget *over)
    : TaskPanel(u"provisionPanel"_s, over)
    , m_organisation(organisation)
    , m_recipient(new QComboBox)
    , m_recipientField(new FormField(m_recipient, this))
    , m_purpose(new QComboBox)
    , m_purposeField(new FormField(m_purpose, this))
    , m_itemsTitle(new QLabel(this))
    , m_items(new QWidget(this))
    , m_basis(new QComboBox)
    , m_basisField(new FormField(m_basis, this))
    , m_period(new QLabel(this))
{
    m_recipient->setObjectName(u"provisionRecipient"_s);
    m_purpose->setObjectName(u"provisionPurpose"_s);
    m_basis->setObjectName(u"provisionBasis"_s);
    m_period->setObjectName(u"provisionPeriod"_s);
    for (QComboBox *box : {m_recipient, m_purpose, m_basis})
        box->setMinimumHeight(minimumTarget);
    auto *items = new QVBoxLayout(m_items);
    items->setContentsMargins(0, 0, 0, 0);
    items->setSpacing(0);
    m_period->setWordWrap(true);
    m_period->setForegroundRole(QPalette::PlaceholderText);
    for (QWidget *part : {static_cast<QWidget *>(m_recipientField), static_cast<QWidget *>(m_purposeField),
                          static_cast<QWidget *>(m_itemsTitle), m_items, static_cast<QWidget *>(m_basisField),
                          static_cast<QWidget *>(m_period)})
        body().addWidget(part);
    connect(m_recipient, &QComboBox::currentIndexChanged, this, &ProvisionPanel::follow);
    ProvisionPanel::retranslate();
}

void ProvisionPanel::openFor(const desk::SubjectSummary &person)
{
    m_person = person;
    m_recipient->setCurrentIndex(0);
    m_basis->setCurrentIndex(0);
    for (const auto &[code, box] : m_itemBoxes)
        box->setChecked(false);
    retranslate();
    openAt(*m_recipient);
}

const domain::Organisation::ThirdParty *ProvisionPanel::recipient() const
{
    return m_organisation.thirdParty(m_recipient->currentData().toString());
}

void ProvisionPanel::offerRecipients()
{
    const QSignalBlocker blocker(m_recipient); // what is ticked is not lost with the language
    const int recipient = std::max(m_recipient->currentIndex(), 0);
    m_recipient->clear();
    for (const domain::Organisation::ThirdParty &party : m_organisation.thirdParties)
        m_recipient->addItem(words(party.name), party.code);
    m_recipient->setCurrentIndex(recipient);
    const int basis = std::max(m_basis->currentIndex(), 0);
    m_basis->clear();
    for (const ProvisionBasis one : {ProvisionBasis::Consent, ProvisionBasis::Statute, ProvisionBasis::Request})
        m_basis->addItem(domain::label(one), static_cast<int>(one));
    m_basis->setCurrentIndex(basis);
    follow();
}

void ProvisionPanel::follow()
{
    const int before = std::max(m_purpose->currentIndex(), 0);
    m_purpose->clear();
    QStringList ticked;
    for (const auto &[code, box] : m_itemBoxes) {
        if (box->isChecked())
            ticked.append(code);
        delete box;
    }
    m_itemBoxes.clear();
    const auto *party = recipient();
    m_period->setVisible(party != nullptr);
    if (party == nullptr)
        return;
    for (const domain::Organisation::Named &purpose : party->purposes)
        m_purpose->addItem(words(purpose.name), purpose.code);
    for (const domain::Organisation::Named &item : party->items) {
        auto *box = new QCheckBox(words(item.name), m_items);
        box->setObjectName(u"provisionItem_"_s + item.code);
        box->setMinimumHeight(minimumTarget);
        m_items->layout()->addWidget(box);
        box->setChecked(ticked.contains(item.code));
        box->show(); // at once: Tab may come to it next
        m_itemBoxes.emplace_back(item.code, box);
    }
    m_purpose->setCurrentIndex(before < m_purpose->count() ? before : 0);
    m_period->setText(tr("The recipient keeps it: %1").arg(words(party->period)));
    tabInReadingOrder(*this);
}

void ProvisionPanel::submit()
{
    if (!m_person)
        return;
    desk::ProvisionFacts facts;
    facts.recipient = m_recipient->currentData().toString();
    facts.purpose = m_purpose->currentData().toString();
    facts.basis = static_cast<ProvisionBasis>(m_basis->currentData().toInt());
    for (const auto &[code, box] : m_itemBoxes) {
        if (box->isChecked())
            facts.items.append(code);
    }
    Q_EMIT provisionRequested(m_person->id, facts);
}

void ProvisionPanel::retranslate()
{
    setWords(tr("Record a provision"), m_person ? u"%1   %2"_s.arg(m_person->name, m_person->maskedPhone) : QString(),
             tr("Record it before the data goes out. It then stands in what the person can ask to see."), tr("Record"));
    m_recipientField->setLabel(tr("Recipient"));
    m_purposeField->setLabel(tr("What for"));
    m_itemsTitle->setText(tr("Which items"));
    m_basisField->setLabel(tr("On what it rests"));
    offerRecipients();
    if (m_organisation.thirdParties.empty())
        m_recipientField->setFault(tr("The organisation file names no recipient. Its administrator can add one."));
}

} // namespace consent::ui
