#include "ui/call/guardianpanel.h"

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

GuardianPanel::GuardianPanel(QWidget *parent)
    : SidePanel(u"guardianPanel"_s, parent)
    , m_name(new QLineEdit(this))
    , m_phone(new QLineEdit(this))
    , m_relation(new QLineEdit(this))
{
    m_nameField = addField(m_name, u"guardianName"_s);
    m_phoneField = addField(m_phone, u"guardianPhone"_s);
    m_relationField = addField(m_relation, u"guardianRelation"_s);
    m_methodField = addMethods();
    body().addStretch();
    connect(m_name, &QLineEdit::returnPressed, m_phone, [this] { m_phone->setFocus(Qt::TabFocusReason); });
    connect(m_phone, &QLineEdit::returnPressed, m_relation, [this] { m_relation->setFocus(Qt::TabFocusReason); });
    connect(m_relation, &QLineEdit::returnPressed, this, &GuardianPanel::submit);
    retranslate();
}

FormField *GuardianPanel::addField(QLineEdit *edit, const QString &name)
{
    edit->setObjectName(name);
    edit->setMaxLength(longestField);
    edit->setMinimumHeight(minimumTarget);
    auto *field = new FormField(edit, this);
    connect(edit, &QLineEdit::textEdited, field, [field] { field->setFault({}); });
    body().addWidget(field);
    return field;
}

FormField *GuardianPanel::addMethods()
{
    m_method = new QComboBox;
    m_method->setObjectName(u"guardianMethod"_s);
    m_method->setMinimumHeight(minimumTarget);
    auto *field = new FormField(m_method, this);
    field->hide();
    body().addWidget(field);
    return field;
}

void GuardianPanel::offerMethods(const std::vector<std::pair<QString, QString>> &methods)
{
    m_method->clear();
    for (const auto &[code, words] : methods)
        m_method->addItem(words, code);
    m_methodField->setVisible(!methods.empty());
}

void GuardianPanel::reset()
{
    for (QLineEdit *edit : {m_name, m_phone, m_relation})
        edit->clear();
    for (FormField *field : {m_nameField, m_phoneField, m_relationField})
        field->setFault({});
    setFault({});
}

void GuardianPanel::setFieldFault(domain::SubjectField field, const QString &fault)
{
    if (field == domain::SubjectField::GuardianName) {
        m_nameField->setFault(fault);
        m_name->setFocus(Qt::OtherFocusReason);
    } else if (field == domain::SubjectField::GuardianPhone) {
        m_phoneField->setFault(fault);
        m_phone->setFocus(Qt::OtherFocusReason);
    }
}

void GuardianPanel::open()
{
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void GuardianPanel::submit()
{
    Q_EMIT guardianEntered({m_name->text(), m_phone->text(), m_relation->text(), m_method->currentData().toString()});
}

void GuardianPanel::retranslate()
{
    setWords(tr("Guardian"), tr("For a child under 14 only the guardian's name and contact are taken."),
             tr("Enter the guardian (Ctrl+Enter)"));
    m_nameField->setLabel(tr("Guardian's name"));
    m_phoneField->setLabel(tr("Guardian's phone"));
    m_relationField->setLabel(tr("Relation (may stay empty)"));
    m_methodField->setLabel(tr("How verified"));
}

} // namespace consent::ui
