#pragma once

#include "ui/requests/requestpanel.h"
#include "ui/requests/requestsource.h"

#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace consent::ui {

class FormField;

/// Who asks: how it was checked, with live help about the form of a number that never blocks a genuine card, the papers
/// that were seen, and the outcome.
class IdentityPanel : public RequestPanel
{
    Q_OBJECT

public:
    explicit IdentityPanel(const RequestSource &source, QWidget *parent = nullptr); // source outlives this

    void prepare(const desk::RequestView &request);
    RequestMove move() const;

protected:
    void retranslate() override;

private:
    void offerChoices();
    void showFields();
    void help();
    std::optional<domain::DocumentKind> document() const;

    const RequestSource &m_source;
    desk::RequestView m_request;
    QComboBox *m_method;
    FormField *m_methodField;
    QComboBox *m_document;
    FormField *m_documentField;
    QLineEdit *m_number;
    FormField *m_numberField;
    QLineEdit *m_questions;
    FormField *m_questionsField;
    QWidget *m_paperBox;
    std::vector<std::pair<domain::RequestPaper, QCheckBox *>> m_papers;
    QComboBox *m_outcome;
    FormField *m_outcomeField;
    QLineEdit *m_note;
    FormField *m_noteField;
};

} // namespace consent::ui
