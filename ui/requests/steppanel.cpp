#include "ui/requests/steppanel.h"

#include "domain/requestmachine.h"
#include "ui/common/formfield.h"
#include "ui/common/taborder.h"
#include "ui/common/typography.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace consent::ui {

using namespace Qt::StringLiterals;
using domain::RefusalGround;
using domain::RequestStep;

namespace {

constexpr int mostDays = 60;
QString helpFor(RequestStep step, const desk::RequestView &request)
{
    switch (step) {
    case RequestStep::AskPapers:
        return StepPanel::tr("Until they come the clock stands still. Say which ones you asked for.");
    case RequestStep::PapersCame:
        return StepPanel::tr("The clock goes on. Then check who asks (F2).");
    case RequestStep::Pause:
        return StepPanel::tr("The clock stands still. The reason goes into the notice of deferral.");
    case RequestStep::Resume:
        return StepPanel::tr("The clock goes on from where it stood.");
    case RequestStep::Extend:
        return StepPanel::tr("The due date moves. The reason goes into the notice of deferral.");
    case RequestStep::Refuse:
        return StepPanel::tr("The reason goes to the person in writing, with the way to object.");
    case RequestStep::Complete:
        return request.summary.kind == domain::RequestKind::Correction
                   ? StepPanel::tr("The fields are changed as wanted, and the person is no longer frozen.")
                   : StepPanel::tr("What was asked for is carried out now, for good.");
    case RequestStep::RecipientTold:
        return StepPanel::tr("Who had received the wrong data has to know of the correction.");
    case RequestStep::Cancel:
        return StepPanel::tr("Only when the requester took it back. The request is over then.");
    case RequestStep::Expire:
        return StepPanel::tr("The papers never came. The request is over then.");
    case RequestStep::Object:
        return StepPanel::tr("The person says why the refusal is wrong. The request begins again, with a new clock.");
    case RequestStep::VerifyIdentity:
    case RequestStep::TellResult:
        break;
    }
    return {};
}

bool needsReason(RequestStep step)
{
    return step == RequestStep::Pause || step == RequestStep::Extend || step == RequestStep::Refuse ||
           step == RequestStep::Cancel || step == RequestStep::Object;
}

} // namespace

StepPanel::StepPanel(QWidget *parent)
    : RequestPanel(u"stepPanel"_s, parent)
    , m_ground(new QComboBox)
    , m_groundField(new FormField(m_ground, this))
    , m_recipient(new QComboBox)
    , m_recipientField(new FormField(m_recipient, this))
    , m_days(new QSpinBox)
    , m_daysField(new FormField(m_days, this))
    , m_paperBox(new QWidget(this))
    , m_reason(new QPlainTextEdit)
    , m_reasonField(new FormField(m_reason, this))
{
    m_ground->setObjectName(u"stepGround"_s);
    m_recipient->setObjectName(u"stepRecipient"_s);
    m_days->setObjectName(u"stepDays"_s);
    m_days->setRange(1, mostDays);
    m_reason->setObjectName(u"stepReason"_s);
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(12 * spacing);
    new QVBoxLayout(m_paperBox);
    m_paperBox->layout()->setContentsMargins(0, 0, 0, 0);
    body().addWidget(m_groundField);
    body().addWidget(m_recipientField);
    body().addWidget(m_daysField);
    body().addWidget(m_paperBox);
    body().addWidget(m_reasonField);
}

void StepPanel::prepare(RequestStep step, const desk::RequestView &request)
{
    m_step = step;
    m_lift = false;
    m_request = request;
    setFault({});
    setBusy(false);
    m_reason->clear();
    m_days->setValue(10);
    m_ground->clear();
    for (const RefusalGround ground :
         domain::requestmachine::refusalGrounds(request.summary.kind, request.summary.state))
        m_ground->addItem(domain::label(ground), static_cast<int>(ground));
    offerPapers(request);
    offerRecipients(request);
    m_groundField->setVisible(step == RequestStep::Refuse);
    m_recipientField->setVisible(step == RequestStep::RecipientTold);
    m_daysField->setVisible(step == RequestStep::Extend);
    m_paperBox->setVisible(step == RequestStep::AskPapers);
    name();
    tabInReadingOrder(*this);
    if (step == RequestStep::Refuse)
        m_ground->setFocus();
    else if (step == RequestStep::Extend)
        m_days->setFocus();
    else if (step == RequestStep::AskPapers && !m_papers.empty())
        m_papers.front().second->setFocus();
    else
        m_reason->setFocus();
}

void StepPanel::prepareLift(const desk::RequestView &request)
{
    prepare(RequestStep::Resume, request);
    m_lift = true;
    name();
}

void StepPanel::name()
{
    if (m_lift) {
        setTitle(tr("Lift the suspension"), tr("Lift the suspension"));
        setHelp(tr("Only at the wish of the person. From then on the data is used and provided again."));
        return m_reasonField->setLabel(tr("Reason"));
    }
    setTitle(domain::label(m_step), domain::label(m_step));
    setHelp(helpFor(m_step, m_request));
    m_groundField->setLabel(tr("Ground"));
    m_recipientField->setLabel(tr("Who was told"));
    m_daysField->setLabel(tr("Days more"));
    m_days->setSuffix(tr(" days"));
    m_reasonField->setLabel(needsReason(m_step) ? tr("Reason") : tr("Note"));
}

void StepPanel::offerPapers(const desk::RequestView &request)
{
    for (const auto &[paper, box] : m_papers)
        delete box;
    m_papers.clear();
    bool oneOfSeveral = false;
    for (const desk::PaperRow &row : request.papers) {
        if (row.present)
            continue;
        auto *box = new QCheckBox(row.title, m_paperBox);
        box->setObjectName(u"ask_"_s + domain::toCode(row.paper));
        box->setToolTip(row.help);
        box->setMinimumHeight(minimumTarget);
        box->setChecked(!row.optional || !oneOfSeveral); // of several ways the usual one, which comes first
        oneOfSeveral = oneOfSeveral || row.optional;
        m_paperBox->layout()->addWidget(box);
        box->show(); // at once: it may get the focus next
        m_papers.emplace_back(row.paper, box);
    }
}

void StepPanel::offerRecipients(const desk::RequestView &request)
{
    m_recipient->clear();
    for (const desk::RecipientTask &task : request.recipients) {
        if (!task.told)
            m_recipient->addItem(u"%1 (%2)"_s.arg(task.recipient, koreanDate(task.providedAt).toString(Qt::ISODate)),
                                 task.provision.toString());
    }
}

RequestMove StepPanel::move() const
{
    RequestMove move;
    move.step = m_step;
    move.liftSuspension = m_lift;
    move.reason = m_reason->toPlainText().trimmed();
    move.days = m_days->value();
    move.ground = static_cast<RefusalGround>(m_ground->currentData().toInt());
    for (const auto &[paper, box] : m_papers) {
        if (box->isChecked())
            move.papers.push_back(paper);
    }
    if (const auto provision = ProvisionId::fromString(m_recipient->currentData().toString()))
        move.provision = *provision;
    return move;
}

} // namespace consent::ui
