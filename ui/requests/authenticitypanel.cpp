#include "ui/requests/authenticitypanel.h"

#include "base/continuation.h"
#include "ui/common/formfield.h"
#include "ui/common/inlinenotice.h"
#include "ui/requests/requestwords.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;
using Verdict = desk::AuthenticityOutcome::Verdict;

namespace {

InlineNotice::Level levelOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Genuine:
        return InlineNotice::Level::Success;
    case Verdict::NotGenuine:
        return InlineNotice::Level::Error;
    case Verdict::Unknown:
        return InlineNotice::Level::Warning;
    }
    return InlineNotice::Level::Info;
}

} // namespace

AuthenticityPanel::AuthenticityPanel(RequestSource &source, QWidget *parent)
    : RequestPanel(u"authenticityPanel"_s, parent)
    , m_source(source)
    , m_document(new QComboBox)
    , m_documentField(new FormField(m_document, this))
    , m_name(new QLineEdit)
    , m_nameField(new FormField(m_name, this))
    , m_number(new QLineEdit)
    , m_numberField(new FormField(m_number, this))
    , m_issued(new QDateEdit)
    , m_issuedField(new FormField(m_issued, this))
    , m_reference(new QLineEdit)
    , m_referenceField(new FormField(m_reference, this))
    , m_genuine(new QComboBox)
    , m_genuineField(new FormField(m_genuine, this))
    , m_notice(new InlineNotice(this))
{
    m_document->setObjectName(u"genuineDocument"_s);
    m_name->setObjectName(u"genuineName"_s);
    m_name->setMaxLength(60);
    m_number->setObjectName(u"genuineNumber"_s);
    m_number->setMaxLength(40);
    m_number->setEchoMode(QLineEdit::PasswordEchoOnEdit); // covered again as soon as the hand leaves it
    m_issued->setObjectName(u"genuineIssued"_s);
    m_issued->setDisplayFormat(u"yyyy-MM-dd"_s);
    m_reference->setObjectName(u"genuineReference"_s);
    m_reference->setMaxLength(100);
    m_genuine->setObjectName(u"genuineAnswer"_s);
    m_notice->setObjectName(u"genuineNotice"_s);
    for (FormField *field :
         {m_documentField, m_nameField, m_numberField, m_issuedField, m_referenceField, m_genuineField})
        body().addWidget(field);
    body().addWidget(m_notice);
    connect(this, &RequestPanel::submitted, this, &AuthenticityPanel::ask);
    AuthenticityPanel::retranslate();
}

void AuthenticityPanel::prepare(const desk::RequestView &request)
{
    m_request = request.summary.id;
    setFault({});
    setBusy(false);
    m_notice->dismiss();
    m_name->setText(request.requesterName.isEmpty() ? request.subject.name : request.requesterName);
    m_number->clear();
    m_reference->clear();
    const bool service = m_source.hasAuthenticityService();
    m_referenceField->setVisible(!service);
    m_genuineField->setVisible(!service);
    m_document->setFocus();
}

desk::AuthenticityInput AuthenticityPanel::input() const
{
    desk::AuthenticityInput input;
    input.document = static_cast<domain::DocumentKind>(m_document->currentData().toInt());
    input.name = m_name->text().trimmed();
    input.number = m_number->text().trimmed();
    input.issued = m_issued->date();
    if (!m_source.hasAuthenticityService()) {
        input.manualReference = m_reference->text().trimmed();
        input.manualGenuine = m_genuine->currentIndex() == 0;
    }
    return input;
}

void AuthenticityPanel::ask()
{
    setBusy(true);
    const RequestId request = m_request;
    continueOn(m_source.checkAuthenticity(request, input()), this,
               [this, request](const Result<desk::AuthenticityOutcome> &outcome) {
                   if (request != m_request)
                       return;
                   setBusy(false);
                   if (!outcome)
                       return setFault(outcome.error().message);
                   m_number->clear(); // it has served; nothing of it stays on the screen
                   m_notice->say(levelOf(outcome->verdict), outcome->sentence);
                   Q_EMIT asked();
               });
}

void AuthenticityPanel::retranslate()
{
    RequestPanel::retranslate();
    setTitle(tr("Is the document genuine?"), tr("Ask"));
    setHelp(tr("What is asked goes to the police and is recorded as a provision of this person's data."));
    m_documentField->setLabel(tr("Document"));
    m_nameField->setLabel(tr("Name on the document"));
    m_numberField->setLabel(tr("Number on the document"));
    m_issuedField->setLabel(tr("Issued on"));
    m_referenceField->setLabel(tr("Reference of the answer"));
    m_genuineField->setLabel(tr("Answer"));
    const int document = std::max(m_document->currentIndex(), 0);
    m_document->clear();
    for (const domain::DocumentKind kind :
         {domain::DocumentKind::ResidentRegistration, domain::DocumentKind::DrivingLicence,
          domain::DocumentKind::Passport, domain::DocumentKind::AlienRegistration})
        m_document->addItem(documentName(kind), static_cast<int>(kind));
    m_document->setCurrentIndex(document);
    const int genuine = std::max(m_genuine->currentIndex(), 0);
    m_genuine->clear();
    m_genuine->addItems({tr("Genuine"), tr("Not genuine")});
    m_genuine->setCurrentIndex(genuine);
}

} // namespace consent::ui
