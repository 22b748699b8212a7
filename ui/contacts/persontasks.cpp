#include "ui/contacts/persontasks.h"

#include "base/continuation.h"
#include "desk/calls/calldesk.h"
#include "desk/contacts/contactdesk.h"
#include "desk/session/desksession.h"
#include "desk/session/rights.h"
#include "ui/contacts/guardianlinkpanel.h"
#include "ui/contacts/provisionpanel.h"

namespace consent::ui {

PersonTasks::PersonTasks(desk::DeskSession &session, QWidget &over)
    : m_session(session)
    , m_guardian(std::make_unique<GuardianLinkPanel>(&over))
    , m_provision(std::make_unique<ProvisionPanel>(session.organisation(), &over))
{
    for (const TaskPanel *panel :
         {static_cast<TaskPanel *>(m_guardian.get()), static_cast<TaskPanel *>(m_provision.get())}) {
        connect(panel, &TaskPanel::opened, this, &PersonTasks::opened);
        connect(panel, &TaskPanel::closed, this, &PersonTasks::closed);
    }
    connect(m_guardian.get(), &GuardianLinkPanel::linkRequested, this,
            [this](const SubjectId &child, const domain::Guardian &guardian, const QString &method) {
                continueOn(m_session.contacts().linkGuardian(child, guardian, method), this,
                           [this, child](const Result<void> &linked) {
                               if (!linked)
                                   return m_guardian->showError(linked.error().message);
                               m_guardian->close();
                               Q_EMIT recorded(child, tr("The guardian is linked. Saved on this PC."));
                           });
            });
    connect(m_provision.get(), &ProvisionPanel::provisionRequested, this,
            [this](const SubjectId &person, const desk::ProvisionFacts &facts) {
                continueOn(m_session.contacts().recordProvision(person, facts), this,
                           [this, person](const Result<ProvisionId> &made) {
                               if (!made)
                                   return m_provision->showError(made.error().message);
                               m_provision->close();
                               Q_EMIT recorded(person, tr("The provision is recorded. Saved on this PC."));
                           });
            });
}

PersonTasks::~PersonTasks() = default;

bool PersonTasks::mayLinkGuardian() const
{
    return desk::may(m_session.user().roles, desk::Right::FollowConsent);
}

bool PersonTasks::mayRecordProvision() const
{
    return desk::may(m_session.user().roles, desk::Right::CaptureConsent);
}

void PersonTasks::linkGuardian(const desk::SubjectSummary &child)
{
    m_guardian->offerMethods(m_session.calls().guardianMethods());
    m_guardian->openFor(child);
}

void PersonTasks::recordProvision(const desk::SubjectSummary &person)
{
    m_provision->openFor(person);
}

} // namespace consent::ui
