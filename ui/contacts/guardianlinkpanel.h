#pragma once

#include "desk/people/subjectviews.h"
#include "domain/subject.h"
#include "ui/contacts/taskpanel.h"

#include <optional>
#include <utility>
#include <vector>

class QComboBox;
class QLineEdit;

namespace consent::ui {

class FormField;

/// Links a guardian to a child outside a call: a form that came back, a visit, a call back (PIPA 22-2; policy chapter
/// 8: either parent). Name and contact only.
class GuardianLinkPanel : public TaskPanel
{
    Q_OBJECT

public:
    explicit GuardianLinkPanel(QWidget *over);

    /// The ways of the organisation file to verify a guardian, code and words.
    void offerMethods(const std::vector<std::pair<QString, QString>> &methods);
    void openFor(const desk::SubjectSummary &child);

Q_SIGNALS:
    void linkRequested(const consent::SubjectId &child, const consent::domain::Guardian &guardian,
                       const QString &method);

protected:
    void submit() override;
    void retranslate() override;

private:
    std::optional<desk::SubjectSummary> m_child;
    QLineEdit *m_name;
    FormField *m_nameField;
    QLineEdit *m_phone;
    FormField *m_phoneField;
    QLineEdit *m_relation;
    FormField *m_relationField;
    QComboBox *m_method;
    FormField *m_methodField;
};

} // namespace consent::ui
