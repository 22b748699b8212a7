#include "ui/contacts/guardianlinkpanel.h"

#include "ui/common/formfield.h"
#include "ui/common/typography.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestField = 100;

} // namespace

GuardianLinkPanel::GuardianLinkPanel(QWidget *over)
    : TaskPanel(u"guardianLink"_s, over)
    , m_name(new QLineEdit)
    , m_nameField(new FormField(m_name, this))
    , m_phone(new QLineEdit)
    , m_phoneField(new FormField(m_phone, this))
    , m_relation(new QLineEdit)
    , m_relationField(new FormField(m_relation, this))
    , m_method(new QComboBox)
    , m_methodField(new FormField(m_method, this))
{
    m_name->setObjectName(u"linkName"_s);
    m_phone->setObjectName(u"linkPhone"_s);
    m_relation->setObjectName(u"linkRelation"_s);
    m_method->setObjectName(u"linkMethod"_s);
    m_method->setMinimumHeight(minimumTarget);
    for (QLineEdit *edit : {m_name, m_phone, m_relation})
        edit->setMaxLength(longestField);
    for (FormField *field : {m_nameField, m_phoneField, m_relationField, m_methodField})
        body().addWidget(field);
    GuardianLinkPanel::retranslate();
}

void GuardianLinkPanel::offerMethods(const std::vector<std::pair<QString, QString>> &methods)
{
    const int before = std::max(m_method->currentIndex(), 0);
    m_method->clear();
    for (const auto &[code, words] : methods)
        m_method->addItem(words, code);
    m_method->setCurrentIndex(before);
}

void GuardianLinkPanel::openFor(const desk::SubjectSummary &child)
{
    m_child = child;
    for (QLineEdit *edit : {m_name, m_phone, m_relation})
        edit->clear();
    for (FormField *field : {m_nameField, m_phoneField})
        field->setFault({});
    retranslate();
    openAt(*m_name);
}

void GuardianLinkPanel::submit()
{
    if (m_child)
        Q_EMIT linkRequested(m_child->id, {m_name->text(), m_phone->text(), m_relation->text(), {}},
                             m_method->currentData().toString());
}

void GuardianLinkPanel::retranslate()
{
    setWords(tr("Link a guardian"),
             m_child
                 ? u"%1   %2   %3"_s.arg(m_child->name, m_child->maskedPhone, m_child->birthDate.toString(Qt::ISODate))
                 : QString(),
             tr("Only name and contact of the guardian are taken. The link ends by itself on the 14th birthday."),
             tr("Link"));
    m_nameField->setLabel(tr("Guardian's name"));
    m_phoneField->setLabel(tr("Guardian's phone"));
    m_relationField->setLabel(tr("Relation (may stay empty)"));
    m_methodField->setLabel(tr("How verified"));
}

} // namespace consent::ui
