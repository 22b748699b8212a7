#pragma once

#include "ui/requests/requestpanel.h"
#include "ui/requests/requestsource.h"

class QComboBox;
class QDateEdit;
class QLineEdit;

namespace consent::ui {

class FormField;
class InlineNotice;

/// Whether a document is genuine: asked of the service over the network, or, where there is none, the reference that
/// the agent got otherwise. Each asking is a provision of data and is recorded as one.
class AuthenticityPanel : public RequestPanel
{
    Q_OBJECT

public:
    explicit AuthenticityPanel(RequestSource &source, QWidget *parent = nullptr); // source outlives this

    void prepare(const desk::RequestView &request);

Q_SIGNALS:
    /// The answer is recorded: the request has changed.
    void asked();

protected:
    void retranslate() override;

private:
    void ask();
    desk::AuthenticityInput input() const;

    RequestSource &m_source;
    RequestId m_request;
    QComboBox *m_document;
    FormField *m_documentField;
    QLineEdit *m_name;
    FormField *m_nameField;
    QLineEdit *m_number;
    FormField *m_numberField;
    QDateEdit *m_issued;
    FormField *m_issuedField;
    QLineEdit *m_reference;
    FormField *m_referenceField;
    QComboBox *m_genuine;
    FormField *m_genuineField;
    InlineNotice *m_notice;
};

} // namespace consent::ui
