#pragma once

#include "domain/subject.h"
#include "ui/call/sidepanel.h"

#include <utility>
#include <vector>

class QComboBox;
class QLineEdit;

namespace consent::ui {

class FormField;

/// Who consents for a child under 14: name, contact, relation; nothing more is taken (PIPA 22-2).
class GuardianPanel : public SidePanel
{
    Q_OBJECT

public:
    explicit GuardianPanel(QWidget *parent = nullptr);

    void reset();
    /// How a guardian can be verified, code and words; the first is proposed.
    void offerMethods(const std::vector<std::pair<QString, QString>> &methods);
    void setFieldFault(domain::SubjectField field, const QString &fault);
    void open() override;
    void submit() override;

Q_SIGNALS:
    void guardianEntered(const consent::domain::Guardian &guardian);

protected:
    void retranslate() override;

private:
    FormField *addField(QLineEdit *edit, const QString &name);
    FormField *addMethods();

    QLineEdit *m_name;
    QLineEdit *m_phone;
    QLineEdit *m_relation;
    FormField *m_nameField;
    FormField *m_phoneField;
    FormField *m_relationField;
    QComboBox *m_method;
    FormField *m_methodField;
};

} // namespace consent::ui
