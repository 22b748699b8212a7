#include "ui/requests/identitypanel.h"

#include "ui/common/formfield.h"
#include "ui/common/taborder.h"
#include "ui/common/typography.h"
#include "ui/requests/requestwords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include <array>

namespace consent::ui {

using namespace Qt::StringLiterals;
using domain::DocumentKind;
using domain::IdentityMethod;
using domain::IdentityOutcome;

namespace {

constexpr std::array methods{IdentityMethod::DocumentSeen, IdentityMethod::DocumentCopy, IdentityMethod::PhoneQuestions,
                             IdentityMethod::LinkedGuardian};
constexpr std::array outcomes{IdentityOutcome::Passed, IdentityOutcome::Failed, IdentityOutcome::Inconclusive};
constexpr std::array documents{DocumentKind::ResidentRegistration, DocumentKind::DrivingLicence, DocumentKind::Passport,
                               DocumentKind::AlienRegistration};

IdentityMethod usualMethod(domain::RequestChannel channel)
{
    switch (channel) {
    case domain::RequestChannel::Phone:
        return IdentityMethod::PhoneQuestions;
    case domain::RequestChannel::Visit:
        return IdentityMethod::DocumentSeen;
    case domain::RequestChannel::Email:
        return IdentityMethod::DocumentCopy;
    }
    return IdentityMethod::DocumentSeen;
}

bool takesDocument(IdentityMethod method)
{
    return method == IdentityMethod::DocumentSeen || method == IdentityMethod::DocumentCopy;
}

} // namespace

IdentityPanel::IdentityPanel(const RequestSource &source, QWidget *parent)
    : RequestPanel(u"identityPanel"_s, parent)
    , m_source(source)
    , m_method(new QComboBox)
    , m_methodField(new FormField(m_method, this))
    , m_document(new QComboBox)
    , m_documentField(new FormField(m_document, this))
    , m_number(new QLineEdit)
    , m_numberField(new FormField(m_number, this))
    , m_questions(new QLineEdit)
    , m_questionsField(new FormField(m_questions, this))
    , m_paperBox(new QWidget(this))
    , m_outcome(new QComboBox)
    , m_outcomeField(new FormField(m_outcome, this))
    , m_note(new QLineEdit)
    , m_noteField(new FormField(m_note, this))
{
    m_method->setObjectName(u"identityMethod"_s);
    m_document->setObjectName(u"identityDocument"_s);
    m_number->setObjectName(u"identityNumber"_s);
    m_number->setMaxLength(40);
    m_questions->setObjectName(u"identityQuestions"_s);
    m_questions->setMaxLength(200);
    m_outcome->setObjectName(u"identityOutcome"_s);
    m_note->setObjectName(u"identityNote"_s);
    m_note->setMaxLength(200);
    new QVBoxLayout(m_paperBox);
    m_paperBox->layout()->setContentsMargins(0, 0, 0, 0);
    m_paperBox->layout()->setSpacing(0);
    for (FormField *field : {m_methodField, m_documentField, m_numberField, m_questionsField})
        body().addWidget(field);
    body().addWidget(m_paperBox);
    body().addWidget(m_outcomeField);
    body().addWidget(m_noteField);
    connect(m_method, &QComboBox::currentIndexChanged, this, &IdentityPanel::showFields);
    connect(m_document, &QComboBox::currentIndexChanged, this, &IdentityPanel::help);
    connect(m_number, &QLineEdit::textChanged, this, &IdentityPanel::help);
    IdentityPanel::retranslate();
}

void IdentityPanel::prepare(const desk::RequestView &request)
{
    m_request = request;
    setFault({});
    setBusy(false);
    m_number->clear();
    m_questions->clear();
    m_note->clear();
    offerChoices();
    m_method->setCurrentIndex(m_method->findData(static_cast<int>(usualMethod(request.summary.channel))));
    m_outcome->setCurrentIndex(0);
    for (const auto &[paper, box] : m_papers)
        delete box;
    m_papers.clear();
    for (const desk::PaperRow &row : request.papers) {
        auto *box = new QCheckBox(row.optional ? tr("%1 (one of several ways)").arg(row.title) : row.title, m_paperBox);
        box->setObjectName(u"seen_"_s + domain::toCode(row.paper));
        box->setToolTip(row.help);
        box->setMinimumHeight(minimumTarget);
        box->setChecked(row.present);
        m_paperBox->layout()->addWidget(box);
        box->show(); // at once: Tab may come to it next
        m_papers.emplace_back(row.paper, box);
    }
    showFields();
    tabInReadingOrder(*this);
    m_method->setFocus();
}

void IdentityPanel::offerChoices()
{
    const int method = m_method->currentIndex();
    const int outcome = m_outcome->currentIndex();
    const int document = m_document->currentIndex();
    m_method->clear();
    for (const IdentityMethod one : methods)
        m_method->addItem(domain::label(one), static_cast<int>(one));
    m_outcome->clear();
    for (const IdentityOutcome one : outcomes)
        m_outcome->addItem(domain::label(one), static_cast<int>(one));
    m_document->clear();
    for (const DocumentKind one : documents)
        m_document->addItem(documentName(one), static_cast<int>(one));
    m_method->setCurrentIndex(std::max(method, 0));
    m_outcome->setCurrentIndex(std::max(outcome, 0));
    m_document->setCurrentIndex(std::max(document, 0));
}

void IdentityPanel::showFields()
{
    const auto method = static_cast<IdentityMethod>(m_method->currentData().toInt());
    const bool byDocument = takesDocument(method);
    m_documentField->setVisible(byDocument);
    m_numberField->setVisible(byDocument);
    m_questionsField->setVisible(method == IdentityMethod::PhoneQuestions);
    help();
}

std::optional<DocumentKind> IdentityPanel::document() const
{
    if (!takesDocument(static_cast<IdentityMethod>(m_method->currentData().toInt())))
        return std::nullopt;
    return static_cast<DocumentKind>(m_document->currentData().toInt());
}

/// Help for the eye, never a verdict on a card that lies on the table: nothing is red, nothing stops the check.
void IdentityPanel::help()
{
    const auto kind = document();
    const QString text = m_number->text().trimmed();
    if (!kind || text.isEmpty()) {
        m_numberField->setHint(tr("May stay empty: that the document was seen is enough."));
        return;
    }
    const desk::DocumentHelp help = m_source.documentHelp(*kind, text);
    QStringList hint;
    if (!help.check.masked.isEmpty())
        hint += tr("Shown as %1").arg(help.check.masked);
    if (help.check.birthDate)
        hint += tr("born %1").arg(help.check.birthDate->toString(Qt::ISODate));
    if (!help.numberMayBeKept)
        hint += tr("the number is not kept");
    QStringList lines;
    if (!help.sentence.isEmpty())
        lines += u"⚠ "_s + help.sentence;
    if (!hint.isEmpty())
        lines += hint.join(u" · "_s);
    m_numberField->setHint(lines.join(u'\n'));
}

RequestMove IdentityPanel::move() const
{
    RequestMove move;
    move.step = domain::RequestStep::VerifyIdentity;
    move.identity.method = static_cast<IdentityMethod>(m_method->currentData().toInt());
    move.identity.document = document();
    if (move.identity.document)
        move.identity.documentNumber = m_number->text().trimmed();
    if (move.identity.method == IdentityMethod::PhoneQuestions)
        move.identity.answers = m_questions->text().trimmed();
    for (const auto &[paper, box] : m_papers) {
        if (box->isChecked())
            move.identity.papers.push_back(paper);
    }
    move.identity.outcome = static_cast<IdentityOutcome>(m_outcome->currentData().toInt());
    move.identity.note = m_note->text().trimmed();
    return move;
}

void IdentityPanel::retranslate()
{
    RequestPanel::retranslate();
    setTitle(tr("Who asks?"), tr("Record the check"));
    setHelp(tr("Tick what you saw. Nothing that was asked for is done before this."));
    m_methodField->setLabel(tr("How it was checked"));
    m_documentField->setLabel(tr("Document"));
    m_numberField->setLabel(tr("Number on the document"));
    m_questionsField->setLabel(tr("What was asked"));
    m_questionsField->setHint(tr("For example: birth date and the last receipt. Never write the answers themselves."));
    m_outcomeField->setLabel(tr("Outcome"));
    m_noteField->setLabel(tr("Note"));
    offerChoices();
    help();
}

} // namespace consent::ui
